import { and, eq } from 'drizzle-orm';
import { type Actor, can } from '../../auth/can.ts';
import { decisions, snapshots } from '../../db/schema/index.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import type { Subject } from '../../review/subject.ts';
import { audit } from '../audit.ts';
import { storable } from '../snapshots/canonical.ts';
import { readSnapshot } from '../snapshots/read.ts';
import { checked, type DecisionInput, decisionInput, type StatusInput, statusInput } from './input.ts';
import { namedIn } from './named.ts';
import { type Revision, revisionsOf } from './read.ts';

/** What came of it. */
export interface Made {
  revision: number;
  /** Whoever it was given to now and was not before; empty where that is nobody. */
  newOwner: string;
}

/**
 * Decides on a subject, or decides anew. What stood before stays as its history. Sent twice it is decided
 * once. Throws forbidden, invalidInput, snapshotNotFound, notFound (no such subject in that snapshot), and
 * decisionChanged when somebody has decided since the form was opened: nothing is written then.
 */
export async function decide(db: Db, actor: Actor, input: DecisionInput): Promise<Made> {
  if (!can(actor, 'decision.make')) throw new AppError('forbidden');
  const { subject, number, revision, ...said } = storable(checked(decisionInput, input));
  const last = (await revisionsOf(db, actor.workshopId, subject)).at(-1);
  if (last && isSame(last, said, actor)) return { revision: last.revision, newOwner: '' };
  // What was decided on stays decided on, also where the map went on without it.
  if (last) await snapshotId(db, actor, number);
  else await expectSubject(db, actor, number, subject);
  await write(db, actor, { subject, number, revision, said });
  return { revision: revision + 1, newOwner: said.owner === last?.owner ? '' : said.owner };
}

/**
 * Marks a decision as done, as open again, or takes it back; everything else of it stays. Throws forbidden,
 * invalidInput, notFound, decisionChanged.
 */
export async function setStatus(db: Db, actor: Actor, input: StatusInput): Promise<{ revision: number }> {
  if (!can(actor, 'decision.make')) throw new AppError('forbidden');
  const { subject, revision, status } = checked(statusInput, input);
  const last = (await revisionsOf(db, actor.workshopId, subject)).at(-1);
  if (!last) throw new AppError('notFound');
  if (last.status === status) return { revision: last.revision };
  const { choice, text, owner, functionName, dueOn, number } = last;
  const said = { choice, text, owner, functionName, dueOn, status };
  await write(db, actor, { subject, number, revision, said });
  return { revision: revision + 1 };
}

type Said = Pick<Revision, 'choice' | 'text' | 'owner' | 'functionName' | 'dueOn' | 'status'>;

/** Whether the same person has said just this: a form sent twice. */
function isSame(last: Revision, said: Said, actor: Actor): boolean {
  if (last.by !== actor.name) return false;
  return (Object.keys(said) as (keyof Said)[]).every((key) => last[key] === said[key]);
}

async function write(
  db: Db,
  actor: Actor,
  { subject, number, revision, said }: { subject: Subject; number: number; revision: number; said: Said },
): Promise<void> {
  const { workshopId, userId } = actor;
  const of = await snapshotId(db, actor, number);
  await db.transaction(async (tx) => {
    const latest = (await revisionsOf(tx, workshopId, subject)).at(-1)?.revision ?? 0;
    if (latest !== revision) throw new AppError('decisionChanged');
    const written = await tx
      .insert(decisions)
      .values({
        ...{ workshopId, snapshotId: of, subjectKind: subject.kind, subjectId: subject.id },
        ...{ revision: revision + 1, ...said, decidedBy: userId },
      })
      // Two at the same moment: the table takes one revision of a subject once.
      .onConflictDoNothing()
      .returning({ id: decisions.id });
    if (written.length === 0) throw new AppError('decisionChanged');
    const { choice, status } = said;
    const detail = { number, kind: subject.kind, revision: revision + 1, choice, status };
    await audit(tx, { workshopId, actorId: userId, event: 'decision.made', detail });
  });
}

export async function snapshotId(db: Db, { workshopId }: Actor, number: number): Promise<string> {
  const [row] = await db
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(and(eq(snapshots.workshopId, workshopId), eq(snapshots.number, number)));
  if (!row) throw new AppError('snapshotNotFound');
  return row.id;
}

/** Throws snapshotNotFound, and notFound where the snapshot has nothing of that kind and id. */
export async function expectSubject(db: Db, actor: Actor, number: number, subject: Subject): Promise<void> {
  const { journey } = await readSnapshot(db, actor, number);
  if (!namedIn(journey, subject)) throw new AppError('notFound');
}
