import { asc, eq } from 'drizzle-orm';
import { keptFlags, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { type CleanTurn, type Kept, keptSet, openFlagsIn } from '../../notes/clean/flags.ts';
import { FLAG_KINDS, type FlagKind, loadNames } from '../../notes/privacy/index.ts';

const isKind = (kind: string): kind is FlagKind => (FLAG_KINDS as readonly string[]).includes(kind);

/** What somebody said is not personal after all. For the server's own use: it asks no rights. */
export async function keptIn(db: Db, interviewId: string): Promise<Kept[]> {
  const rows = await db
    .select({ kind: keptFlags.kind, words: keptFlags.words })
    .from(keptFlags)
    .where(eq(keptFlags.interviewId, interviewId))
    .orderBy(asc(keptFlags.createdAt));
  return rows.flatMap(({ kind, words }) => (isKind(kind) ? [{ kind, words }] : []));
}

/** A long interview takes half a second to look through; others' work comes in between. */
const TURNS_AT_ONCE = 25;

/**
 * How much in an interview's clean copy looks personal and has not been dealt with. Asks no rights.
 * @param enough stops counting there
 */
export async function countOpenFlags(
  db: Db,
  interviewId: string,
  enough = Number.POSITIVE_INFINITY,
): Promise<number> {
  const spoken = await db
    .select({ position: turns.position, text: turns.text, clean: turns.clean })
    .from(turns)
    .where(eq(turns.interviewId, interviewId))
    .orderBy(asc(turns.position));
  const count = await flagCounter(db, interviewId);
  let open = 0;
  for (const [i, { position, text, clean }] of spoken.entries()) {
    open += count({ position, text: clean ?? text });
    if (open >= enough) break;
    if (i % TURNS_AT_ONCE === TURNS_AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return open;
}

/** Counts a turn's open flags by what is kept in its interview. Asks no rights. */
export async function flagCounter(db: Db, interviewId: string): Promise<(turn: CleanTurn) => number> {
  const kept = keptSet(await keptIn(db, interviewId));
  const options = { names: await loadNames() };
  return (turn) => openFlagsIn(turn, kept, options).length;
}
