import type { Db } from '../../db/types.ts';
import type { Decision } from '../../review/subject.ts';
import { decidedOf } from '../decisions/read.ts';

/** A workshop's decisions as they hold now, the latest decided first; whoever calls has asked for the right. */
export async function heldDecisions(db: Db, workshopId: string): Promise<Decision[]> {
  const decided = [...(await decidedOf(db, workshopId)).values()];
  return decided.flatMap(({ current }) => current ?? []).sort((a, b) => b.at.getTime() - a.at.getTime());
}
