import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../../auth/can.ts';
import { type Consent, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { tellMaps } from '../maps.ts';
import { queue, record } from './erase.ts';
import { erasableInterview } from './erase-preview.ts';
import { type EraseTools, type ErasureState, finishErasure } from './erase-steps.ts';

/** Notes are not among them: who no longer agrees to notes is erased (`eraseInterview`). */
export const WITHDRAWABLE = ['recording', 'quoteOnMap', 'quoteOutside'] as const;
export const withdrawInput = z.object({ interviewId: z.uuid(), purpose: z.enum(WITHDRAWABLE) });

/**
 * Takes back one purpose, with the time and by whom. `quoteOnMap`: the findings leave the tray, the cards
 * made from them leave the map, its past and the snapshots; the notes stay with the interview's team.
 * `quoteOutside`: no export or share takes the words outside any more (`mayQuoteOutside`). `recording`: it
 * is written down; we hold no recording. A purpose nobody agreed to changes nothing.
 * @returns what was removed; null where nothing had to be
 * @throws AppError forbidden, interviewNotFound, roomUnavailable
 */
export async function withdraw(
  db: Db,
  actor: Actor,
  { interviewId, purpose }: z.infer<typeof withdrawInput>,
  tools: EraseTools,
): Promise<ErasureState | null> {
  await erasableInterview(db, actor, interviewId);
  const erasureId = await db.transaction(async (tx) => {
    await queue(tx, actor.workshopId);
    const [row] = await tx.select().from(interviews).where(eq(interviews.id, interviewId)).for('update');
    if (!row) throw new AppError('interviewNotFound');
    if (!row.consent[purpose]) return null;
    const consent: Consent = { ...row.consent, [purpose]: false };
    const now = new Date();
    await tx
      .update(interviews)
      .set({ consent, consentAt: now, consentBy: actor.userId })
      .where(eq(interviews.id, interviewId));
    const removes = purpose === 'quoteOnMap';
    const id = await record(tx, actor, {
      interviewId,
      scope: purpose,
      ...(!removes && { completedAt: now }),
    });
    return removes ? id : null;
  });
  tellMaps(tools.rooms, actor.workshopId, { type: 'findings' });
  return erasureId ? finishErasure(db, erasureId, tools) : null;
}

/** Whether somebody's words may leave the workshop: in every export and share that goes outside. */
export const mayQuoteOutside = ({ consent }: { consent: Pick<Consent, 'quoteOutside'> }): boolean =>
  consent.quoteOutside;
