import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { interviews, turns as turnTable } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { id as journeyId } from '../../journey/model.ts';
import { TRANSCRIPT_LIMITS } from '../../notes/transcript/turn.ts';
import { audit } from '../audit.ts';
import { consent, PURPOSES } from './consent.ts';
import { plannableInterview } from './plan-access.ts';
import { checkTeam, withActor } from './team.ts';
import { voicesOf } from './voices.ts';

/** Everything but the turns, as the form sends it. */
export const interviewDetails = z.object({
  alias: z.string().trim().min(1).max(60),
  kind: z.enum(['customer', 'employee']),
  /** The group it stands for, in the workshop's own words. */
  segment: z.string().trim().max(60).default(''),
  /** Id of a persona of the map; only a customer's interview has one. */
  personaId: journeyId.nullable().default(null),
  heldOn: z.iso.date().nullable(),
  consent,
  interviewerId: z.uuid().nullable(),
  noteTakerId: z.uuid().nullable(),
});

/** `speaker` only tells voices apart and is not stored. companion: another one who answers. */
export const castTurn = z.object({
  speaker: z.string().max(64).default(''),
  role: z.enum(['interviewer', 'interviewee', 'companion']),
  atMs: z.number().int().nonnegative().max(2_147_483_647).nullable(),
  text: z.string().min(1).max(TRANSCRIPT_LIMITS.turn),
});

export const importInput = interviewDetails.extend({
  turns: z.array(castTurn).min(1).max(TRANSCRIPT_LIMITS.turns),
  /** The planned interview it is the transcript of. */
  interviewId: z.uuid().optional(),
});
export type ImportInput = z.input<typeof importInput>;
type Parsed = z.output<typeof importInput>;

const ROWS_AT_ONCE = 1_000;

/**
 * Takes an interview in: all of it or nothing. Whoever takes it in without being its interviewer or
 * note-taker becomes one of them by role, so that nobody loses sight of what they just brought. With
 * `interviewId` it is the transcript of that planned interview, whose details become the ones given.
 * Throws forbidden, consentMissing, interviewNotFound, interviewTakenIn, invalidInput { field }.
 */
export async function importInterview(db: Db, actor: Actor, input: ImportInput): Promise<{ id: string }> {
  if (!can(actor, 'interview.create')) throw new AppError('forbidden');
  const parsed = importInput.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('invalidInput', { field }, { cause: parsed.error });
  }
  const { turns, interviewId, ...details } = parsed.data;
  if (!details.consent.notes) throw new AppError('consentMissing');
  if (!turns.some((turn) => turn.role !== 'interviewer'))
    throw new AppError('invalidInput', { field: 'cast' });
  if (interviewId !== undefined) await plannableInterview(db, actor, interviewId);
  const personaId = details.kind === 'customer' ? details.personaId : null;
  const values = { ...details, personaId, ...withActor(actor, details) };
  return db.transaction(async (tx) => {
    await checkTeam(tx, actor.workshopId, values);
    const id =
      interviewId === undefined
        ? await insertNew(tx, actor, values)
        : await fillPlanned(tx, actor, interviewId, values);
    const names = voicesOf(mainFirst(turns), details.alias);
    const rows = turns.map((turn, position) => ({
      interviewId: id,
      position,
      speaker: names(voiceOf(turn)),
      role: voiceOf(turn).role,
      atMs: turn.atMs,
      text: turn.text,
    }));
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
      await tx.insert(turnTable).values(rows.slice(at, at + ROWS_AT_ONCE));
    }
    await audit(tx, {
      workshopId: actor.workshopId,
      actorId: actor.userId,
      event: 'interview.imported',
      detail: { interviewId: id, turns: rows.length, quoteOnMap: details.consent.quoteOnMap },
    });
    return { id };
  });
}

type Values = Omit<typeof interviews.$inferInsert, 'workshopId'> & Pick<Parsed, 'consent'>;

async function insertNew(tx: Db, actor: Actor, values: Values): Promise<string> {
  const [row] = await tx
    .insert(interviews)
    .values({ ...values, workshopId: actor.workshopId, consentAt: new Date(), consentBy: actor.userId })
    .returning({ id: interviews.id });
  if (!row) throw new Error('An inserted interview came back without its row.');
  return row.id;
}

/** The consent recorded with the plan keeps its date unless something else is ticked now. */
async function fillPlanned(tx: Db, actor: Actor, id: string, values: Values): Promise<string> {
  const [row] = await tx.select().from(interviews).where(eq(interviews.id, id)).for('update');
  if (!row) throw new AppError('interviewNotFound');
  if (row.status !== 'planned') throw new AppError('interviewTakenIn');
  const same = row.consentAt !== null && PURPOSES.every((p) => row.consent[p] === values.consent[p]);
  const recorded = same ? {} : { consentAt: new Date(), consentBy: actor.userId };
  await tx
    .update(interviews)
    .set({ ...values, ...recorded, status: 'raw' })
    .where(eq(interviews.id, id));
  return id;
}

const voiceOf = ({ speaker, role }: Pick<Parsed['turns'][number], 'speaker' | 'role'>) => ({
  speaker,
  role: role === 'companion' ? ('interviewee' as const) : role,
});

/** Whoever is interviewed bears the alias without a number, also when the companion speaks first. */
const mainFirst = (turns: Parsed['turns']) =>
  [
    ...turns.filter((turn) => turn.role !== 'companion'),
    ...turns.filter((turn) => turn.role === 'companion'),
  ].map(voiceOf);
