import { asc, eq } from 'drizzle-orm';
import { keptFlags, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { type Kept, keptSet, openFlagsIn } from '../../notes/clean/flags.ts';
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

/** How much in an interview's clean copy looks personal and has not been dealt with. Asks no rights. */
export async function countOpenFlags(db: Db, interviewId: string): Promise<number> {
  const kept = keptSet(await keptIn(db, interviewId));
  const spoken = await db
    .select({ position: turns.position, text: turns.text, clean: turns.clean })
    .from(turns)
    .where(eq(turns.interviewId, interviewId));
  const options = { names: await loadNames() };
  return spoken.reduce(
    (n, { position, text, clean }) =>
      n + openFlagsIn({ position, text: clean ?? text }, kept, options).length,
    0,
  );
}
