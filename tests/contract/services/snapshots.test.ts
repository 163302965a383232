import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Actor, ROLES } from '../../../lib/auth/can.ts';
import type { SessionUser } from '../../../lib/auth/session.ts';
import { auditEvents, docStates, snapshots, users } from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { addCard, setCardText } from '../../../lib/journey/commands/cards.ts';
import { addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, openJourney, toJourney } from '../../../lib/journey/document.ts';
import type { CardKind, Source } from '../../../lib/journey/model.ts';
import type { Rooms } from '../../../lib/runtime.ts';
import { markFinding } from '../../../lib/services/findings.ts';
import { importInterview } from '../../../lib/services/interviews.ts';
import { actorIn } from '../../../lib/services/members.ts';
import { pack } from '../../../lib/services/snapshots/pack.ts';
import {
  listSnapshots,
  readSnapshot,
  readSnapshotWhole,
  takeSnapshot,
} from '../../../lib/services/snapshots.ts';
import { createWorkshop } from '../../../lib/services/workshops.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import { openTestDatabase } from '../../support/database.ts';

let db: Db;
let close: () => Promise<void>;
let user: SessionUser;
/** What the open maps were told. */
const told: string[] = [];
/** Documents that are open; others are read from the store, as the server does. */
const open = new Map<string, Y.Doc>();

const rooms: Rooms = {
  async read(document) {
    const live = open.get(document);
    if (live) return Y.encodeStateAsUpdate(live);
    const [row] = await db.select().from(docStates).where(eq(docStates.doc, document));
    return row?.state ?? new Uint8Array();
  },
  past: () => Promise.reject(new Error('Nobody asks for it.')),
  restore: () => Promise.reject(new Error('Nobody asks for it.')),
  notify: (document, notice) => void told.push(`${document} ${notice.type}`),
  rightsChanged: () => undefined,
  userChanged: () => undefined,
  documentChanged: () => undefined,
  erase: () => Promise.reject(new Error('Nobody asks for it.')),
  remove: () => Promise.reject(new Error('Nobody asks for it.')),
};

beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
  const [row] = await db
    .insert(users)
    .values({ name: 'Ulla', email: 'ulla@example.org' })
    .returning({ id: users.id });
  user = { id: row?.id ?? '', name: 'Ulla', email: 'ulla@example.org', kind: 'account' };
});
afterAll(() => close());

async function freshWorkshop(): Promise<{ actor: Actor; journey: JourneyDoc }> {
  const { id } = await createWorkshop(db, user, { title: 'Prov', template: 'subscription', locale: 'sv' });
  const journey = openJourney(new Y.Doc());
  Y.applyUpdate(journey.doc, await rooms.read(journeyDocument(id)));
  open.set(journeyDocument(id), journey.doc);
  return { actor: await actorIn(db, user, id), journey };
}

function write(journey: JourneyDoc, kind: CardKind, text: string, source: Source | null = null): string {
  const { touchpoints, lanes } = toJourney(journey);
  const lane = lanes.find((l) => l.kind === kind);
  return addCard(journey, {
    kind,
    text,
    cell: { touchpointId: touchpoints[0]?.id ?? '', laneId: lane?.id ?? '' },
    authorId: user.id,
    source,
    valence: kind === 'emotion' ? 1 : null,
  });
}

async function markedFinding(actor: Actor, words: string): Promise<Source> {
  const { id } = await importInterview(db, actor, {
    alias: 'Kund 1',
    kind: 'customer',
    heldOn: null,
    consent: { notes: true, recording: false, quoteOnMap: true, quoteOutside: false },
    interviewerId: null,
    noteTakerId: null,
    turns: [{ speaker: 'Kund', role: 'interviewee', atMs: 61_000, text: `Ja, ${words}` }],
  });
  const finding = await markFinding(
    db,
    actor,
    { interviewId: id, turn: 0, start: 4, end: 4 + words.length, mark: { kind: 'quote' } },
    rooms,
  );
  return { findingId: finding.id, interviewId: id };
}

describe('taking a snapshot', () => {
  it('keeps the map, the words behind its cards and the figures, and tells the open map', async () => {
    const { actor, journey } = await freshWorkshop();
    const source = await markedFinding(actor, 'räkningen går inte att läsa.');
    write(journey, 'quote', 'Räkningen är svår', source);
    write(journey, 'emotion', 'glad');
    told.length = 0;
    expect(await takeSnapshot(db, actor, { label: '  Första  ' }, { rooms, work: workHere })).toEqual({
      number: 1,
    });
    expect(told).toEqual([`${journeyDocument(actor.workshopId)} snapshots`]);

    const held = await readSnapshot(db, actor, 1);
    expect(held.label).toBe('Första');
    expect(held.journey).toEqual(toJourney(journey));
    expect(held.sources[source.findingId]).toEqual({
      interviewId: source.interviewId,
      alias: 'Kund 1',
      kind: 'customer',
      words: 'räkningen går inte att läsa.',
      speaker: 'Kund 1',
      atMs: 61_000,
    });
    expect(held.figures.coverage).toMatchObject({ observed: 1, total: 2, interviews: 1 });
    expect(held.figures.capital.plain).toBe(1);
    expect(held.group).toEqual({
      customerInterviews: 1,
      employeeInterviews: 0,
      functions: [],
      questions: expect.any(Array),
    });
  });

  it('writes an audit line without anybody’s words', async () => {
    const { actor } = await freshWorkshop();
    await takeSnapshot(db, actor, { label: 'Hemligt namn' }, { rooms, work: workHere });
    const lines = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.workshopId, actor.workshopId), eq(auditEvents.event, 'snapshot.taken')));
    expect(lines.map((l) => l.detail)).toEqual([{ number: 1, reason: 'manual', map: 'asIs' }]);
  });

  it('numbers twelve taken at once 1 to 12, without a gap and without a pair', async () => {
    const { actor } = await freshWorkshop();
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        takeSnapshot(db, actor, { label: `Nr ${i}` }, { rooms, work: workHere }),
      ),
    );
    expect(taken.map((s) => s.number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect((await listSnapshots(db, actor)).map((s) => s.number)).toEqual(
      Array.from({ length: 12 }, (_, i) => 12 - i),
    );
  });

  it('does not believe a card that claims to be observed', async () => {
    const { actor, journey } = await freshWorkshop();
    const elsewhere = await markedFinding((await freshWorkshop()).actor, 'från en annan workshop.');
    const invented = { findingId: crypto.randomUUID(), interviewId: crypto.randomUUID() };
    const own = await markedFinding(actor, 'på riktigt.');
    write(journey, 'quote', 'påhittad', invented);
    write(journey, 'quote', 'lånad', elsewhere);
    write(journey, 'quote', 'fel intervju', { ...own, interviewId: elsewhere.interviewId });
    write(journey, 'quote', 'på riktigt', own);
    await takeSnapshot(db, actor, { label: 'Belägg' }, { rooms, work: workHere });
    const held = await readSnapshot(db, actor, 1);
    const cards = held.journey.cards.map((c) => [c.text, c.evidence, c.source !== null]);
    expect(cards.sort()).toEqual(
      [
        ['fel intervju', 'assumed', false],
        ['lånad', 'assumed', false],
        ['påhittad', 'assumed', false],
        ['på riktigt', 'observed', true],
      ].sort(),
    );
    expect(held.figures.coverage).toMatchObject({ observed: 1, total: 4 });
    expect(Object.keys(held.sources)).not.toContain(elsewhere.findingId);
  });

  it('takes text that PostgreSQL would refuse', async () => {
    const { actor, journey } = await freshWorkshop();
    write(journey, 'quote', 'noll\u0000tecken');
    await takeSnapshot(db, actor, { label: 'Udda \u0000 tecken' }, { rooms, work: workHere });
    const held = await readSnapshot(db, actor, 1);
    expect(held.journey.cards[0]?.text).toBe('noll\ufffdtecken');
  });

  it.each(['', '   ', 'x'.repeat(121)])('refuses the label %j', async (label) => {
    const { actor } = await freshWorkshop();
    await expect(takeSnapshot(db, actor, { label }, { rooms, work: workHere })).rejects.toMatchObject({
      code: 'invalidInput',
    });
    expect(await listSnapshots(db, actor)).toEqual([]);
  });
});

describe('a snapshot stays what it was', () => {
  it('has the same hash and content after a thousand edits of the map', async () => {
    const { actor, journey } = await freshWorkshop();
    const card = write(journey, 'quote', 'så var det');
    await takeSnapshot(db, actor, { label: 'Före' }, { rooms, work: workHere });
    const before = await readSnapshot(db, actor, 1);
    for (let i = 0; i < 999; i++) setCardText(journey, card, `ändring ${i}`);
    addTouchpoint(journey, { name: 'Ny', phaseId: toJourney(journey).phases[0]?.id ?? '' });
    await takeSnapshot(db, actor, { label: 'Efter' }, { rooms, work: workHere });
    expect(await readSnapshot(db, actor, 1)).toEqual(before);
    expect((await readSnapshot(db, actor, 2)).sha256).not.toBe(before.sha256);
  });

  it('is not shown when somebody has changed it in the database', async () => {
    const { actor, journey } = await freshWorkshop();
    write(journey, 'quote', 'oförändrad');
    await takeSnapshot(db, actor, { label: 'Orörd' }, { rooms, work: workHere });
    const { state, sha256, ...held } = await readSnapshotWhole(db, actor, 1);
    const cards = held.journey.cards.map((c) => ({ ...c, text: 'ändrad' }));
    const { bytes } = await pack({ ...held, journey: { ...held.journey, cards } }, state);
    await db.update(snapshots).set({ content: bytes }).where(eq(snapshots.workshopId, actor.workshopId));
    await expect(readSnapshot(db, actor, 1)).rejects.toMatchObject({ code: 'snapshotDamaged' });
  });

  it('keeps the live document’s state beside the plain journey', async () => {
    const { actor, journey } = await freshWorkshop();
    write(journey, 'quote', 'i båda');
    await takeSnapshot(db, actor, { label: 'Två former' }, { rooms, work: workHere });
    const again = openJourney(new Y.Doc());
    Y.applyUpdate(again.doc, (await readSnapshotWhole(db, actor, 1)).state);
    expect(toJourney(again)).toEqual(toJourney(journey));
  });
});

describe('who may', () => {
  it('take one: facilitator and interviewer, nobody else; read one: every member', async () => {
    const { actor } = await freshWorkshop();
    await takeSnapshot(db, actor, { label: 'Finns' }, { rooms, work: workHere });
    const takers: string[] = [];
    const readers: string[] = [];
    for (const role of [...ROLES, null]) {
      const as = { ...actor, role };
      await takeSnapshot(db, as, { label: 'Prov' }, { rooms, work: workHere }).then(
        () => takers.push(String(role)),
        (error) => expect(error).toMatchObject({ code: 'forbidden' }),
      );
      await readSnapshot(db, as, 1).then(
        () => readers.push(String(role)),
        (error) => expect(error).toMatchObject({ code: 'forbidden' }),
      );
      if (!readers.includes(String(role))) {
        await expect(listSnapshots(db, as)).rejects.toMatchObject({ code: 'forbidden' });
      }
    }
    expect(takers).toEqual(['facilitator', 'interviewer']);
    expect(readers).toEqual(['facilitator', 'interviewer', 'noteTaker', 'participant', 'leader']);
  });

  it('learns no names as a leader', async () => {
    const { actor } = await freshWorkshop();
    await takeSnapshot(db, actor, { label: 'Vem' }, { rooms, work: workHere });
    expect((await listSnapshots(db, actor))[0]?.by).toBe('Ulla');
    const leader = { ...actor, role: 'leader' as const };
    expect((await listSnapshots(db, leader))[0]?.by).toBeNull();
    expect((await readSnapshot(db, leader, 1)).by).toBeNull();
  });

  it('reads only the own workshop’s snapshots', async () => {
    const { actor } = await freshWorkshop();
    const { actor: other } = await freshWorkshop();
    await takeSnapshot(db, actor, { label: 'Min' }, { rooms, work: workHere });
    for (const number of [1, 0, -1, 1.5, Number.NaN, 1e12]) {
      await expect(readSnapshot(db, other, number)).rejects.toMatchObject({ code: 'snapshotNotFound' });
    }
  });
});
