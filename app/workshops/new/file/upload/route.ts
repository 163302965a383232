import { z } from 'zod';
import { defineRoute } from '@/app/_lib/route.ts';
import { mayCreateWorkshops } from '@/lib/auth/can.ts';
import { AppError } from '@/lib/errors.ts';
import { type Imported, importWorkshop } from '@/lib/services/imports.ts';
import { readUpload } from './body.ts';

const take = defineRoute<Record<string, never>, Imported>(async (request, _params, { user, db, runtime }) => {
  // Before the body is read: nobody sends 32 MB for a refusal.
  if (!mayCreateWorkshops(user)) throw new AppError('forbidden');
  return importWorkshop(db, user, await readUpload(request), runtime.work);
});

const answerOf = z.object({
  id: z.uuid().optional(),
  error: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .optional(),
});

/**
 * Takes a journey file in as a new workshop: `{ id, cards, interviews }` for our own script, else the way to the
 * new map, or back to the form with what was wrong.
 */
export async function POST(request: Request, context: { params: Promise<Record<string, never>> }) {
  const asksForJson = request.headers.get('accept')?.includes('application/json') === true;
  const answer = await take(request, context);
  if (asksForJson) return answer;
  const { id, error } = answerOf.parse(await answer.json());
  const params: Record<string, string> = { problem: error?.code ?? 'internal' };
  for (const [key, value] of Object.entries(error?.params ?? {})) params[key] = String(value);
  const location = id ? `/workshops/${id}/map` : `/workshops/new/file?${new URLSearchParams(params)}`;
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
}
