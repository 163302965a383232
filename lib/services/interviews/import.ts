import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { interviews, turns as turnTable } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { TRANSCRIPT_LIMITS } from '../../notes/transcript/index.ts';
import { audit } from '../audit.ts';
import { checkTeam, withActor } from './team.ts';
import { voicesOf } from './voices.ts';

/** Everything but the turns, as the form sends it. */
export const interviewDetails = z.object({
  alias: z.string().trim().min(1).max(60),
  kind: z.enum(['customer', 'employee']),
  heldOn: z.iso.date().nullable(),
  consent: z.object({
    notes: z.boolean(),
    recording: z.boolean(),
    quoteOnMap: z.boolean(),
    quoteOutside: z.boolean(),
  }),
  interviewerId: z.uuid().nullable(),
  noteTakerId: z.uuid().nullable(),
});

/** `speaker` is the file's own label: it only tells voices apart and is not stored. */
const castTurn = z.object({
  speaker: z.string().default(''),
  role: z.enum(['interviewer', 'interviewee']),
  atMs: z.number().int().nonnegative().nullable(),
  text: z.string().min(1),
});

export const importInput = interviewDetails.extend({
  turns: z.array(castTurn).min(1).max(TRANSCRIPT_LIMITS.turns),
});
export type ImportInput = z.input<typeof importInput>;

const ROWS_AT_ONCE = 1_000;

/**
 * Takes an interview in: all of it or nothing. Whoever takes it in without being its interviewer or
 * note-taker becomes one of them by role, so that nobody loses sight of what they just brought.
 * Throws forbidden, consentMissing, invalidInput { field }.
 */
export async function importInterview(db: Db, actor: Actor, input: ImportInput): Promise<{ id: string }> {
  if (!can(actor, 'interview.create')) throw new AppError('forbidden');
  const parsed = importInput.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AppError('invalidInput', { field }, { cause: parsed.error });
  }
  const { turns, ...details } = parsed.data;
  if (!details.consent.notes) throw new AppError('consentMissing');
  if (!turns.some((turn) => turn.role === 'interviewee'))
    throw new AppError('invalidInput', { field: 'cast' });
  const team = withActor(actor, details);
  return db.transaction(async (tx) => {
    await checkTeam(tx, actor.workshopId, team);
    const [row] = await tx
      .insert(interviews)
      .values({
        ...details,
        ...team,
        workshopId: actor.workshopId,
        consentAt: new Date(),
        consentBy: actor.userId,
      })
      .returning({ id: interviews.id });
    if (!row) throw new Error('An inserted interview came back without its row.');
    const names = voicesOf(turns, details.alias);
    const rows = turns.map((turn, position) => ({
      interviewId: row.id,
      position,
      speaker: names(turn),
      role: turn.role,
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
      detail: { interviewId: row.id, turns: rows.length, quoteOnMap: details.consent.quoteOnMap },
    });
    return row;
  });
}
