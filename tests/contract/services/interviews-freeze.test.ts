import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import { auditEvents, docStates, findings, interviews, turns } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { LINE, openNotes } from '../../../lib/notes/document.ts';
import {
  freezeNotes,
  lateLines,
  openCapture,
  planInterview,
  recordConsent,
  startCapture,
  takeInLate,
} from '../../../lib/services/interviews.ts';
import { type DocumentName, notesDocument } from '../../../lib/sync/protocol.ts';
import { openTestDatabase } from '../../support/database.ts';
import { codeOf, consent, takeIn, workshopWith } from './interviews-support.ts';

const ROLES = {
  facilitator: 'facilitator',
  interviewer: 'interviewer',
  noteTaker: 'noteTaker',
  otherNoteTaker: 'noteTaker',
  participant: 'participant',
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

const quiet = { documentChanged: () => undefined };

/** The live notes of one interview in memory. */
function liveNotes() {
  const notes = openNotes(new Y.Doc());
  const told: DocumentName[] = [];
  return {
    told,
    write(id: string, text: string, attributes: Record<string, unknown> = {}) {
      const line = new Y.XmlElement(LINE);
      for (const [name, value] of Object.entries({ id, ...attributes })) {
        line.setAttribute(name, value as string);
      }
      line.insert(0, [new Y.XmlText(text)]);
      notes.lines.push([line]);
    },
    change(at: number, text: string) {
      const words = (notes.lines.get(at) as Y.XmlElement).get(0) as Y.XmlText;
      words.delete(0, words.length);
      words.insert(0, text);
    },
    read: async () => Y.encodeStateAsUpdate(notes.doc),
    notify: (document: DocumentName) => void told.push(document),
  };
}

async function planned(agreed = true): Promise<string> {
  const { id } = await planInterview(db, actors.interviewer, {
    alias: 'Kund C',
    kind: 'customer',
    noteTakerId: actors.noteTaker.userId,
  });
  if (agreed) await recordConsent(db, actors.interviewer, { interviewId: id, consent }, quiet);
  return id;
}
const statusOf = async (id: string) =>
  (await db.select().from(interviews).where(eq(interviews.id, id)))[0]?.status;
const turnsOf = (id: string) =>
  db.select().from(turns).where(eq(turns.interviewId, id)).orderBy(asc(turns.position));
const findingsOf = (id: string) =>
  db.select().from(findings).where(eq(findings.interviewId, id)).orderBy(asc(findings.turn));

test('the clock begins an interview only after its consent to notes', async () => {
  const id = await planned(false);
  expect(await codeOf(startCapture(db, actors.noteTaker, id))).toBe('consentMissing');
  expect(await statusOf(id)).toBe('planned');
  await recordConsent(db, actors.interviewer, { interviewId: id, consent }, quiet);
  await startCapture(db, actors.noteTaker, id);
  await startCapture(db, actors.interviewer, id);
  expect(await statusOf(id)).toBe('capturing');
  const [row] = await db.select().from(interviews).where(eq(interviews.id, id));
  expect(row?.heldOn).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test.each(['startCapture', 'openCapture'] as const)(
  '%s is for the team and the facilitator',
  async (what) => {
    const id = await planned();
    const act = (actor: Actor) =>
      codeOf((what === 'startCapture' ? startCapture : openCapture)(db, actor, id));
    expect(await act(actors.noteTaker)).toBe('accepted');
    expect(await act(actors.facilitator)).toBe('accepted');
    expect(await act(actors.otherNoteTaker)).toBe('forbidden');
    expect(await act(actors.participant)).toBe('forbidden');
    expect(await act(stranger)).toBe('interviewNotFound');
  },
);

test('an interview planned before there were live notes gets them when it is opened', async () => {
  const id = await planned();
  await db.delete(docStates).where(eq(docStates.doc, notesDocument(id)));
  expect((await openCapture(db, actors.noteTaker, id)).hasNotes).toBe(true);
  const imported = await takeIn(db, actors.noteTaker);
  expect((await openCapture(db, actors.noteTaker, imported)).hasNotes).toBe(false);
});

test('notes that are done are turns and findings, once', async () => {
  const id = await planned();
  const room = liveNotes();
  room.write('q', 'Hur märkte du det?', { speaker: 'interviewer', atMs: 1_000 });
  room.write('t', '# Fakturan', { touchpointId: 'tp1' });
  room.write('a', '”Den bara dök upp”', { atMs: 4_000 });
  room.write('b', '!!! ingen ringde', { speaker: 'companion', atMs: 6_000 });
  room.write('c', ':(', { atMs: 7_000 });
  room.write('d', '? vilken bank', { atMs: 8_000 });
  await freezeNotes(db, actors.noteTaker, id, room);
  await freezeNotes(db, actors.interviewer, id, room);
  expect(await statusOf(id)).toBe('raw');
  expect((await turnsOf(id)).map((t) => [t.position, t.lineId, t.role, t.speaker, t.atMs, t.text])).toEqual([
    [0, 'q', 'interviewer', 'Interviewer', 1_000, 'Hur märkte du det?'],
    [1, 'a', 'interviewee', 'Kund C', 4_000, 'Den bara dök upp'],
    [2, 'b', 'interviewee', 'Kund C 2', 6_000, 'ingen ringde'],
    [3, 'd', 'interviewer', 'Interviewer', 8_000, 'vilken bank'],
  ]);
  expect(
    (await findingsOf(id)).map((f) => [f.kind, f.turn, f.start, f.end, f.words, f.speaker, f.touchpointId]),
  ).toEqual([
    ['quote', 1, 0, 16, 'Den bara dök upp', 'Kund C', 'tp1'],
    ['friction', 2, 0, 12, 'ingen ringde', 'Kund C 2', 'tp1'],
    ['emotion', 2, 0, 12, 'ingen ringde', 'Kund C 2', 'tp1'],
  ]);
  const events = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.workshopId, actors.noteTaker.workshopId));
  expect(events.filter(({ event }) => event === 'interview.noted')).toMatchObject([
    { detail: { interviewId: id, turns: 4, findings: 3 } },
  ]);
  expect(JSON.stringify(events)).not.toMatch(/dök|ringde|bank/);
  expect(room.told).toContain(notesDocument(id));
});

test('two who are done at the same moment are done once', async () => {
  const id = await planned();
  const room = liveNotes();
  for (let i = 0; i < 20; i += 1) room.write(`l${i}`, `"rad ${i}`);
  await Promise.all([
    freezeNotes(db, actors.noteTaker, id, room),
    freezeNotes(db, actors.interviewer, id, room),
  ]);
  expect(await turnsOf(id)).toHaveLength(20);
  expect(await findingsOf(id)).toHaveLength(20);
});

test('nothing is frozen of empty notes, without consent, or by who is not of the team', async () => {
  const room = liveNotes();
  room.write('a', '');
  const id = await planned();
  expect(await codeOf(freezeNotes(db, actors.noteTaker, id, room))).toBe('notesEmpty');
  expect(await statusOf(id)).toBe('planned');
  room.write('b', 'ord');
  expect(await codeOf(freezeNotes(db, actors.otherNoteTaker, id, room))).toBe('forbidden');
  const silent = await planned(false);
  expect(await codeOf(freezeNotes(db, actors.noteTaker, silent, room))).toBe('consentMissing');
  expect(await turnsOf(silent)).toEqual([]);
});

test('lines typed or changed later are counted, and taken in behind the others once', async () => {
  const id = await planned();
  const room = liveNotes();
  room.write('a', '"ett');
  room.write('b', 'två');
  expect(await lateLines(db, actors.noteTaker, id, room)).toBe(0);
  await freezeNotes(db, actors.noteTaker, id, room);
  expect(await lateLines(db, actors.noteTaker, id, room)).toBe(0);
  room.write('c', '! tre');
  room.change(1, 'två och en halv');
  expect(await lateLines(db, actors.noteTaker, id, room)).toBe(2);
  expect(await codeOf(takeInLate(db, actors.otherNoteTaker, id, room))).toBe('forbidden');
  expect(await takeInLate(db, actors.noteTaker, id, room)).toBe(2);
  expect(await takeInLate(db, actors.noteTaker, id, room)).toBe(0);
  expect(await lateLines(db, actors.noteTaker, id, room)).toBe(0);
  expect((await turnsOf(id)).map(({ position, text }) => [position, text])).toEqual([
    [0, 'ett'],
    [1, 'två'],
    [2, 'två och en halv'],
    [3, 'tre'],
  ]);
  expect((await findingsOf(id)).map(({ kind, turn }) => [kind, turn])).toEqual([
    ['quote', 0],
    ['friction', 3],
  ]);
  await db.update(interviews).set({ status: 'shared' }).where(eq(interviews.id, id));
  room.write('d', 'fyra');
  expect(await codeOf(takeInLate(db, actors.noteTaker, id, room))).toBe('notesClosed');
});
