import { eq } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { findings, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { rightsIn } from '../interviews/access.ts';

/** The tags on findings the actor may read, those used most first. Throws forbidden. */
export async function listTags(db: Db, actor: Actor): Promise<string[]> {
  if (!can(actor, 'interview.list')) throw new AppError('forbidden');
  const rows = await db
    .select({ tags: findings.tags, interview: interviews })
    .from(findings)
    .innerJoin(interviews, eq(interviews.id, findings.interviewId))
    .where(eq(interviews.workshopId, actor.workshopId));
  const counts = new Map<string, number>();
  for (const { tags, interview } of rows) {
    if (tags.length === 0 || !rightsIn(actor, interview).read) continue;
    for (const name of tags) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}
