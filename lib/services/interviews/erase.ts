import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { erasures, findings, interviews, turns, workshops } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { audit } from '../audit.ts';
import { previewErasure } from './erase-preview.ts';
import { type EraseTools, type ErasureState, finishErasure, stateOf } from './erase-steps.ts';

export const eraseInput = z.object({
  interviewId: z.uuid(),
  /** Written by hand, so that nobody erases by a slip. */
  alias: z.string(),
  /** Of the preview's copies, those that go too. */
  cardIds: z.array(z.string().max(64)).max(5_000),
});

/**
 * Erases an interviewee: what was said, what was marked in it, the cards made from it, and every trace of
 * these in the map's past, snapshots, caches and the database's files. The interview is gone for everybody
 * when this has begun; should the server end in the middle, `finishErasures` goes on at its next start.
 * @throws AppError forbidden, interviewNotFound, eraseNotConfirmed, roomUnavailable (before anything is
 *   erased, or after: the answer of `readErasure` tells)
 */
export async function eraseInterview(
  db: Db,
  actor: Actor,
  { interviewId, alias, cardIds }: z.infer<typeof eraseInput>,
  tools: EraseTools,
): Promise<ErasureState> {
  const preview = await previewErasure(db, actor, interviewId, tools);
  if (preview.interview.alias.trim() !== alias.trim()) throw new AppError('eraseNotConfirmed');
  const offered = new Set(preview.copies.map((copy) => copy.cardId));
  const id = await db.transaction(async (tx) => {
    await queue(tx, actor.workshopId);
    const [row] = await tx.select().from(interviews).where(eq(interviews.id, interviewId)).for('update');
    if (!row) throw new AppError('interviewNotFound');
    const erasureId = await record(tx, actor, {
      interviewId,
      scope: 'person',
      cardIds: cardIds.filter((cardId) => offered.has(cardId)),
      turns: await tx.$count(turns, eq(turns.interviewId, interviewId)),
    });
    // Turns, findings and kept flags go with it.
    await tx.delete(interviews).where(eq(interviews.id, interviewId));
    return erasureId;
  });
  return finishErasure(db, id, tools);
}

/** Snapshots are written in this queue too: each one sees either the cards and is rewritten, or the erasure. */
export async function queue(tx: Db, workshopId: string): Promise<void> {
  await tx
    .select({ id: workshops.id })
    .from(workshops)
    .where(eq(workshops.id, workshopId))
    .for('no key update');
}

/** Writes down what is to be gone, by ids alone, before anything is touched. */
export async function record(
  tx: Db,
  actor: Actor,
  erasure: {
    interviewId: string;
    scope: (typeof erasures.$inferInsert)['scope'];
    cardIds?: string[];
    turns?: number;
    completedAt?: Date;
  },
): Promise<string> {
  const { interviewId, scope, cardIds = [], completedAt } = erasure;
  const marked = await tx
    .select({ id: findings.id })
    .from(findings)
    .where(eq(findings.interviewId, interviewId));
  const counts = { turns: erasure.turns ?? 0, findings: scope === 'person' ? marked.length : 0 };
  const [row] = await tx
    .insert(erasures)
    .values({
      workshopId: actor.workshopId,
      interviewId,
      scope,
      findingIds: marked.map((finding) => finding.id),
      cardIds,
      counts,
      erasedBy: actor.userId,
      completedAt: completedAt ?? null,
    })
    .returning({ id: erasures.id });
  if (!row) throw new Error('An inserted erasure came back without its row.');
  await audit(tx, {
    workshopId: actor.workshopId,
    actorId: actor.userId,
    event: scope === 'person' ? 'interview.erased' : 'consent.withdrawn',
    detail: { interviewId, scope, ...counts },
  });
  return row.id;
}

/**
 * How far erasing an interview has come, for whoever may erase; null where nothing was erased. Throws forbidden.
 */
export async function readErasure(db: Db, actor: Actor, interviewId: string): Promise<ErasureState | null> {
  if (!can(actor, 'interview.erase')) throw new AppError('forbidden');
  if (!z.uuid().safeParse(interviewId).success) return null;
  const [row] = await db
    .select()
    .from(erasures)
    .where(
      and(
        eq(erasures.workshopId, actor.workshopId),
        eq(erasures.interviewId, interviewId),
        inArray(erasures.scope, ['person']),
      ),
    )
    .orderBy(desc(erasures.createdAt))
    .limit(1);
  return row ? stateOf(row) : null;
}

/** Goes on with what was begun and not finished. Throws forbidden, interviewNotFound, roomUnavailable. */
export async function resumeErasure(
  db: Db,
  actor: Actor,
  interviewId: string,
  tools: EraseTools,
): Promise<ErasureState> {
  const held = await readErasure(db, actor, interviewId);
  if (!held) throw new AppError('interviewNotFound');
  return held.completedAt ? held : finishErasure(db, held.id, tools);
}
