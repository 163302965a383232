import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../../auth/can.ts';
import { findings, interviews } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { audit } from '../audit.ts';
import { rightsIn } from '../interviews/access.ts';
import { retagged, TAG_LIMITS, tag, tagKey } from './tags.ts';

/** Tags to put on and to take off the same findings. */
export const tagChange = z.object({
  findingIds: z.array(z.uuid()).min(1).max(5_000),
  add: z.array(tag).max(TAG_LIMITS.perFinding),
  remove: z.array(tag).max(TAG_LIMITS.perFinding),
});
export type TagChange = z.infer<typeof tagChange>;

export interface Retagged {
  /** What has other tags now. */
  tags: Record<string, string[]>;
  /** Of the findings asked for, those the actor may not change, or that are gone. */
  untouched: number;
  /** Gives every finding back the tags it had, where nobody has changed them since. */
  undo: TagChange[];
}

/**
 * Changes the tags of many findings in one step: those of interviews the actor marks in; others keep theirs.
 * Throws forbidden when none is, tagsFull when one would have too many.
 */
export async function retagFindings(db: Db, actor: Actor, changes: readonly TagChange[]): Promise<Retagged> {
  return db.transaction(async (tx) => {
    const result: Retagged = { tags: {}, untouched: 0, undo: [] };
    for (const change of changes) await apply(tx, actor, change, result);
    const changed = Object.keys(result.tags).length;
    if (changed === 0 && result.untouched > 0) throw new AppError('forbidden');
    if (changed > 0) {
      await audit(tx, {
        workshopId: actor.workshopId,
        actorId: actor.userId,
        event: 'findings.tagged',
        detail: { findings: changed },
      });
    }
    return result;
  });
}

async function apply(tx: Db, actor: Actor, change: TagChange, result: Retagged): Promise<void> {
  // Anew for every change: what the one before took off everywhere is not known any more.
  const spelling = await spellings(tx, actor.workshopId);
  const ids = [...new Set(change.findingIds)];
  const rows = await tx
    .select({ finding: findings, interview: interviews })
    .from(findings)
    .innerJoin(interviews, eq(interviews.id, findings.interviewId))
    .where(inArray(findings.id, ids))
    .for('update', { of: findings });
  const mine = rows.filter(
    ({ interview }) => interview.workshopId === actor.workshopId && rightsIn(actor, interview).mark,
  );
  result.untouched += ids.length - mine.length;
  // Findings that end up alike are written, and taken back, together.
  const writes = new Map<string, { tags: string[]; ids: string[] }>();
  const undos = new Map<string, TagChange>();
  for (const { finding } of mine) {
    const tags = retagged(finding.tags, change, spelling);
    if (tags.length > TAG_LIMITS.perFinding) throw new AppError('tagsFull', { max: TAG_LIMITS.perFinding });
    if (sameList(tags, finding.tags)) continue;
    result.tags[finding.id] = tags;
    const write = writes.get(JSON.stringify(tags)) ?? { tags, ids: [] };
    writes.set(JSON.stringify(tags), write);
    write.ids.push(finding.id);
    const add = finding.tags.filter((name) => !tags.includes(name));
    const remove = tags.filter((name) => !finding.tags.includes(name));
    const undo = undos.get(JSON.stringify([add, remove])) ?? { findingIds: [], add, remove };
    undos.set(JSON.stringify([add, remove]), undo);
    undo.findingIds.push(finding.id);
  }
  for (const { tags, ids: alike } of writes.values()) {
    await tx.update(findings).set({ tags }).where(inArray(findings.id, alike));
  }
  // What was done last is taken back first.
  result.undo.unshift(...undos.values());
}

const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** How each tag of the workshop is spelled; of several ways the one used most. */
async function spellings(tx: Db, workshopId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ tags: findings.tags })
    .from(findings)
    .innerJoin(interviews, eq(interviews.id, findings.interviewId))
    .where(eq(interviews.workshopId, workshopId));
  const counts = new Map<string, number>();
  for (const name of rows.flatMap((row) => row.tags)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const best = new Map<string, string>();
  for (const [name] of [...counts].sort((a, b) => a[1] - b[1])) best.set(tagKey(name), name);
  return best;
}
