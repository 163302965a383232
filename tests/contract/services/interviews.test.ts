import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../../lib/auth/can.ts';
import { auditEvents, interviews, turns } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { castTurns, guessCast, parseTranscript, speakersOf } from '../../../lib/notes/transcript/index.ts';
import { listInterviews, readInterview, shareInterview } from '../../../lib/services/interviews.ts';
import { mapDocuments } from '../../../lib/sync/protocol.ts';
import { openTestDatabase } from '../../support/database.ts';
import { fixture } from '../../unit/transcript/support.ts';
import { codeOf, consent, mapRoom, TURNS, takeIn, workshopWith } from './interviews-support.ts';

const ROLES = {
  facilitator: 'facilitator',
  interviewer: 'interviewer',
  noteTaker: 'noteTaker',
  otherNoteTaker: 'noteTaker',
  participant: 'participant',
  leader: 'leader',
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

const rowsLeft = async () => ({
  interviews: (await db.select().from(interviews)).length,
  turns: (await db.select().from(turns)).length,
});

test('an interview is taken in whole, and the names in it are not stored anywhere', async () => {
  const id = await takeIn(db, actors.noteTaker);
  const stored = await db.select().from(turns).where(eq(turns.interviewId, id)).orderBy(asc(turns.position));
  expect(stored.map((t) => [t.position, t.speaker, t.role, t.atMs])).toEqual([
    [0, 'Interviewer', 'interviewer', 0],
    [1, 'Kund A', 'interviewee', 4_000],
    [2, 'Interviewer', 'interviewer', 9_000],
    [3, 'Kund A', 'interviewee', 11_000],
  ]);
  expect(stored.map((t) => t.text)).toEqual(TURNS.map((t) => t.text));
  const dump = JSON.stringify([
    stored,
    await db.select().from(interviews),
    await db.select().from(auditEvents),
  ]);
  expect(dump).not.toMatch(/Åsa|Dan/);
});

test('the second and further voices of a part get a number', async () => {
  const voices = ['Dan', 'Eva', 'Kim', 'Bo'].map((speaker, i) => ({
    speaker,
    role: i < 2 ? ('interviewer' as const) : ('interviewee' as const),
    atMs: null,
    text: 'ja',
  }));
  const id = await takeIn(db, actors.facilitator, { turns: voices });
  const { turns: read } = await readInterview(db, actors.facilitator, id);
  expect(read.map((t) => t.speaker)).toEqual(['Interviewer', 'Interviewer 2', 'Kund A', 'Kund A 2']);
});

test('a real interview of 94 turns, and one of 5,000, survive word for word', async () => {
  const parsed = parseTranscript(fixture('interviews-pdpilot-en/P1.txt'), 'P1.txt');
  const cast = castTurns(parsed, guessCast(speakersOf(parsed)));
  const id = await takeIn(db, actors.interviewer, { turns: cast, alias: 'Analyst A' });
  const { turns: read } = await readInterview(db, actors.interviewer, id);
  expect(read.map((t) => t.text)).toEqual(parsed.map((t) => t.text));
  expect(new Set(read.map((t) => t.speaker))).toEqual(new Set(['Interviewer', 'Analyst A']));
  const long = Array.from({ length: 5_000 }, (_, i) => ({ ...TURNS[1], text: `tur ${i}` })) as typeof TURNS;
  const longId = await takeIn(db, actors.interviewer, { turns: long });
  expect((await readInterview(db, actors.interviewer, longId)).turns).toHaveLength(5_000);
});

test('nothing is stored by half when an interview is refused', async () => {
  const before = await rowsLeft();
  const refusals = await Promise.all([
    codeOf(takeIn(db, actors.interviewer, { consent: { ...consent, notes: false } })),
    codeOf(takeIn(db, actors.interviewer, { alias: '  ' })),
    codeOf(takeIn(db, actors.interviewer, { turns: [] })),
    codeOf(takeIn(db, actors.interviewer, { turns: TURNS.filter((t) => t.role === 'interviewer') })),
    codeOf(takeIn(db, actors.interviewer, { heldOn: 'igår' })),
    codeOf(takeIn(db, actors.interviewer, { noteTakerId: stranger.userId })),
    codeOf(takeIn(db, actors.participant)),
    codeOf(takeIn(db, actors.leader)),
  ]);
  expect(refusals).toEqual([
    'consentMissing',
    ...Array.from({ length: 5 }, () => 'invalidInput'),
    'forbidden',
    'forbidden',
  ]);
  // The last turn is one the database cannot store: the ones before it must not stay.
  const broken = [...TURNS, { ...TURNS[3], text: 'nul \0 byte' }] as typeof TURNS;
  await expect(takeIn(db, actors.interviewer, { turns: broken })).rejects.toThrow();
  expect(await rowsLeft()).toEqual(before);
});

test('before it is shared: its own team and the facilitator; afterwards everyone but leaders', async () => {
  const id = await takeIn(db, actors.noteTaker);
  const reading = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(actors).map(async ([name, actor]) => [
          name,
          await codeOf(readInterview(db, actor, id)),
        ]),
      ),
    );
  expect(await reading()).toEqual({
    facilitator: 'accepted',
    interviewer: 'interviewNotShared',
    noteTaker: 'accepted',
    otherNoteTaker: 'interviewNotShared',
    participant: 'interviewNotShared',
    leader: 'forbidden',
  });
  const rooms = mapRoom();
  for (const actor of [actors.interviewer, actors.otherNoteTaker, actors.participant]) {
    expect(await codeOf(shareInterview(db, actor, id, rooms))).toBe('interviewNotShared');
  }
  expect(rooms.told).toEqual([]);
  await shareInterview(db, actors.noteTaker, id, rooms);
  await shareInterview(db, actors.noteTaker, id, rooms);
  expect(rooms.told).toEqual(
    mapDocuments(actors.noteTaker.workshopId).map((document) => ({ document, notice: { type: 'findings' } })),
  );
  expect(rooms.reopened).toEqual([`notes:${id}`]);
  expect(await reading()).toEqual({
    facilitator: 'accepted',
    interviewer: 'accepted',
    noteTaker: 'accepted',
    otherNoteTaker: 'accepted',
    participant: 'accepted',
    leader: 'forbidden',
  });
});

test('another workshop’s people learn nothing, not even that it exists', async () => {
  const id = await takeIn(db, actors.noteTaker);
  expect(await codeOf(readInterview(db, stranger, id))).toBe('interviewNotFound');
  expect(await codeOf(shareInterview(db, stranger, id, mapRoom()))).toBe('interviewNotFound');
  expect(await codeOf(readInterview(db, { ...stranger, role: null }, id))).toBe('forbidden');
  expect(await codeOf(readInterview(db, actors.facilitator, "' or 1=1"))).toBe('interviewNotFound');
  expect((await listInterviews(db, stranger)).interviews).toEqual([]);
});

test('the list holds what one may read and counts the rest', async () => {
  const own = await workshopWith(db, ROLES);
  const first = await takeIn(db, own.noteTaker);
  await takeIn(db, own.interviewer, { alias: 'Kund B' });
  await shareInterview(db, own.noteTaker, first, mapRoom());
  const seen = async (actor: Actor) => {
    const { interviews: list, notShared } = await listInterviews(db, actor);
    return [...list.map((i) => `${i.alias} ${i.status} ${i.turns}${i.own ? ' own' : ''}`), notShared];
  };
  expect(await seen(own.facilitator)).toEqual(['Kund A shared 4', 'Kund B raw 4', 0]);
  expect(await seen(own.interviewer)).toEqual(['Kund A shared 4', 'Kund B raw 4 own', 0]);
  expect(await seen(own.noteTaker)).toEqual(['Kund A shared 4 own', 1]);
  expect(await seen(own.participant)).toEqual(['Kund A shared 4', 1]);
  expect(await codeOf(listInterviews(db, own.leader))).toBe('forbidden');
});

test('who took in and shared what is in the audit, without words or alias', async () => {
  const own = await workshopWith(db, ROLES);
  const id = await takeIn(db, own.noteTaker);
  await shareInterview(db, own.noteTaker, id, mapRoom());
  const lines = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.workshopId, own.noteTaker.workshopId))
    .orderBy(asc(auditEvents.seq));
  expect(lines.map((l) => [l.event, l.actorId])).toEqual([
    ['interview.imported', own.noteTaker.userId],
    ['interview.shared', own.noteTaker.userId],
  ]);
  expect(JSON.stringify(lines)).not.toContain('Kund A');
});
