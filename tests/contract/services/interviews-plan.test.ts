import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import { auditEvents, docStates, findings, interviews, turns } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { openNotes, STOPPED, toNotes } from '../../../lib/notes/document.ts';
import { markFinding } from '../../../lib/services/findings.ts';
import {
  callOff,
  coverageByPersona,
  coverageBySegment,
  NO_CONSENT,
  type PlanInput,
  planInterview,
  readConsentForm,
  readPlan,
  recordConsent,
  requireNotesConsent,
  saveConsentForm,
  shareInterview,
  updatePlan,
} from '../../../lib/services/interviews.ts';
import { notesDocument } from '../../../lib/sync/protocol.ts';
import { openTestDatabase } from '../../support/database.ts';
import { codeOf, mapRoom, takeIn, workshopWith } from './interviews-support.ts';

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
let closed: string[];
const rooms = { documentChanged: (document: string) => void closed.push(document) };

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  stranger = (await workshopWith(db, { facilitator: 'facilitator' })).facilitator;
});
afterAll(() => close());
beforeEach(async () => {
  actors = await workshopWith(db, ROLES);
  closed = [];
});

const plan = (actor: Actor, extra: Partial<PlanInput> = {}) =>
  planInterview(db, actor, { alias: 'Kund C', kind: 'customer', ...extra }).then(({ id }) => id);
const rowOf = async (id: string) => {
  const [row] = await db.select().from(interviews).where(eq(interviews.id, id));
  if (!row) throw new Error('The interview is gone.');
  return row;
};
const auditOf = (actor: Actor) =>
  db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.workshopId, actor.workshopId))
    .orderBy(asc(auditEvents.seq));

test('a planned interview has its row, empty notes and nobody’s consent', async () => {
  const plannedAt = new Date('2026-12-01T12:00:00Z');
  const id = await plan(actors.interviewer, {
    segment: ' Villaägare ',
    personaId: 'p1',
    plannedAt: plannedAt.toISOString(),
    noteTakerId: actors.noteTaker.userId,
  });
  expect(await rowOf(id)).toMatchObject({
    alias: 'Kund C',
    segment: 'Villaägare',
    personaId: 'p1',
    plannedAt,
    status: 'planned',
    consent: NO_CONSENT,
    consentAt: null,
    interviewerId: actors.interviewer.userId,
    noteTakerId: actors.noteTaker.userId,
  });
  const [held] = await db
    .select()
    .from(docStates)
    .where(eq(docStates.doc, notesDocument(id)));
  const notes = openNotes(new Y.Doc());
  Y.applyUpdate(notes.doc, held?.state ?? new Uint8Array());
  expect(toNotes(notes)).toEqual({ lines: [], covered: {}, prompts: {}, asked: [], clock: STOPPED });
  const lines = await auditOf(actors.interviewer);
  expect(lines.map((l) => [l.event, l.detail])).toEqual([
    ['interview.planned', { interviewId: id, kind: 'customer' }],
  ]);
});

test('what cannot be planned leaves nothing behind', async () => {
  const before = (await db.select().from(docStates)).length;
  const refusals = [
    await codeOf(plan(actors.participant)),
    await codeOf(plan(actors.leader)),
    await codeOf(plan(actors.interviewer, { alias: '   ' })),
    await codeOf(plan(actors.interviewer, { alias: 'x'.repeat(61) })),
    await codeOf(plan(actors.interviewer, { segment: 'x'.repeat(61) })),
    await codeOf(plan(actors.interviewer, { personaId: 'a b' })),
    await codeOf(plan(actors.interviewer, { plannedAt: 'i morgon' })),
    await codeOf(plan(actors.interviewer, { noteTakerId: stranger.userId })),
    await codeOf(plan(actors.interviewer, { noteTakerId: actors.leader.userId })),
  ];
  expect(refusals).toEqual(['forbidden', 'forbidden', ...Array.from({ length: 7 }, () => 'invalidInput')]);
  const { workshopId } = actors.interviewer;
  expect(await db.select().from(interviews).where(eq(interviews.workshopId, workshopId))).toEqual([]);
  expect(await db.select().from(docStates)).toHaveLength(before);
});

test('an employee is of no persona of the customers’', async () => {
  const id = await plan(actors.facilitator, { kind: 'employee', personaId: 'p1', segment: 'Fakturering' });
  expect(await rowOf(id)).toMatchObject({ kind: 'employee', personaId: null, segment: 'Fakturering' });
});

test('the two who hold it arrange it; while it is nobody’s, whoever holds interviews takes it on', async () => {
  const id = await plan(actors.facilitator);
  const claim = (actor: Actor, team: Partial<PlanInput>) =>
    codeOf(updatePlan(db, actor, { interviewId: id, alias: 'Kund C', kind: 'customer', ...team }, rooms));
  expect(await claim(actors.participant, {})).toBe('forbidden');
  expect(await claim(stranger, {})).toBe('interviewNotFound');
  expect(await claim(actors.noteTaker, { noteTakerId: actors.noteTaker.userId })).toBe('accepted');
  expect(await claim(actors.otherNoteTaker, { noteTakerId: actors.otherNoteTaker.userId })).toBe('forbidden');
  expect(await claim(actors.interviewer, { interviewerId: actors.interviewer.userId })).toBe('forbidden');
  expect(await claim(actors.facilitator, { interviewerId: actors.interviewer.userId })).toBe('accepted');
  // Each time the team changed its notes were closed: whoever left it does not come in again.
  expect(closed).toEqual([notesDocument(id), notesDocument(id)]);
  expect(await claim(actors.noteTaker, {})).toBe('forbidden');
});

test('a new alias is what everything said is shown under, and nobody else’s words are touched', async () => {
  const other = await takeIn(db, actors.noteTaker);
  const id = await takeIn(db, actors.noteTaker);
  await markFinding(
    db,
    actors.noteTaker,
    { interviewId: id, turn: 1, start: 0, end: 17, mark: { kind: 'quote' } },
    mapRoom(),
  );
  await updatePlan(
    db,
    actors.noteTaker,
    {
      interviewId: id,
      alias: 'Radhusägaren',
      kind: 'customer',
      noteTakerId: actors.noteTaker.userId,
    },
    rooms,
  );
  const speakers = async (interviewId: string) =>
    (
      await db.select().from(turns).where(eq(turns.interviewId, interviewId)).orderBy(asc(turns.position))
    ).map((t) => t.speaker);
  expect(await speakers(id)).toEqual(['Interviewer', 'Radhusägaren', 'Interviewer', 'Radhusägaren']);
  expect(await speakers(other)).toEqual(['Interviewer', 'Kund A', 'Interviewer', 'Kund A']);
  const [finding] = await db.select().from(findings).where(eq(findings.interviewId, id));
  expect(finding?.speaker).toBe('Radhusägaren');
});

test('who speaks, customer or employee, is settled once words are there', async () => {
  const id = await takeIn(db, actors.noteTaker);
  const change = { interviewId: id, alias: 'Kund A', kind: 'employee' as const };
  expect(await codeOf(updatePlan(db, actors.facilitator, change, rooms))).toBe('invalidInput');
  const planned = await plan(actors.facilitator);
  await updatePlan(db, actors.facilitator, { ...change, interviewId: planned }, rooms);
  expect((await rowOf(planned)).kind).toBe('employee');
});

test('consent is recorded per purpose, with the time and by whom, and before it nothing may begin', async () => {
  const id = await plan(actors.interviewer);
  const begins = async () => {
    requireNotesConsent(await rowOf(id));
    return 'begun';
  };
  expect(await codeOf(begins())).toBe('consentMissing');
  const record = (given: Partial<typeof NO_CONSENT>, actor = actors.interviewer) =>
    codeOf(recordConsent(db, actor, { interviewId: id, consent: { ...NO_CONSENT, ...given } }, rooms));
  expect(await record({ quoteOnMap: true })).toBe('accepted');
  expect(await codeOf(begins())).toBe('consentMissing');
  expect(await record({ notes: true })).toBe('accepted');
  expect(await begins()).toBe('begun');
  const { consent, consentAt, consentBy } = await rowOf(id);
  expect([consent, consentBy]).toEqual([{ ...NO_CONSENT, notes: true }, actors.interviewer.userId]);
  expect(Math.abs(Date.now() - Number(consentAt))).toBeLessThan(60_000);
  expect(await record({ notes: true }, actors.noteTaker)).toBe('forbidden');
  expect(await record({ notes: true }, actors.participant)).toBe('forbidden');
  expect(await record({ notes: true }, stranger)).toBe('interviewNotFound');
  const lines = (await auditOf(actors.interviewer)).filter((l) => l.event === 'consent.recorded');
  expect(lines.map((l) => l.detail)).toEqual([
    { interviewId: id, ...NO_CONSENT, quoteOnMap: true },
    { interviewId: id, ...NO_CONSENT, notes: true },
  ]);
});

test('once something has been said a purpose is added here, and taken back only by withdrawing it', async () => {
  const id = await takeIn(db, actors.noteTaker);
  const { consent, consentAt, consentBy } = await rowOf(id);
  expect([consentAt instanceof Date, consentBy]).toEqual([true, actors.noteTaker.userId]);
  const record = (given: typeof NO_CONSENT) =>
    codeOf(recordConsent(db, actors.noteTaker, { interviewId: id, consent: given }, rooms));
  expect(await record({ ...consent, quoteOnMap: false })).toBe('consentHeld');
  expect(await record({ ...consent, quoteOutside: true })).toBe('accepted');
  expect((await rowOf(id)).consent).toEqual({ ...consent, quoteOutside: true });
});

test('whoever holds interviews sees the whole plan and opens only what they may; others see what is shared', async () => {
  const shared = await takeIn(db, actors.noteTaker);
  await shareInterview(db, actors.noteTaker, shared, mapRoom());
  await takeIn(db, actors.noteTaker, { alias: 'Kund B' });
  await plan(actors.interviewer, { noteTakerId: actors.noteTaker.userId });
  const seen = async (actor: Actor) => {
    const { interviews: list, notShared } = await readPlan(db, actor);
    return [
      ...list.map((i) =>
        [i.alias, i.status, i.readable && 'opens', i.plannable && 'arranges'].filter(Boolean).join(' '),
      ),
      notShared,
    ];
  };
  expect(await seen(actors.facilitator)).toEqual([
    'Kund A shared opens arranges',
    'Kund B raw opens arranges',
    'Kund C planned opens arranges',
    0,
  ]);
  expect(await seen(actors.noteTaker)).toEqual([
    'Kund A shared opens arranges',
    'Kund B raw opens arranges',
    'Kund C planned opens arranges',
    0,
  ]);
  expect(await seen(actors.otherNoteTaker)).toEqual([
    'Kund A shared opens',
    'Kund B raw',
    'Kund C planned',
    0,
  ]);
  expect(await seen(actors.participant)).toEqual(['Kund A shared opens', 2]);
  expect(await codeOf(readPlan(db, actors.leader))).toBe('forbidden');
  const { interviews: list } = await readPlan(db, actors.otherNoteTaker);
  expect(list.map((i) => [i.interviewer, i.noteTaker, i.consented])).toEqual([
    [null, 'noteTaker', true],
    [null, 'noteTaker', true],
    ['interviewer', 'noteTaker', false],
  ]);
});

test('coverage tells planned, held and shared by segment and persona, customers and employees apart', async () => {
  const shared = await takeIn(db, actors.facilitator);
  await shareInterview(db, actors.facilitator, shared, mapRoom());
  const segmented = (id: string, segment: string, personaId: string | null = null) =>
    db.update(interviews).set({ segment, personaId }).where(eq(interviews.id, id));
  await segmented(shared, 'Villaägare', 'p1');
  await segmented(await takeIn(db, actors.facilitator), 'villaägare ', 'p1');
  await plan(actors.facilitator, { segment: 'Student', personaId: 'p2' });
  await plan(actors.facilitator);
  await plan(actors.facilitator, { kind: 'employee', segment: 'Villaägare' });
  const { all } = await readPlan(db, actors.participant);
  expect(coverageBySegment(all, 'customer')).toEqual([
    { segment: 'Villaägare', planned: 0, held: 1, shared: 1 },
    { segment: 'Student', planned: 1, held: 0, shared: 0 },
    { segment: '', planned: 1, held: 0, shared: 0 },
  ]);
  expect(coverageBySegment(all, 'employee')).toEqual([
    { segment: 'Villaägare', planned: 1, held: 0, shared: 0 },
  ]);
  const personas = ['p1', 'p2', 'p3'].map((id) => ({ id }));
  expect(coverageByPersona(all, personas).map((c) => [c.persona.id, c.planned, c.held, c.shared])).toEqual([
    ['p1', 0, 1, 1],
    ['p2', 1, 0, 0],
    ['p3', 0, 0, 0],
  ]);
});

test('a planned interview is called off with its empty notes; one in which something was noted is not', async () => {
  const live = {
    async remove(document: string) {
      closed.push(document);
      await db.delete(docStates).where(eq(docStates.doc, document));
    },
    async read(document: string) {
      const [held] = await db.select().from(docStates).where(eq(docStates.doc, document));
      return held?.state ?? new Uint8Array();
    },
  };
  const off = (actor: Actor, id: string) => codeOf(callOff(db, actor, id, live));
  const id = await plan(actors.noteTaker);
  expect(await off(actors.otherNoteTaker, id)).toBe('forbidden');
  expect(await off(stranger, id)).toBe('interviewNotFound');
  expect(await off(actors.noteTaker, await takeIn(db, actors.noteTaker))).toBe('interviewBegun');
  const noted = await plan(actors.noteTaker);
  const notes = openNotes(new Y.Doc());
  const line = new Y.XmlElement('line');
  notes.lines.insert(0, [line]);
  line.setAttribute('id', 'l1');
  line.insert(0, [new Y.XmlText('sade något')]);
  await db
    .update(docStates)
    .set({ state: Y.encodeStateAsUpdate(notes.doc) })
    .where(eq(docStates.doc, notesDocument(noted)));
  expect(await off(actors.noteTaker, noted)).toBe('interviewBegun');
  expect(await off(actors.noteTaker, id)).toBe('accepted');
  expect(await off(actors.noteTaker, id)).toBe('interviewNotFound');
  expect(
    await db
      .select()
      .from(docStates)
      .where(eq(docStates.doc, notesDocument(id))),
  ).toEqual([]);
  expect(closed).toEqual([notesDocument(id)]);
});

test('the consent form is the facilitator’s to word; blanks bring ours back', async () => {
  const { facilitator, interviewer, participant, leader } = actors;
  expect(await readConsentForm(db, participant)).toBeNull();
  expect(await codeOf(saveConsentForm(db, interviewer, 'Vi'))).toBe('forbidden');
  expect(await codeOf(saveConsentForm(db, facilitator, 'x'.repeat(6_001)))).toBe('textTooLong');
  await saveConsentForm(db, facilitator, '  Vi är Granlyse.\r\n\r\nVi frågar.  ');
  expect(await readConsentForm(db, interviewer)).toBe('Vi är Granlyse.\n\nVi frågar.');
  expect(await readConsentForm(db, stranger)).toBeNull();
  await saveConsentForm(db, facilitator, '  \n ');
  expect(await readConsentForm(db, facilitator)).toBeNull();
  expect(await codeOf(readConsentForm(db, leader))).toBe('forbidden');
  const lines = await db
    .select({ detail: auditEvents.detail })
    .from(auditEvents)
    .where(and(eq(auditEvents.workshopId, facilitator.workshopId), eq(auditEvents.event, 'consent.form')));
  expect(lines.map((l) => l.detail)).toEqual([{ own: true }, { own: false }]);
});
