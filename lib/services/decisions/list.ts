import type { Actor } from '../../auth/can.ts';
import type { Db } from '../../db/types.ts';
import type { Journey } from '../../journey/model.ts';
import { type Decision, subjectKey } from '../../review/subject.ts';
import { readSnapshot } from '../snapshots/read.ts';
import { type Named, namedIn } from './named.ts';
import { decidedIn } from './read.ts';

export interface ListedDecision extends Decision {
  /**
   * What it is about, as the snapshot it was decided on has it; null where the words have been erased since,
   * or the snapshot cannot be read.
   */
  about: Named | null;
}

/**
 * The decisions that hold now in the actor's workshop: what is due first stands first, then what has no day,
 * in the order it was decided. Throws forbidden.
 */
export async function listDecisions(db: Db, actor: Actor): Promise<ListedDecision[]> {
  const held = [...(await decidedIn(db, actor)).values()].flatMap(({ current }) => current ?? []);
  const journeys = await journeysOf(db, actor, held);
  return held
    .map((decision) => {
      const journey = journeys.get(decision.number);
      return { ...decision, about: journey ? namedIn(journey, decision.subject) : null };
    })
    .sort(soonestFirst);
}

/** One after the other: a workshop's decisions lie on a few snapshots, and each is a whole map. */
async function journeysOf(db: Db, actor: Actor, held: readonly Decision[]): Promise<Map<number, Journey>> {
  const journeys = new Map<number, Journey>();
  for (const number of new Set(held.map((decision) => decision.number))) {
    // A damaged snapshot must not hide what was decided on it.
    const snapshot = await readSnapshot(db, actor, number).catch(() => null);
    if (snapshot) journeys.set(number, snapshot.journey);
  }
  return journeys;
}

const LAST = '9999';

function soonestFirst(a: Decision, b: Decision): number {
  const [first, second] = [a.dueOn ?? LAST, b.dueOn ?? LAST];
  if (first !== second) return first < second ? -1 : 1;
  return a.at.getTime() - b.at.getTime() || (subjectKey(a.subject) < subjectKey(b.subject) ? -1 : 1);
}
