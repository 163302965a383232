import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { createDocument } from '../../db/documents.ts';
import { interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { id as journeyId } from '../../journey/model.ts';
import { emptyNotes } from '../../notes/document.ts';
import type { Rooms } from '../../runtime.ts';
import { notesDocument } from '../../sync/protocol.ts';
import { audit } from '../audit.ts';
import { NO_CONSENT } from './consent.ts';
import { plannableInterview } from './plan-access.ts';
import { renameVoices } from './rename.ts';
import { checkTeam, withActor } from './team.ts';

/** What is agreed before anybody has said a word. */
export const planDetails = z.object({
  alias: z.string().trim().min(1).max(60),
  kind: z.enum(['customer', 'employee']),
  /** The group of customers (of employees: the function) it stands for, in the workshop's own words. */
  segment: z.string().trim().max(60).default(''),
  /** Id of a persona of the map; only a customer's interview has one. */
  personaId: journeyId.nullable().default(null),
  plannedAt: z.coerce.date().nullable().default(null),
  interviewerId: z.uuid().nullable().default(null),
  noteTakerId: z.uuid().nullable().default(null),
});
export type PlanInput = z.input<typeof planDetails>;

function parsed(input: PlanInput) {
  const result = planDetails.safeParse(input);
  if (!result.success) {
    const field = result.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('invalidInput', { field }, { cause: result.error });
  }
  const { personaId, ...details } = result.data;
  return { ...details, personaId: details.kind === 'customer' ? personaId : null };
}

/**
 * Plans an interview: its row and its empty notes in one transaction. Whoever plans without being the
 * facilitator is of its team. Throws forbidden, invalidInput { field }.
 */
export async function planInterview(db: Db, actor: Actor, input: PlanInput): Promise<{ id: string }> {
  if (!can(actor, 'interview.create')) throw new AppError('forbidden');
  const details = parsed(input);
  const team = withActor(actor, details);
  return db.transaction(async (tx) => {
    await checkTeam(tx, actor.workshopId, team);
    const [row] = await tx
      .insert(interviews)
      .values({
        ...details,
        ...team,
        workshopId: actor.workshopId,
        consent: NO_CONSENT,
        status: 'planned',
      })
      .returning({ id: interviews.id });
    if (!row) throw new Error('An inserted interview came back without its row.');
    await createDocument(tx, notesDocument(row.id), emptyNotes());
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'interview.planned',
      detail: { interviewId: row.id, kind: details.kind },
    });
    return row;
  });
}

/**
 * Changes what is agreed. A new alias is what everything said is shown under from then on. Who speaks,
 * customer or employee, is settled once notes are taken, because figures rest on it. With another team the
 * notes are closed to whoever left it. Throws interviewNotFound, forbidden, invalidInput { field }.
 */
export async function updatePlan(
  db: Db,
  actor: Actor,
  { interviewId, ...input }: PlanInput & { interviewId: string },
  rooms: Pick<Rooms, 'documentChanged'>,
): Promise<void> {
  await plannableInterview(db, actor, interviewId);
  const details = parsed(input);
  const moved = await db.transaction(async (tx) => {
    const [row] = await tx.select().from(interviews).where(eq(interviews.id, interviewId)).for('update');
    if (!row) throw new AppError('interviewNotFound');
    if (row.status !== 'planned' && details.kind !== row.kind)
      throw new AppError('invalidInput', { field: 'kind' });
    await checkTeam(tx, actor.workshopId, details);
    await tx.update(interviews).set(details).where(eq(interviews.id, row.id));
    if (details.alias !== row.alias) await renameVoices(tx, row, details.alias);
    if (row.interviewerId === details.interviewerId && row.noteTakerId === details.noteTakerId) return false;
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'interview.team',
      detail: { interviewId: row.id },
    });
    return true;
  });
  if (moved) rooms.documentChanged(notesDocument(interviewId));
}
