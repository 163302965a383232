import { z } from 'zod';
import { requireMember } from '@/app/_lib/guard.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { AppError } from '@/lib/errors.ts';
import { FORMATS, type Format } from '@/lib/export/formats.ts';
import { currentLocale } from '@/lib/i18n/server.ts';
import { disposition, exportFile } from '@/lib/services/exports.ts';

type Params = { id: string; number: string; format: string };

const isFormat = (format: string): format is Format => Object.hasOwn(FORMATS, format);

const file = defineRoute<Params, Response>(async (_request, { id, number, format }, { db, runtime }) => {
  const actor = await requireMember(id);
  if (!isFormat(format)) throw new AppError('notFound');
  if (!/^\d{1,9}$/.test(number)) throw new AppError('snapshotNotFound');
  runtime.exporting ??= new Map();
  const { work, exporting } = runtime;
  const wanted = { number: Number(number), format, locale: await currentLocale() };
  const { bytes, type, name } = await exportFile(db, actor, wanted, { work, exporting });
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': disposition(name),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
});

const failure = z.object({ error: z.object({ code: z.string() }) });

/**
 * One snapshot as a file, in any of the formats. Whoever follows the link without JavaScript and gets no
 * file is sent back to the page, which says why.
 */
export async function GET(request: Request, context: { params: Promise<Params> }): Promise<Response> {
  const answer = await file(request, context);
  if (answer.ok || request.headers.get('sec-fetch-mode') !== 'navigate') return answer;
  const { id, number } = await context.params;
  const told = failure.safeParse(await answer.json());
  const page = `/workshops/${encodeURIComponent(id)}/snapshots/${encodeURIComponent(number)}/export`;
  const problem = told.success ? `?problem=${encodeURIComponent(told.data.error.code)}` : '';
  return new Response(null, {
    status: 303,
    headers: { Location: page + problem, 'Cache-Control': 'no-store' },
  });
}
