import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../../auth/can.ts';
import { findings, interviews, keptFlags, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { LIMITS } from '../../journey/model.ts';
import { alignSpans } from '../../notes/clean/align.ts';
import { FLAG_KINDS } from '../../notes/privacy/index.ts';
import { TRANSCRIPT_LIMITS } from '../../notes/transcript/index.ts';
import type { Rooms } from '../../runtime.ts';
import { tellMaps } from '../maps.ts';
import { type InterviewRow, markableInterview } from './access.ts';
import { countOpenFlags, flagCounter } from './open-flags.ts';

/** Stands for a passage of which nothing is left in the clean copy. */
export const OMITTED = '[…]';

/** What a database can store as text. */
const storable = z
  .string()
  .max(40_000)
  .refine((text) => !/[\0\p{Surrogate}]/u.test(text));

/** A turn's clean text, with what whoever edits it had before their eyes. */
export const cleanChanges = z
  .array(z.object({ turn: z.int().nonnegative(), before: z.string(), clean: storable }))
  .min(1)
  .max(TRANSCRIPT_LIMITS.turns);
export type CleanChange = z.infer<typeof cleanChanges>[number];

/**
 * Writes turns of the clean copy: all of them or none. The findings in them are cut anew, so that they say
 * what the group may read. The raw text is never touched.
 * @returns the interview's status afterwards
 * @throws AppError interviewNotFound, forbidden, and cleanChanged { turn } (counted from 1) when somebody
 *   else wrote that turn meanwhile
 */
export async function saveClean(
  db: Db,
  actor: Actor,
  { interviewId, changes }: { interviewId: string; changes: readonly CleanChange[] },
  rooms: Pick<Rooms, 'notify'>,
): Promise<{ status: InterviewRow['status'] }> {
  const { id } = await markableInterview(db, actor, interviewId);
  const { reworded, ...answer } = await db.transaction(async (tx) => {
    const row = await locked(tx, id);
    const wanted = new Map(changes.map((change) => [change.turn, change]));
    const held = await tx
      .select()
      .from(turns)
      .where(and(eq(turns.interviewId, id), inArray(turns.position, [...wanted.keys()])))
      .orderBy(asc(turns.position));
    if (held.length !== wanted.size) throw new AppError('invalidInput', { field: 'turn' });
    const written = held.map((turn) => {
      const change = wanted.get(turn.position);
      const now = turn.clean ?? turn.text;
      if (!change || (now !== change.before && now !== change.clean))
        throw new AppError('cleanChanged', { turn: turn.position + 1 });
      return { ...turn, clean: change.clean === turn.text ? null : change.clean };
    });
    await write(tx, id, written);
    return { reworded: await cutAnew(tx, id, written), ...(await settle(tx, row, written)) };
  });
  if (reworded > 0) tellMaps(rooms, actor.workshopId, { type: 'findings' });
  return answer;
}

export const keepInput = z.object({
  kind: z.enum(FLAG_KINDS),
  words: storable.max(200),
  kept: z.boolean(),
});

/** Says that flagged words are not personal after all, or takes that back. Throws as markableInterview. */
export async function keepFlag(
  db: Db,
  actor: Actor,
  { interviewId, kind, words, kept }: z.infer<typeof keepInput> & { interviewId: string },
): Promise<{ status: InterviewRow['status'] }> {
  const { id } = await markableInterview(db, actor, interviewId);
  return db.transaction(async (tx) => {
    const row = await locked(tx, id);
    if (kept) {
      await tx
        .insert(keptFlags)
        .values({ interviewId: id, kind, words, keptBy: actor.userId })
        .onConflictDoNothing();
    } else {
      await tx
        .delete(keptFlags)
        .where(and(eq(keptFlags.interviewId, id), eq(keptFlags.kind, kind), eq(keptFlags.words, words)));
    }
    return settle(tx, row);
  });
}

async function locked(tx: Db, id: string): Promise<InterviewRow> {
  const [row] = await tx.select().from(interviews).where(eq(interviews.id, id)).for('update');
  if (!row) throw new AppError('interviewNotFound');
  return row;
}

type Written = Pick<typeof turns.$inferSelect, 'position' | 'text' | 'clean'>;

async function write(tx: Db, interviewId: string, written: readonly Written[]): Promise<void> {
  const positions = sql.param(written.map((turn) => turn.position));
  const texts = sql.param(written.map((turn) => turn.clean));
  await tx.execute(sql`
    update ${turns} set clean = given.clean
    from unnest(${positions}::int[], ${texts}::text[]) as given(position, clean)
    where ${turns.interviewId} = ${interviewId} and ${turns.position} = given.position`);
}

/** Cuts the findings' words out of the clean copy; says how many changed. */
async function cutAnew(tx: Db, interviewId: string, written: readonly Written[]): Promise<number> {
  const byPosition = new Map(written.map((turn) => [turn.position, turn]));
  const marked = await tx
    .select()
    .from(findings)
    .where(and(eq(findings.interviewId, interviewId), inArray(findings.turn, [...byPosition.keys()])));
  let changed = 0;
  for (const finding of marked) {
    const turn = byPosition.get(finding.turn);
    if (!turn) continue;
    const words = wordsIn(turn, finding);
    if (words === finding.words) continue;
    await tx.update(findings).set({ words }).where(eq(findings.id, finding.id));
    changed += 1;
  }
  return changed;
}

/** A passage of a turn as the clean copy has it. Offsets are the raw text's. */
export function wordsIn(
  turn: Pick<Written, 'text' | 'clean'>,
  passage: { start: number; end: number },
): string {
  const clean = turn.clean ?? turn.text;
  const [span] = alignSpans(turn.text, clean, [passage]);
  if (!span) return OMITTED;
  const words = clean.slice(span.start, span.end);
  return words.length <= LIMITS.cardText
    ? words
    : `${words.slice(0, LIMITS.cardText - 1).replace(/\p{Surrogate}/gu, '')}…`;
}

/** Raw or clean, by what is still flagged; what is shared stays shared. */
async function settle(
  tx: Db,
  row: InterviewRow,
  written?: readonly Written[],
): Promise<{ status: InterviewRow['status'] }> {
  if (row.status !== 'raw' && row.status !== 'clean') return { status: row.status };
  const status = (await isClean(tx, row, written)) ? 'clean' : 'raw';
  if (status !== row.status) await tx.update(interviews).set({ status }).where(eq(interviews.id, row.id));
  return { status };
}

/** Looks through the whole interview only where the turns just written do not decide it. */
async function isClean(tx: Db, row: InterviewRow, written?: readonly Written[]): Promise<boolean> {
  if (written) {
    const count = await flagCounter(tx, row.id);
    if (written.some(({ position, text, clean }) => count({ position, text: clean ?? text }) > 0))
      return false;
    if (row.status === 'clean') return true;
  }
  return (await countOpenFlags(tx, row.id, 1)) === 0;
}
