import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { docStates, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { TIME_ZONE } from '../../i18n/translator.ts';
import { emptyNotes } from '../../notes/document.ts';
import { notesDocument } from '../../sync/protocol.ts';
import { audit } from '../audit.ts';
import type { InterviewRow } from './access.ts';
import { requireNotesConsent } from './consent.ts';

/**
 * An interview whose notes the actor may write: of its team, or the facilitator. Throws interviewNotFound
 * (also for an id of another workshop), forbidden.
 */
export async function capturableInterview(db: Db, actor: Actor, interviewId: string): Promise<InterviewRow> {
  if (!can(actor, 'interview.list')) throw new AppError('forbidden');
  if (!z.uuid().safeParse(interviewId).success) throw new AppError('interviewNotFound');
  const [row] = await db
    .select()
    .from(interviews)
    .where(and(eq(interviews.id, interviewId), eq(interviews.workshopId, actor.workshopId)));
  if (!row) throw new AppError('interviewNotFound');
  const ownInterview = row.interviewerId === actor.userId || row.noteTakerId === actor.userId;
  if (!can(actor, 'interview.capture', { ownInterview })) throw new AppError('forbidden');
  return row;
}

/**
 * The interview and whether it has live notes; one that is still to be held gets them here if it has none.
 * What was taken in as a transcript has none. Throws as capturableInterview does.
 */
export async function openCapture(
  db: Db,
  actor: Actor,
  interviewId: string,
): Promise<{ row: InterviewRow; hasNotes: boolean }> {
  const row = await capturableInterview(db, actor, interviewId);
  const doc = notesDocument(row.id);
  if (isBefore(row)) await db.insert(docStates).values({ doc, state: emptyNotes() }).onConflictDoNothing();
  const [held] = await db.select({ doc: docStates.doc }).from(docStates).where(eq(docStates.doc, doc));
  return { row, hasNotes: held !== undefined };
}

/** Whether its notes are not done yet. */
export const isBefore = ({ status }: Pick<InterviewRow, 'status'>): boolean =>
  status === 'planned' || status === 'capturing';

/**
 * The interview begins: its clock is started for the first time. Starting it again changes nothing.
 * Throws as capturableInterview does, and consentMissing.
 */
export async function startCapture(db: Db, actor: Actor, interviewId: string): Promise<void> {
  const { id } = await capturableInterview(db, actor, interviewId);
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(interviews).where(eq(interviews.id, id)).for('update');
    if (!row) throw new AppError('interviewNotFound');
    requireNotesConsent(row);
    if (row.status !== 'planned') return;
    await tx
      .update(interviews)
      .set({ status: 'capturing', heldOn: row.heldOn ?? today() })
      .where(eq(interviews.id, id));
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'interview.begun',
      detail: { interviewId: id },
    });
  });
}

/** `2026-11-22`, by the calendar the interface shows. */
function today(): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: TIME_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date());
  const of = (type: string) => parts.find((part) => part.type === type)?.value;
  return `${of('year')}-${of('month')}-${of('day')}`;
}
