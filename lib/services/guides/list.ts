import { and, asc, eq } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { guideQuestions } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { GuideKind } from './limits.ts';
import { type GuideQuestion, questionOf } from './question.ts';

/** What is asked in interviews of this kind, in order. Throws forbidden. */
export async function listGuide(db: Db, actor: Actor, kind: GuideKind): Promise<GuideQuestion[]> {
  if (!can(actor, 'interview.list')) throw new AppError('forbidden');
  const rows = await db
    .select()
    .from(guideQuestions)
    .where(and(eq(guideQuestions.workshopId, actor.workshopId), eq(guideQuestions.kind, kind)))
    .orderBy(asc(guideQuestions.position), asc(guideQuestions.createdAt), asc(guideQuestions.id));
  return rows.map(questionOf);
}
