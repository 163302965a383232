import { and, count, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import { interviews, members } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';

/** Who had been asked, and which functions sat at the table, when the snapshot was taken. No names. */
export const group = z.object({
  customerInterviews: z.number().int().nonnegative(),
  employeeInterviews: z.number().int().nonnegative(),
  /** Each function once, in alphabetical order. */
  functions: z.array(z.string()),
});
export type Group = z.infer<typeof group>;

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
  const of = (kind: 'customer' | 'employee') => held.find((row) => row.kind === kind)?.n ?? 0;
  return {
    customerInterviews: of('customer'),
    employeeInterviews: of('employee'),
    functions: present.map((row) => row.name).sort((a, b) => a.localeCompare(b, 'sv')),
  };
}
