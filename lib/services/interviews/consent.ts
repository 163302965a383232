import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../../auth/can.ts';
import { type Consent, erasures, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Rooms } from '../../runtime.ts';
import { notesDocument } from '../../sync/protocol.ts';
import { audit } from '../audit.ts';
import type { InterviewRow } from './access.ts';
import { plannableInterview } from './plan-access.ts';

/** What an interviewee is asked for, each by itself, in the order of the form. */
export const PURPOSES = ['notes', 'recording', 'quoteOnMap', 'quoteOutside'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const consent = z.object({
  notes: z.boolean(),
  recording: z.boolean(),
  quoteOnMap: z.boolean(),
  quoteOutside: z.boolean(),
});

/** Consent is given, never presumed. */
export const NO_CONSENT: Consent = {
  notes: false,
  recording: false,
  quoteOnMap: false,
  quoteOutside: false,
};

/** Throws consentMissing before anything is written down of somebody who has not agreed to notes. */
export function requireNotesConsent(row: Pick<InterviewRow, 'consent' | 'consentAt'>): void {
  if (!row.consent.notes || row.consentAt === null) throw new AppError('consentMissing');
}

/**
 * Records what the interviewee agreed to, with the time and by whom. As long as nothing has been said it
 * may be corrected freely; afterwards purposes are only added here, since taking one back removes words
 * (`withdraw`). The person's name is stored nowhere: the signed form stays on paper.
 * Throws interviewNotFound, forbidden, consentHeld { purpose }, consentTakenBack.
 */
export async function recordConsent(
  db: Db,
  actor: Actor,
  { interviewId, consent: given }: { interviewId: string; consent: Consent },
  rooms: Pick<Rooms, 'documentChanged'>,
): Promise<Pick<InterviewRow, 'consent' | 'consentAt'>> {
  await plannableInterview(db, actor, interviewId);
  const recorded = await db.transaction(async (tx) => {
    const [row] = await tx.select().from(interviews).where(eq(interviews.id, interviewId)).for('update');
    if (!row) throw new AppError('interviewNotFound');
    const missing = PURPOSES.find((purpose) => row.consent[purpose] && !given[purpose]);
    if (missing && row.status !== 'planned') throw new AppError('consentHeld', { purpose: missing });
    // The findings and cards that went with it stay away: their ids are known as erased.
    if (given.quoteOnMap && !row.consent.quoteOnMap && (await tookBack(tx, row.id)))
      throw new AppError('consentTakenBack');
    const consentAt = new Date();
    await tx
      .update(interviews)
      .set({ consent: given, consentAt, consentBy: actor.userId })
      .where(eq(interviews.id, row.id));
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'consent.recorded',
      detail: { interviewId: row.id, ...given },
    });
    return { consent: given, consentAt };
  });
  // Who has its notes open may write in them from now on.
  rooms.documentChanged(notesDocument(interviewId));
  return recorded;
}

/** Whether quoting on the map was withdrawn once. */
async function tookBack(tx: Db, interviewId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: erasures.id })
    .from(erasures)
    .where(and(eq(erasures.interviewId, interviewId), eq(erasures.scope, 'quoteOnMap')))
    .limit(1);
  return row !== undefined;
}
