import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../lib/auth/can.ts';
import { auditEvents, interviews, turns } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { planInterview, readInterview, recordConsent } from '../../../lib/services/interviews.ts';
import { openTestDatabase } from '../../support/database.ts';
import { codeOf, consent, TURNS, takeIn, workshopWith } from './interviews-support.ts';

const ROLES = {
  facilitator: 'facilitator',
  interviewer: 'interviewer',
  noteTaker: 'noteTaker',
  participant: 'participant',
} as const;

let db: Db;
let close: () => Promise<void>;
let actors: Record<keyof typeof ROLES, Actor>;
let stranger: Actor;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  actors = await workshopWith(db, ROLES);
  stranger = (await workshopWith(db, { facilitator: 'facilitator' })).facilitator;
});
afterAll(() => close());

/** Nobody has the notes open. */
const rooms = { documentChanged: () => undefined };
const plan = async (actor: Actor) =>
  (await planInterview(db, actor, { alias: 'Kund P', kind: 'customer', interviewerId: actor.userId })).id;
const rowOf = async (id: string) => (await db.select().from(interviews).where(eq(interviews.id, id)))[0];

test('a transcript is taken into a planned interview: the same interview, with what the form says now', async () => {
  const id = await plan(actors.interviewer);
  const taken = await takeIn(db, actors.interviewer, {
    interviewId: id,
    alias: 'Villaägaren',
    segment: 'Landsbygd',
    personaId: 'p1',
    interviewerId: actors.interviewer.userId,
  });
  expect(taken).toBe(id);
  expect(await rowOf(id)).toMatchObject({
    alias: 'Villaägaren',
    segment: 'Landsbygd',
    personaId: 'p1',
    status: 'raw',
    consent,
    consentBy: actors.interviewer.userId,
  });
  const { turns: read } = await readInterview(db, actors.interviewer, id);
  expect(read.map((turn) => turn.speaker)).toEqual([
    'Interviewer',
    'Villaägaren',
    'Interviewer',
    'Villaägaren',
  ]);
});

test('consent recorded with the plan keeps its date; what is ticked otherwise is recorded anew', async () => {
  const [same, other] = [await plan(actors.facilitator), await plan(actors.facilitator)];
  for (const interviewId of [same, other])
    await recordConsent(db, actors.facilitator, { interviewId, consent }, rooms);
  const before = (await rowOf(same))?.consentAt;
  await takeIn(db, actors.facilitator, { interviewId: same });
  expect((await rowOf(same))?.consentAt).toEqual(before);
  const earlier = (await rowOf(other))?.consentAt?.getTime() ?? Number.NaN;
  await takeIn(db, actors.facilitator, { interviewId: other, consent: { ...consent, recording: true } });
  const row = await rowOf(other);
  expect(row?.consent.recording).toBe(true);
  expect(row?.consentAt?.getTime()).toBeGreaterThan(earlier);
});

test('a planned interview is filled once, by whoever arranges it, in its own workshop', async () => {
  const id = await plan(actors.interviewer);
  const refused = [
    await codeOf(takeIn(db, actors.noteTaker, { interviewId: id })),
    await codeOf(takeIn(db, actors.participant, { interviewId: id })),
    await codeOf(takeIn(db, stranger, { interviewId: id })),
    await codeOf(takeIn(db, actors.interviewer, { interviewId: id, consent: { ...consent, notes: false } })),
  ];
  expect(refused).toEqual(['forbidden', 'forbidden', 'interviewNotFound', 'consentMissing']);
  expect(await db.select().from(turns).where(eq(turns.interviewId, id))).toEqual([]);
  await takeIn(db, actors.interviewer, { interviewId: id });
  expect(await codeOf(takeIn(db, actors.interviewer, { interviewId: id }))).toBe('interviewTakenIn');
  expect(await db.select().from(turns).where(eq(turns.interviewId, id))).toHaveLength(TURNS.length);
});

test('whoever comes along answers too, and leaves the plain alias to the one who is interviewed', async () => {
  const id = await takeIn(db, actors.facilitator, {
    turns: [
      { speaker: '0', role: 'companion', atMs: null, text: 'Han kommer strax.' },
      { speaker: '1', role: 'interviewer', atMs: null, text: 'Bra.' },
      { speaker: '2', role: 'interviewee', atMs: null, text: 'Här är jag.' },
    ],
  });
  const { turns: read } = await readInterview(db, actors.facilitator, id);
  expect(read.map(({ speaker, role }) => [speaker, role])).toEqual([
    ['Kund A 2', 'interviewee'],
    ['Interviewer', 'interviewer'],
    ['Kund A', 'interviewee'],
  ]);
});

test('a persona belongs to customers only; the audit has no word of it', async () => {
  const id = await takeIn(db, actors.facilitator, {
    kind: 'employee',
    personaId: 'p1',
    segment: 'Hemlig grupp',
  });
  expect(await rowOf(id)).toMatchObject({ personaId: null, segment: 'Hemlig grupp' });
  expect(JSON.stringify(await db.select().from(auditEvents))).not.toMatch(/Hemlig|Kund A|fakturan/i);
});
