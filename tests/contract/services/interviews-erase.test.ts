import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import {
  auditEvents,
  docStates,
  erasures,
  findings,
  interviews,
  keptFlags,
  snapshots,
  turns,
} from '../../../lib/db/schema/index.ts';
import { StorageBusy, scrub } from '../../../lib/db/scrub.ts';
import type { OpenDb } from '../../../lib/db/types.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { type JourneyDoc, openJourney, toJourney } from '../../../lib/journey/document.ts';
import { listFindings, markFinding } from '../../../lib/services/findings.ts';
import {
  type EraseTools,
  eraseInterview,
  finishErasures,
  keepFlag,
  mayQuoteOutside,
  previewErasure,
  readErasure,
  readInterview,
  recordConsent,
  resumeErasure,
  shareInterview,
  withdraw,
} from '../../../lib/services/interviews.ts';
import { listSnapshots, readSnapshot, takeSnapshot } from '../../../lib/services/snapshots.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import { createSync, type Sync } from '../../../server/sync/index.ts';
import { configWith } from '../../support/config.ts';
import { workshopWith } from '../../support/people.ts';
import { onEachEngine } from '../../support/postgres.ts';
import { codeOf, consent, takeIn } from './interviews-support.ts';

const quiet = { info() {}, warn() {}, error() {} };
const SAID = 'Den bara dök upp. Jag hade ju sagt upp, två veckor före! Ingen ringde tillbaka.';

onEachEngine('erasing', (open) => {
  let db: OpenDb;
  let close: () => Promise<void>;
  let sync: Sync;
  let facilitator: Actor;
  let noteTaker: Actor;
  let participant: Actor;
  let interviewId: string;
  let other: string;
  let tools: EraseTools;
  let forgotten: number;

  beforeAll(async () => {
    ({ db, close } = await open());
    sync = createSync({ db, config: configWith(), logger: quiet });
  });
  afterAll(async () => {
    await sync.close(1_000);
    await close();
  });
  beforeEach(async () => {
    const workshop = await workshopWith(db);
    facilitator = workshop.facilitator;
    noteTaker = (await workshop.joined('noteTaker')).actor;
    participant = (await workshop.joined('participant')).actor;
    forgotten = 0;
    tools = {
      rooms: sync.rooms,
      work: workHere,
      scrub: async () => undefined,
      forget: () => {
        forgotten += 1;
      },
    };
    const turnsOf = (text: string) => [{ role: 'interviewee' as const, atMs: 0, text }];
    interviewId = await takeIn(db, noteTaker, { turns: turnsOf(SAID) });
    other = await takeIn(db, noteTaker, { alias: 'Kund B', turns: turnsOf('Allt gick bra för mig.') });
  });

  const words = async (id: string, text: string, part: string) => {
    const start = text.indexOf(part);
    const passage = { interviewId: id, turn: 0, start, end: start + part.length };
    return markFinding(db, noteTaker, { ...passage, mark: { kind: 'quote' } }, sync.rooms);
  };
  const live = async (): Promise<JourneyDoc> => {
    const journey = openJourney(new Y.Doc());
    Y.applyUpdate(journey.doc, await sync.rooms.read(journeyDocument(facilitator.workshopId)));
    return journey;
  };
  /** Lays cards on the live map, as the server's own edits. */
  const place = async (
    ...cards: { text: string; source: { interviewId: string; findingId: string } | null }[]
  ) => {
    const journey = await live();
    const ids = cards.map((card) =>
      addCard(journey, { kind: 'quote', cell: null, authorId: facilitator.userId, ...card }),
    );
    await sync.rooms.restore(journeyDocument(facilitator.workshopId), Y.encodeStateAsUpdate(journey.doc));
    return ids;
  };
  const texts = async () => toJourney(await live()).cards.map((card) => card.text);

  /** An interview with cards on the map and in two snapshots, and one beside it that has to stay. */
  async function mapped() {
    const quote = await words(interviewId, SAID, 'Jag hade ju sagt upp');
    const stays = await words(other, 'Allt gick bra för mig.', 'Allt gick bra');
    await shareInterview(db, noteTaker, interviewId, sync.rooms);
    await shareInterview(db, noteTaker, other, sync.rooms);
    await takeSnapshot(db, facilitator, { label: 'Före' }, { rooms: sync.rooms, work: workHere });
    const [, , copy = ''] = await place(
      { text: 'Jag hade ju sagt upp', source: { interviewId, findingId: quote.id } },
      { text: 'Allt gick bra', source: { interviewId: other, findingId: stays.id } },
      { text: 'Som hon sa: jag hade ju sagt upp!', source: null },
      { text: 'Vi ringer alltid tillbaka, eller?', source: null },
    );
    await takeSnapshot(db, facilitator, { label: 'Med kort' }, { rooms: sync.rooms, work: workHere });
    return { quote, stays, copy };
  }
  const erase = (cardIds: string[] = [], alias = 'Kund A', actor = facilitator) =>
    eraseInterview(db, actor, { interviewId, alias, cardIds }, tools);
  const rowsOf = async () => ({
    interviews: (await db.select().from(interviews).where(eq(interviews.id, interviewId))).length,
    turns: (await db.select().from(turns).where(eq(turns.interviewId, interviewId))).length,
    findings: (await db.select().from(findings).where(eq(findings.interviewId, interviewId))).length,
    kept: (await db.select().from(keptFlags).where(eq(keptFlags.interviewId, interviewId))).length,
  });

  test('the preview says what would go, and which cards repeat the words without saying whose they are', async () => {
    const { copy } = await mapped();
    expect(await previewErasure(db, facilitator, interviewId, tools)).toMatchObject({
      turns: 1,
      findings: 1,
      cards: 1,
      snapshots: [2],
      copies: [{ cardId: copy, onMap: true, snapshots: [2] }],
    });
  });

  test('everything of the person goes, all else stays, and the audit has no word of it', async () => {
    const { copy, stays } = await mapped();
    await keepFlag(db, noteTaker, { interviewId, kind: 'name', words: 'Rose', kept: true });
    const [before] = await db
      .select()
      .from(snapshots)
      .where(eq(snapshots.number, 1))
      .orderBy(desc(snapshots.createdAt));
    const old = await readSnapshot(db, facilitator, 2);
    const done = await erase([copy, 'not-offered']);
    expect(done.counts).toEqual({ turns: 1, findings: 1, cards: 2, snapshots: 1 });
    expect(done.completedAt).not.toBeNull();
    expect(forgotten).toBe(1);
    expect(await rowsOf()).toEqual({ interviews: 0, turns: 0, findings: 0, kept: 0 });
    expect((await texts()).sort()).toEqual(['Allt gick bra', 'Vi ringer alltid tillbaka, eller?']);
    expect((await listFindings(db, facilitator)).map((finding) => finding.id)).toEqual([stays.id]);

    const held = await readSnapshot(db, facilitator, 2);
    expect(held).toMatchObject({ label: old.label, takenAt: old.takenAt, sourcesErased: 1 });
    expect(held.group).toEqual(old.group);
    expect(held.sha256).not.toBe(old.sha256);
    expect(held.journey.cards).toEqual(
      old.journey.cards.filter(({ text }) => text === 'Allt gick bra' || text.startsWith('Vi ringer')),
    );
    expect({ ...held.journey, cards: [] }).toEqual({ ...old.journey, cards: [] });
    expect(held.sources).toEqual({ [stays.id]: old.sources[stays.id] });
    // The one in which it never was has not been touched.
    const [after] = await db
      .select()
      .from(snapshots)
      .where(eq(snapshots.id, before?.id ?? ''));
    expect(after).toEqual(before);
    expect((await listSnapshots(db, facilitator)).map((one) => [one.number, one.sourcesErased])).toEqual([
      [2, 1],
      [1, 0],
    ]);

    const lines = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.workshopId, facilitator.workshopId));
    const line = lines.find(({ event }) => event === 'interview.erased');
    expect(line).toMatchObject({
      actorId: facilitator.userId,
      detail: { interviewId, turns: 1, findings: 1 },
    });
    expect(JSON.stringify(lines)).not.toMatch(/sagt upp|Kund A|Rose/);
    expect(await codeOf(readInterview(db, facilitator, interviewId))).toBe('interviewNotFound');
  });

  test('nothing goes without the alias written out, or without the right to erase', async () => {
    await mapped();
    expect(await codeOf(erase([], 'Kund'))).toBe('eraseNotConfirmed');
    expect(await codeOf(erase([], 'Kund A', noteTaker))).toBe('forbidden');
    expect(await codeOf(erase([], 'Kund A', participant))).toBe('forbidden');
    const { facilitator: stranger } = await workshopWith(db);
    expect(await codeOf(erase([], 'Kund A', stranger))).toBe('interviewNotFound');
    expect(await codeOf(readErasure(db, noteTaker, interviewId))).toBe('forbidden');
    expect((await rowsOf()).interviews).toBe(1);
  });

  test('broken off at any step, it is finished by doing it again or at the next start', async () => {
    const broken = () => Promise.reject(new Error('The power went.'));
    const ways: Partial<Record<string, Partial<EraseTools>>> = {
      'before the map': { rooms: { ...pick(sync), erase: broken } },
      'before the notes': { rooms: { ...pick(sync), remove: broken } },
      'before memory': {
        forget() {
          throw new Error('The power went.');
        },
      },
      'before the files': { scrub: broken },
    };
    for (const [where, faulty] of Object.entries(ways)) {
      const { copy } = await mapped();
      const whole = tools;
      tools = { ...whole, ...faulty };
      await expect(erase([copy]), where).rejects.toThrow('The power went.');
      tools = whole;
      expect((await rowsOf()).interviews, where).toBe(0);
      expect((await readErasure(db, facilitator, interviewId))?.completedAt, where).toBeNull();
      const failed: unknown[] = [];
      if (where === 'before the map') await finishErasures(db, tools, (...why) => failed.push(why));
      else await resumeErasure(db, facilitator, interviewId, tools);
      expect(failed).toEqual([]);
      const state = await readErasure(db, facilitator, interviewId);
      expect(state?.completedAt, where).not.toBeNull();
      expect(state?.counts, where).toEqual({ turns: 1, findings: 1, cards: 2, snapshots: 1 });
      expect((await texts()).sort(), where).toEqual(['Allt gick bra', 'Vi ringer alltid tillbaka, eller?']);
      const workshop = await workshopWith(db);
      facilitator = workshop.facilitator;
      noteTaker = (await workshop.joined('noteTaker')).actor;
      const turnsOf = (text: string) => [{ role: 'interviewee' as const, atMs: 0, text }];
      interviewId = await takeIn(db, noteTaker, { turns: turnsOf(SAID) });
      other = await takeIn(db, noteTaker, { alias: 'Kund B', turns: turnsOf('Allt gick bra för mig.') });
    }
  });

  test('a damaged snapshot does not keep the words: it is emptied and says so', async () => {
    await mapped();
    const { workshopId } = facilitator;
    await takeSnapshot(db, facilitator, { label: 'Hel' }, { rooms: sync.rooms, work: workHere });
    const taken = await listSnapshots(db, facilitator);
    const damaged = taken.at(-1)?.number ?? 0;
    const whole = taken.at(0)?.number ?? 0;
    const isDamaged = and(eq(snapshots.workshopId, workshopId), eq(snapshots.number, damaged));
    const [{ content } = { content: null }] = await db.select().from(snapshots).where(isDamaged);
    const broken = Uint8Array.from(content ?? []);
    broken[broken.length >> 1] = (broken[broken.length >> 1] ?? 0) ^ 0xff;
    await db.update(snapshots).set({ content: broken }).where(isDamaged);

    const preview = await previewErasure(db, facilitator, interviewId, tools);
    expect(preview.damaged).toEqual([damaged]);
    expect(preview.snapshots).toContain(whole);
    expect((await erase()).completedAt).not.toBeNull();
    const [row] = await db.select().from(snapshots).where(isDamaged);
    expect(row).toMatchObject({ content: null, state: null, journey: null, sources: null, size: 0 });
    expect(row?.erasures).toMatchObject([{ cards: 0, unreadable: true }]);
    expect(await codeOf(readSnapshot(db, facilitator, damaged))).toBe('snapshotEmptied');
    expect((await listSnapshots(db, facilitator)).map((one) => [one.number, one.head === null])).toEqual(
      taken.map((one) => [one.number, one.number === damaged]),
    );
    const words = (await readSnapshot(db, facilitator, whole)).journey.cards.map((card) => card.text);
    expect(words).not.toContain('Jag hade ju sagt upp');
    // Nothing more is to be done to it, nor shown before the next one.
    expect((await previewErasure(db, facilitator, other, tools)).damaged).toEqual([]);
  });

  test('a snapshot of a later release waits for that release', async () => {
    await mapped();
    const ours = eq(snapshots.workshopId, facilitator.workshopId);
    await db.update(snapshots).set({ format: 99 }).where(ours);
    expect(await codeOf(erase())).toBe('snapshotDamaged');
    expect((await readErasure(db, facilitator, interviewId))?.completedAt).toBeNull();
    expect((await db.select().from(snapshots).where(ours))[0]?.content).not.toBeNull();
    await db.update(snapshots).set({ format: 2 }).where(ours);
    const state = await resumeErasure(db, facilitator, interviewId, tools);
    expect(state).toMatchObject({ counts: { snapshots: 1 } });
  });

  test('while the files are in use it says so, and goes on later', async () => {
    await mapped();
    const whole = tools;
    tools = { ...whole, scrub: () => Promise.reject(new StorageBusy('in use')) };
    expect((await erase()).completedAt).toBeNull();
    const failed: string[] = [];
    await finishErasures(db, tools, (id) => failed.push(id));
    expect(failed).toHaveLength(1);
    await finishErasures(db, whole, (id) => failed.push(id));
    expect(failed).toHaveLength(1);
    expect((await readErasure(db, facilitator, interviewId))?.completedAt).not.toBeNull();
  });

  test('a snapshot taken from a map that was read before has nothing of it either', async () => {
    await mapped();
    const document = journeyDocument(facilitator.workshopId);
    const state = await sync.rooms.read(document);
    await erase();
    const stale = { ...sync.rooms, read: async () => state, notify: () => undefined };
    await takeSnapshot(
      db,
      facilitator,
      { label: 'Sen' },
      { rooms: stale as typeof sync.rooms, work: workHere },
    );
    const held = await readSnapshot(db, facilitator, 3);
    expect(JSON.stringify(held)).not.toContain('Jag hade ju sagt upp');
    expect(held.journey.cards.map((card) => card.text)).toContain('Allt gick bra');
  });

  test('taking back quoting on the map: tray, cards and snapshots lose it, the team keeps its notes', async () => {
    const { stays } = await mapped();
    const input = { interviewId, purpose: 'quoteOnMap' as const };
    expect(await codeOf(withdraw(db, noteTaker, input, tools))).toBe('forbidden');
    const done = await withdraw(db, facilitator, input, tools);
    expect(done?.counts).toMatchObject({ findings: 0, cards: 1, snapshots: 1 });
    expect(await withdraw(db, facilitator, input, tools)).toBeNull();
    expect((await listFindings(db, facilitator)).map((finding) => finding.id)).toEqual([stays.id]);
    expect(await texts()).not.toContain('Jag hade ju sagt upp');
    expect((await readSnapshot(db, facilitator, 2)).sourcesErased).toBe(1);
    const read = await readInterview(db, noteTaker, interviewId);
    expect(read.findings).toHaveLength(1);
    expect(read.interview.consent).toEqual({ ...consent, quoteOnMap: false });
    expect(read.interview.consentBy).toBe(facilitator.userId);
    expect(await readErasure(db, facilitator, interviewId)).toBeNull();
    // What is gone stays gone, so it cannot be agreed to again.
    const again = { interviewId, consent };
    expect(await codeOf(recordConsent(db, facilitator, again, sync.rooms))).toBe('consentTakenBack');
    // And erased wholly after that.
    expect((await erase()).completedAt).not.toBeNull();
    expect((await rowsOf()).interviews).toBe(0);
  });

  test('taking back the others is written down with time and person, and removes nothing', async () => {
    interviewId = await takeIn(db, noteTaker, {
      consent: { ...consent, recording: true, quoteOutside: true },
    });
    const consented = async () => (await readInterview(db, facilitator, interviewId)).interview;
    expect(mayQuoteOutside(await consented())).toBe(true);
    for (const purpose of ['recording', 'quoteOutside'] as const)
      expect(await withdraw(db, facilitator, { interviewId, purpose }, tools)).toBeNull();
    expect(mayQuoteOutside(await consented())).toBe(false);
    expect((await consented()).consent).toEqual(consent);
    const rows = await db.select().from(erasures).where(eq(erasures.interviewId, interviewId));
    expect(rows.map(({ scope, completedAt }) => [scope, completedAt !== null])).toEqual([
      ['recording', true],
      ['quoteOutside', true],
    ]);
  });

  test('the notes document goes with the person', async () => {
    const doc = `notes:${interviewId}`;
    await db.insert(docStates).values({ doc, state: Y.encodeStateAsUpdate(new Y.Doc()) });
    await erase();
    expect(await db.select().from(docStates).where(eq(docStates.doc, doc))).toEqual([]);
    await scrub(db.$client, { databaseUrl: 'not our folder' });
  });
});

const pick = ({ rooms }: Sync): EraseTools['rooms'] => ({
  read: (document) => rooms.read(document),
  erase: (workshopId, ids) => rooms.erase(workshopId, ids),
  remove: (document) => rooms.remove(document),
  notify: (document, notice) => rooms.notify(document, notice),
});
