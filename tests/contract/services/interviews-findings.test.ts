import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../lib/auth/can.ts';
import { findings, turns } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import {
  listFindings,
  type Mark,
  markFinding,
  readFinding,
  removeFinding,
  sourcesOf,
  updateFinding,
} from '../../../lib/services/findings.ts';
import { shareInterview } from '../../../lib/services/interviews.ts';
import { mapDocuments } from '../../../lib/sync/protocol.ts';
import { openTestDatabase } from '../../support/database.ts';
import { codeOf, consent, mapRoom, TURNS, takeIn, workshopWith } from './interviews-support.ts';

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
let interviewId: string;
let rooms: ReturnType<typeof mapRoom>;

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  stranger = (await workshopWith(db, { facilitator: 'facilitator' })).facilitator;
});
afterAll(() => close());
beforeEach(async () => {
  actors = await workshopWith(db, ROLES);
  interviewId = await takeIn(db, actors.noteTaker);
  rooms = mapRoom();
});

const QUOTE: Mark = { kind: 'quote' };
const TEXT = TURNS[1]?.text ?? '';

/** Marks `words` where they stand in the interviewee's first turn. */
const markWords = (words: string, mark: Mark = QUOTE, actor: Actor = actors.noteTaker) => {
  const start = TEXT.indexOf(words);
  return markFinding(db, actor, { interviewId, turn: 1, start, end: start + words.length, mark }, rooms);
};

const stored = () => db.select().from(findings).where(eq(findings.interviewId, interviewId));

test('the words are the stored turn’s own, with who said them and when', async () => {
  const marked = await markWords('😡 Jag hade ju sagt upp');
  expect(marked).toMatchObject({
    words: '😡 Jag hade ju sagt upp',
    alias: 'Kund A',
    speaker: 'Kund A',
    interviewKind: 'customer',
    shared: false,
    kind: 'quote',
    atMs: 4_000,
    turn: 1,
  });
  expect(TEXT.slice(marked.start, marked.end)).toBe(marked.words);
  expect(rooms.told).toEqual(
    mapDocuments(actors.noteTaker.workshopId).map((document) => ({ document, notice: { type: 'findings' } })),
  );
});

test('blanks at the ends do not belong to a finding', async () => {
  const at = TEXT.indexOf('före!');
  const marked = await markFinding(
    db,
    actors.noteTaker,
    { interviewId, turn: 1, start: at, end: TEXT.indexOf('Ingen'), mark: QUOTE },
    rooms,
  );
  expect([marked.words, marked.start, marked.end]).toEqual(['före!', at, at + 5]);
});

test('marked after cleaning, a finding has the words of the clean copy and its place in the raw text', async () => {
  const clean = TEXT.replace('Ingen ringde', '[NAMN 1] ringde aldrig');
  await db
    .update(turns)
    .set({ clean })
    .where(and(eq(turns.interviewId, interviewId), eq(turns.position, 1)));
  const marked = await markWords('Ingen ringde tillbaka.');
  expect(marked.words).toBe('[NAMN 1] ringde aldrig tillbaka.');
  expect(TEXT.slice(marked.start, marked.end)).toBe('Ingen ringde tillbaka.');
});

test('a mark that comes back has the tags and the touchpoint it had', async () => {
  const start = TEXT.indexOf('Ingen');
  const passage = { interviewId, turn: 1, start, end: start + 5, mark: QUOTE };
  const back = await markFinding(
    db,
    actors.noteTaker,
    { ...passage, tags: ['Kö'], touchpointId: 't1' },
    rooms,
  );
  expect([back.tags, back.touchpointId]).toEqual([['Kö'], 't1']);
});

test('places that are not in the turn are refused, and so are the interviewer’s words', async () => {
  const emoji = TEXT.indexOf('😡');
  const tries: [number, number, number][] = [
    [1, 0, TEXT.length + 1],
    [1, -1, 4],
    [1, 5, 5],
    [1, emoji, emoji + 1],
    [1, TEXT.indexOf('  Ingen'), TEXT.indexOf('Ingen')],
    [99, 0, 3],
    [0, 0, 3],
  ];
  const codes = [];
  for (const [turn, start, end] of tries) {
    codes.push(
      await codeOf(markFinding(db, actors.noteTaker, { interviewId, turn, start, end, mark: QUOTE }, rooms)),
    );
  }
  expect(codes).toEqual([...Array.from({ length: 6 }, () => 'wordsNotInTurn'), 'wordsOfInterviewer']);
  expect(await stored()).toEqual([]);
});

test('more than a card can hold is refused', async () => {
  const text = 'ord '.repeat(600);
  const id = await takeIn(db, actors.noteTaker, {
    turns: [{ role: 'interviewee', atMs: null, text }],
  });
  const whole = { interviewId: id, turn: 0, start: 0, end: text.length, mark: QUOTE };
  expect(await codeOf(markFinding(db, actors.noteTaker, whole, rooms))).toBe('wordsTooLong');
});

test('marks overlap; the same mark twice, even at once, is one finding with the latest feeling', async () => {
  await markWords('Jag hade ju sagt upp');
  await markWords('sagt upp, två veckor före', { kind: 'friction', severity: 2 });
  await Promise.all(
    [-1, -2, -2].map((valence) => markWords('sagt upp', { kind: 'emotion', emoji: '😡', valence })),
  );
  await markWords('sagt upp', { kind: 'emotion', emoji: '😢', valence: -2 });
  const rows = await stored();
  expect(rows.map((r) => r.kind).sort()).toEqual(['emotion', 'friction', 'quote']);
  expect(rows.find((r) => r.kind === 'emotion')).toMatchObject({ emoji: '😢', valence: -2, severity: null });
});

test('changing a mark keeps the words and empties what the new kind does not have', async () => {
  const { id } = await markWords('Ingen ringde tillbaka.', { kind: 'emotion', emoji: '🙁', valence: -1 });
  const mark: Mark = { kind: 'friction', severity: 3 };
  const changed = await updateFinding(db, actors.noteTaker, { findingId: id, mark }, rooms);
  expect(changed).toMatchObject({
    id,
    words: 'Ingen ringde tillbaka.',
    kind: 'friction',
    severity: 3,
    emoji: null,
    valence: null,
  });
});

test('a mark is removed unless a card of the map stands on it', async () => {
  const loose = await markWords('Ingen ringde');
  const placed = await markWords('Den bara dök upp.');
  rooms.place(placed.id, interviewId);
  await removeFinding(db, actors.noteTaker, loose.id, rooms);
  expect(await codeOf(removeFinding(db, actors.noteTaker, placed.id, rooms))).toBe('findingPlaced');
  expect((await stored()).map((r) => r.id)).toEqual([placed.id]);
});

test('who may mark, change and remove: the interview’s own and the facilitator', async () => {
  const { id } = await markWords('Den bara dök upp.');
  await shareInterview(db, actors.noteTaker, interviewId, rooms);
  const tryAll = async (actor: Actor) => [
    await codeOf(markWords('Ingen ringde', QUOTE, actor)),
    await codeOf(updateFinding(db, actor, { findingId: id, mark: QUOTE }, rooms)),
    await codeOf(removeFinding(db, actor, id, rooms)),
  ];
  const all = (code: string) => [code, code, code];
  expect(await tryAll(actors.participant)).toEqual(all('forbidden'));
  expect(await tryAll(actors.interviewer)).toEqual(all('forbidden'));
  expect(await tryAll(actors.leader)).toEqual(all('forbidden'));
  expect(await tryAll(stranger)).toEqual(['interviewNotFound', 'notFound', 'notFound']);
  expect(await tryAll(actors.facilitator)).toEqual(all('accepted'));
});

test('the tray: shared findings for all who map, unshared ones for the interview’s team', async () => {
  await markWords('Ingen ringde tillbaka.');
  await markWords('Den bara dök upp.');
  const tray = async (actor: Actor) => (await listFindings(db, actor)).map((f) => f.words);
  const both = ['Den bara dök upp.', 'Ingen ringde tillbaka.'];
  expect(await tray(actors.noteTaker)).toEqual(both);
  expect(await tray(actors.facilitator)).toEqual(both);
  expect(await tray(actors.interviewer)).toEqual([]);
  expect(await tray(actors.participant)).toEqual([]);
  await shareInterview(db, actors.noteTaker, interviewId, rooms);
  expect(await tray(actors.participant)).toEqual(both);
  expect(await tray(stranger)).toEqual([]);
  expect(await codeOf(tray(actors.leader))).toBe('forbidden');
});

test('without consent to being quoted on the map, nothing reaches tray, leader or snapshot', async () => {
  interviewId = await takeIn(db, actors.noteTaker, { consent: { ...consent, quoteOnMap: false } });
  const { id } = await markWords('Den bara dök upp.');
  await shareInterview(db, actors.noteTaker, interviewId, rooms);
  expect(await listFindings(db, actors.facilitator)).toEqual([]);
  expect(await codeOf(readFinding(db, actors.leader, id))).toBe('interviewNotShared');
  expect(await sourcesOf(db, actors.facilitator.workshopId, [id])).toEqual({});
});

test('behind a card: the surroundings for who may read the notes, only the words for a leader', async () => {
  const { id } = await markWords('Den bara dök upp.');
  expect(await codeOf(readFinding(db, actors.participant, id))).toBe('interviewNotShared');
  expect(await codeOf(readFinding(db, actors.leader, id))).toBe('interviewNotShared');
  await shareInterview(db, actors.noteTaker, interviewId, rooms);
  const around = await readFinding(db, actors.participant, id);
  expect(around.turns?.map((t) => t.position)).toEqual([0, 1, 2, 3]);
  expect(around.turns?.[1]?.text).toBe(TEXT);
  const forLeader = await readFinding(db, actors.leader, id);
  expect([forLeader.finding.words, forLeader.turns]).toEqual(['Den bara dök upp.', null]);
  expect(await codeOf(readFinding(db, stranger, id))).toBe('notFound');
  expect(await codeOf(readFinding(db, actors.facilitator, 'nope'))).toBe('notFound');
});

test('sources are those of the workshop, whatever ids are asked for', async () => {
  const { id } = await markWords('Den bara dök upp.');
  const found = await sourcesOf(db, actors.facilitator.workshopId, [id, 'nope', crypto.randomUUID()]);
  expect(found).toEqual({
    [id]: {
      interviewId,
      alias: 'Kund A',
      kind: 'customer',
      words: 'Den bara dök upp.',
      speaker: 'Kund A',
      atMs: 4_000,
    },
  });
  expect(await sourcesOf(db, stranger.workshopId, [id])).toEqual({});
});
