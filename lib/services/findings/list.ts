import { asc, eq, inArray } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { findings, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { rightsIn } from '../interviews/access.ts';
import { type FindingView, viewOf } from './view.ts';

/**
 * The findings the actor may bring onto the map, interview by interview in the order of the text: those of
 * shared interviews, and of unshared ones the actor may read. Findings of somebody who did not agree to be
 * quoted on the map are never among them. Throws forbidden.
 */
export async function listFindings(db: Db, actor: Actor): Promise<FindingView[]> {
  if (!can(actor, 'map.write')) throw new AppError('forbidden');
  const rows = await db
    .select()
    .from(interviews)
    .where(eq(interviews.workshopId, actor.workshopId))
    .orderBy(asc(interviews.createdAt), asc(interviews.id));
  const readable = rows.filter((row) => row.consent.quoteOnMap && rightsIn(actor, row).read);
  if (readable.length === 0) return [];
  const marked = await db
    .select()
    .from(findings)
    .where(
      inArray(
        findings.interviewId,
        readable.map((row) => row.id),
      ),
    )
    .orderBy(asc(findings.turn), asc(findings.start), asc(findings.end), asc(findings.createdAt));
  return readable.flatMap((row) =>
    marked.filter((finding) => finding.interviewId === row.id).map((finding) => viewOf(finding, row)),
  );
}
