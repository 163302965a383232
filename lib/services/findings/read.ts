import { and, asc, between, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../auth/can.ts';
import { findings, interviews, turns } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { rightsIn } from '../interviews/access.ts';
import { asClean } from '../interviews/as-clean.ts';
import { type TurnView, turnColumns } from '../interviews/read.ts';
import { type FindingView, viewOf } from './view.ts';

/** Turns shown before and after the one the words stand in. */
const AROUND = 2;

export interface FindingInSurroundings {
  finding: FindingView;
  /** The turn of the words with its neighbours, clean; null for whoever may not read the notes. */
  turns: TurnView[] | null;
}

/**
 * The words behind a card, in their surroundings for whoever may read the notes. Throws forbidden, notFound
 * (also for what another workshop has), interviewNotShared while only the interview's team may see them.
 */
export async function readFinding(db: Db, actor: Actor, findingId: string): Promise<FindingInSurroundings> {
  if (!can(actor, 'map.read')) throw new AppError('forbidden');
  if (!z.uuid().safeParse(findingId).success) throw new AppError('notFound');
  const [found] = await db
    .select({ finding: findings, interview: interviews })
    .from(findings)
    .innerJoin(interviews, eq(interviews.id, findings.interviewId))
    .where(and(eq(findings.id, findingId), eq(interviews.workshopId, actor.workshopId)));
  if (!found) throw new AppError('notFound');
  const { finding, interview } = found;
  const view = viewOf(finding, interview);
  if (!rightsIn(actor, interview).read) {
    if (interview.status !== 'shared' || !interview.consent.quoteOnMap)
      throw new AppError('interviewNotShared');
    return { finding: view, turns: null };
  }
  const around = await db
    .select(turnColumns)
    .from(turns)
    .where(
      and(
        eq(turns.interviewId, interview.id),
        between(turns.position, finding.turn - AROUND, finding.turn + AROUND),
      ),
    )
    .orderBy(asc(turns.position));
  // The map is looked at together: beside it even the team has the clean copy.
  const clean = asClean(around, [view]);
  return { finding: clean.findings[0] ?? view, turns: clean.turns };
}
