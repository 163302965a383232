import { and, asc, count, eq, inArray, ne } from 'drizzle-orm';
import { guideQuestions, interviews, members } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import type { Group } from '../../journey/group.ts';

/** The workshop's group as it is now. Leaders read; they are not part of the group that mapped. */
export async function groupOf(db: Db, workshopId: string): Promise<Group> {
  const held = await db
    .select({ kind: interviews.kind, n: count() })
    .from(interviews)
    // Planned, or still being written down: nobody has been heard to the end yet.
    .where(and(eq(interviews.workshopId, workshopId), inArray(interviews.status, ['raw', 'clean', 'shared'])))
    .groupBy(interviews.kind);
  const present = await db
    .selectDistinct({ name: members.functionName })
    .from(members)
    .where(and(eq(members.workshopId, workshopId), ne(members.role, 'leader'), ne(members.functionName, '')));
  const core = await db
    .select({ text: guideQuestions.text })
    .from(guideQuestions)
    .where(
      and(
        eq(guideQuestions.workshopId, workshopId),
        eq(guideQuestions.kind, 'customer'),
        eq(guideQuestions.core, true),
      ),
    )
    .orderBy(asc(guideQuestions.position));
  const of = (kind: 'customer' | 'employee') => held.find((row) => row.kind === kind)?.n ?? 0;
  return {
    customerInterviews: of('customer'),
    employeeInterviews: of('employee'),
    questions: core.map((row) => row.text),
    functions: present.map((row) => row.name).sort((a, b) => a.localeCompare(b, 'sv')),
  };
}
