import { z } from 'zod';
import { requireActor } from '@/app/_lib/guard.ts';
import { parseInput } from '@/app/_lib/input.ts';
import { defineRoute } from '@/app/_lib/route.ts';
import { snapshotPicture } from '@/app/_lib/snapshot-picture.ts';
import { AppError } from '@/lib/errors.ts';
import { currentLocale } from '@/lib/i18n/server.ts';

const snapshotNumber = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1);
const query = z.object({ since: snapshotNumber.optional() });

/**
 * The map of a snapshot as SVG, with what is new since snapshot `?since=`. Kept by nobody: a browser's cache
 * would go on holding words that an interviewee has had erased.
 */
export const GET = defineRoute<{ id: string; number: string }, Response>(
  async (request, { id, number }, { db, runtime }) => {
    const actor = await requireActor(id, 'snapshot.read');
    const wanted = snapshotNumber.safeParse(number);
    if (!wanted.success) throw new AppError('snapshotNotFound');
    const { since } = parseInput(query, Object.fromEntries(new URL(request.url).searchParams));
    const locale = await currentLocale();
    const svg = await snapshotPicture(db, actor, { number: wanted.data, since, locale }, runtime.work);
    return new Response(svg, {
      headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'private, no-store' },
    });
  },
);
