import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../../lib/auth/can.ts';
import { auditEvents, comments, docStates, snapshots, users } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { type Subject, subjectKey } from '../../../lib/review/subject.ts';
import { addComment, commentsOn, MOST_COMMENTS, removeComment } from '../../../lib/services/comments.ts';
import { writeSnapshot } from '../../../lib/services/snapshots/write.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import { openTestDatabase } from '../../support/database.ts';
import { workshopWith } from '../../support/people.ts';
import { codeOf } from './interviews-support.ts';

let db: Db;
let close: () => Promise<void>;
let people: Awaited<ReturnType<typeof workshopWith>>;
let leader: Actor;

const WHOLE: Subject = { kind: 'snapshot', id: '' };
const input = (text: string, over: object = {}) => ({ number: 1, subject: WHOLE, text, ...over });
const told = async (actor: Actor) => (await commentsOn(db, actor, 1)).get(subjectKey(WHOLE)) ?? [];

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  people = await workshopWith(db);
  leader = (await people.joined('leader', 'Lena Ledare')).actor;
  const [row] = await db
    .select()
    .from(docStates)
    .where(eq(docStates.doc, journeyDocument(people.id)));
  const of = { workshopId: people.id, state: row?.state ?? new Uint8Array(), takenBy: null };
  await writeSnapshot(db, { ...of, label: 'Första', reason: 'manual' }, workHere);
});

it('leaders and facilitators talk: who, what, in the order it was said', async () => {
  await addComment(db, leader, input(' Vem äger det här? '));
  await addComment(db, people.facilitator, input('Ekonomi.'));
  expect(await told(leader)).toMatchObject([
    { text: 'Vem äger det här?', by: 'Lena Ledare', own: true },
    { text: 'Ekonomi.', by: 'Åsa Öberg', own: false },
  ]);
});

it('nobody else writes or reads it', async () => {
  await addComment(db, leader, input('Mellan oss'));
  for (const role of ['participant', 'noteTaker', 'interviewer'] as const) {
    const { actor } = await people.joined(role);
    expect(await codeOf(addComment(db, actor, input('Jag med')))).toBe('forbidden');
    expect(await codeOf(commentsOn(db, actor, 1))).toBe('forbidden');
  }
  const { facilitator: stranger } = await workshopWith(db);
  expect(await codeOf(addComment(db, stranger, input('Hej')))).toBe('snapshotNotFound');
  expect(await commentsOn(db, stranger, 1)).toEqual(new Map());
});

it('one takes one’s own words away; that there was something stays', async () => {
  const { id } = await addComment(db, leader, input('Förhastat'));
  expect(await codeOf(removeComment(db, people.facilitator, id))).toBe('notFound');
  expect(await codeOf(removeComment(db, leader, 'no-id'))).toBe('notFound');
  await removeComment(db, leader, id);
  await removeComment(db, leader, id);
  expect(await told(people.facilitator)).toMatchObject([{ text: null, by: 'Lena Ledare' }]);
  const [row] = await db.select().from(comments).where(eq(comments.id, id));
  expect(row?.text).toBe('');
});

it('a form sent twice, even at the same moment, is one comment', async () => {
  const sent = await Promise.all([1, 2, 3].map(() => addComment(db, leader, input('En gång'))));
  expect(sent.filter((s) => !s.again)).toHaveLength(1);
  expect(await told(leader)).toHaveLength(1);
  await addComment(db, people.facilitator, input('En gång'));
  expect(await told(leader)).toHaveLength(2);
});

it('refuses nothing, too much, and what is not in the snapshot', async () => {
  for (const text of ['', '   ', 'x'.repeat(2_001)])
    expect(await codeOf(addComment(db, leader, input(text)))).toBe('invalidInput');
  const subject = { kind: 'phase', id: 'nowhere' } as const;
  expect(await codeOf(addComment(db, leader, input('Hej', { subject })))).toBe('notFound');
  expect(await codeOf(addComment(db, leader, input('Hej', { number: 7 })))).toBe('snapshotNotFound');
});

it('a snapshot holds so many and no more', async () => {
  const [row] = await db.select().from(snapshots).where(eq(snapshots.workshopId, people.id));
  const of = {
    workshopId: people.id,
    snapshotId: row?.id ?? '',
    subjectKind: 'snapshot',
    subjectId: '',
  } as const;
  await db
    .insert(comments)
    .values(Array.from({ length: MOST_COMMENTS }, (_, i) => ({ ...of, text: `${i}` })));
  expect(await codeOf(addComment(db, leader, input('En till')))).toBe('commentsFull');
});

it('what somebody said stays when they are gone, without their name', async () => {
  await addComment(db, leader, input('Hej då'));
  await db.delete(users).where(eq(users.id, leader.userId));
  expect(await told(people.facilitator)).toMatchObject([{ text: 'Hej då', by: null }]);
});

it('audit lines hold nobody’s words', async () => {
  const { id } = await addComment(db, leader, input('Hemligheten'));
  await removeComment(db, leader, id);
  const lines = await db.select().from(auditEvents).where(eq(auditEvents.workshopId, people.id));
  expect(lines.map((l) => l.event)).toEqual(expect.arrayContaining(['comment.written', 'comment.removed']));
  expect(JSON.stringify(lines)).not.toMatch(/Hemligheten|Lena/);
});
