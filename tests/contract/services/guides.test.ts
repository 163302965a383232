import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../lib/auth/can.ts';
import type { SessionUser } from '../../../lib/auth/session.ts';
import { users } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import {
  addQuestion,
  applyTemplate,
  GUIDE_LIMITS,
  type GuideKind,
  listGuide,
  moveQuestion,
  removeQuestion,
  templateQuestions,
  updateQuestion,
} from '../../../lib/services/guides.ts';
import { actorIn } from '../../../lib/services/members.ts';
import { createWorkshop } from '../../../lib/services/workshops.ts';
import { openTestDatabase } from '../../support/database.ts';
import { codeOf, workshopWith } from './interviews-support.ts';

const ROLES = {
  facilitator: 'facilitator',
  interviewer: 'interviewer',
  noteTaker: 'noteTaker',
  participant: 'participant',
  leader: 'leader',
} as const;

let db: Db;
let close: () => Promise<void>;
let actors: Record<keyof typeof ROLES, Actor>;
let stranger: Actor;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  stranger = (await workshopWith(db, { facilitator: 'facilitator' })).facilitator;
});
afterAll(() => close());
beforeEach(async () => {
  actors = await workshopWith(db, ROLES);
});

const add = (text: string, extra: { id?: string; at?: number; kind?: GuideKind } = {}) =>
  addQuestion(db, actors.interviewer, { kind: 'customer', text, ...extra });
const texts = async (kind: GuideKind = 'customer', actor = actors.participant) =>
  (await listGuide(db, actor, kind)).map((question) => question.text);

test('a new workshop starts with its template’s guide, in its own language', async () => {
  const [row] = await db
    .insert(users)
    .values({ name: 'Ulla', email: 'guides@example.org' })
    .returning({ id: users.id });
  const user: SessionUser = { id: row?.id ?? '', name: 'Ulla', email: 'guides@example.org', kind: 'account' };
  const { id } = await createWorkshop(db, user, { title: 'Prov', template: 'retail', locale: 'sv' });
  const actor = await actorIn(db, user, id);
  for (const kind of ['customer', 'employee'] as const) {
    const held = await listGuide(db, actor, kind);
    expect(held.map(({ text, followUps, tests }) => ({ kind, text, followUps, tests }))).toEqual(
      templateQuestions('retail', kind, 'sv'),
    );
    expect(held.every((question) => question.core && question.tests === null)).toBe(true);
  }
});

test('a question keeps its follow-ups, its weight and what it tests; blanks are no follow-ups', async () => {
  const { id } = await addQuestion(db, actors.noteTaker, {
    kind: 'employee',
    text: ' Vad hände? ',
    followUps: ['Och sedan?', '  ', ''],
    tests: { kind: 'figure', text: ' NKI 62: fakturan drar ner ' },
  });
  const [held] = await listGuide(db, actors.participant, 'employee');
  expect(held).toEqual({
    id,
    kind: 'employee',
    text: 'Vad hände?',
    followUps: ['Och sedan?'],
    core: true,
    tests: { kind: 'figure', text: 'NKI 62: fakturan drar ner' },
  });
  await updateQuestion(db, actors.noteTaker, { id, kind: 'employee', text: 'Berätta.', core: false });
  expect(await listGuide(db, actors.participant, 'employee')).toEqual([
    { id, kind: 'employee', text: 'Berätta.', followUps: [], core: false, tests: null },
  ]);
});

test('a removed question comes back as itself and where it was, once', async () => {
  await add('a');
  const b = await add('b');
  await add('c');
  await removeQuestion(db, actors.interviewer, { id: b.id, kind: 'customer' });
  expect(await texts()).toEqual(['a', 'c']);
  await Promise.all([add('b', { id: b.id, at: 1 }), add('b', { id: b.id, at: 1 })]);
  expect(await texts()).toEqual(['a', 'b', 'c']);
  expect((await listGuide(db, actors.participant, 'customer'))[1]?.id).toBe(b.id);
});

test('any order of moves leaves every question once, each where it was put last (seed 5)', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const ids = new Map<string, string>();
  for (const name of names) ids.set(name, (await add(name)).id);
  const expected = [...names];
  const moves = fc.sample(
    fc.record({ name: fc.constantFrom(...names), to: fc.integer({ min: -2, max: 7 }) }),
    { numRuns: 40, seed: 5 },
  );
  for (const { name, to } of moves) {
    await moveQuestion(db, actors.facilitator, { id: ids.get(name) ?? '', kind: 'customer', to });
    expected.splice(expected.indexOf(name), 1);
    expected.splice(Math.min(Math.max(to, 0), expected.length), 0, name);
  }
  expect(await texts()).toEqual(expected);
});

test('two who add and move at once leave a guide in which everything stands once', async () => {
  const first = await add('a');
  await Promise.all([
    add('b', { at: 0 }),
    add('c', { at: 0 }),
    moveQuestion(db, actors.facilitator, { id: first.id, kind: 'customer', to: 9 }),
    addQuestion(db, actors.facilitator, { kind: 'customer', text: 'd' }),
  ]);
  expect((await texts()).sort()).toEqual(['a', 'b', 'c', 'd']);
});

test('a template adds what is not there word for word, behind what is', async () => {
  await add('Vår egen fråga');
  const added = await applyTemplate(db, actors.facilitator, { kind: 'customer', template: 'publicService' });
  const theirs = templateQuestions('publicService', 'customer', 'sv').map((q) => q.text);
  expect(added).toHaveLength(theirs.length);
  expect(await texts()).toEqual(['Vår egen fråga', ...theirs]);
  const again = { kind: 'customer', template: 'publicService' } as const;
  expect(await applyTemplate(db, actors.facilitator, again)).toEqual([]);
  expect(await texts('employee')).toEqual([]);
});

test('who may change the guide: whoever holds interviews; who may read it: everybody who maps', async () => {
  const { id } = await add('a');
  const tries = async (actor: Actor) => [
    await codeOf(addQuestion(db, actor, { kind: 'customer', text: 'x' })),
    await codeOf(updateQuestion(db, actor, { id, kind: 'customer', text: 'y' })),
    await codeOf(moveQuestion(db, actor, { id, kind: 'customer', to: 0 })),
    await codeOf(applyTemplate(db, actor, { kind: 'employee', template: 'retail' })),
    await codeOf(listGuide(db, actor, 'customer')),
  ];
  const no = Array.from({ length: 4 }, () => 'forbidden');
  expect(await tries(actors.participant)).toEqual([...no, 'accepted']);
  expect(await tries(actors.leader)).toEqual([...no, 'forbidden']);
  for (const actor of [actors.facilitator, actors.interviewer, actors.noteTaker]) {
    expect(new Set(await tries(actor))).toEqual(new Set(['accepted']));
  }
  // Another workshop's facilitator meets nothing of ours, by no id.
  expect(await codeOf(updateQuestion(db, stranger, { id, kind: 'customer', text: 'x' }))).toBe('notFound');
  expect(await codeOf(removeQuestion(db, stranger, { id, kind: 'customer' }))).toBe('notFound');
  expect(await codeOf(moveQuestion(db, stranger, { id, kind: 'customer', to: 0 }))).toBe('notFound');
  expect(await codeOf(addQuestion(db, stranger, { id, kind: 'customer', text: 'x' }))).toBe('invalidInput');
  expect(await listGuide(db, stranger, 'customer')).toEqual([]);
});

test('what does not fit is refused with nothing changed', async () => {
  const long = 'x'.repeat(GUIDE_LIMITS.text + 1);
  const codes = [
    await codeOf(add('   ')),
    await codeOf(add(long)),
    await codeOf(add('a', { id: 'nope' })),
    await codeOf(
      addQuestion(db, actors.facilitator, {
        kind: 'customer',
        text: 'a',
        followUps: Array.from({ length: GUIDE_LIMITS.followUps + 1 }, () => 'och?'),
      }),
    ),
  ];
  expect(codes).toEqual(Array.from({ length: 4 }, () => 'invalidInput'));
  for (let i = 0; i < GUIDE_LIMITS.questions; i++) await add(`fråga ${i}`);
  expect(await codeOf(add('en till'))).toBe('guideFull');
  expect(await codeOf(applyTemplate(db, actors.facilitator, { kind: 'customer', template: 'retail' }))).toBe(
    'guideFull',
  );
  expect(await texts()).toHaveLength(GUIDE_LIMITS.questions);
});
