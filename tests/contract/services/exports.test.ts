import { count, desc, eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import type { SessionUser } from '../../../lib/auth/session.ts';
import { pictureSrc } from '../../../lib/board/schema/index.ts';
import {
  auditEvents,
  docStates,
  erasures,
  files,
  findings,
  interviews,
  workshops,
} from '../../../lib/db/schema/index.ts';
import type { Db } from '../../../lib/db/types.ts';
import { FORMATS, type Format } from '../../../lib/export/formats.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { drawingOf } from '../../../lib/journey/written.ts';
import { createDemo } from '../../../lib/services/demo/index.ts';
import { exportable, exportFile } from '../../../lib/services/exports.ts';
import { storeImage } from '../../../lib/services/files.ts';
import { importWorkshop } from '../../../lib/services/imports.ts';
import { actorIn } from '../../../lib/services/members.ts';
import { quotableInterviews } from '../../../lib/services/shares/quotable.ts';
import { writeSnapshot } from '../../../lib/services/snapshots/write.ts';
import { readSnapshot } from '../../../lib/services/snapshots.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { workHere } from '../../../lib/work/here.ts';
import { openTestDatabase } from '../../support/database.ts';
import { account, workshopWith } from '../../support/people.ts';
import { PNG } from '../../support/pictures.ts';
import { codeOf } from './interviews-support.ts';

interface Installation {
  db: Db;
  close: () => Promise<void>;
  user: SessionUser;
}

async function installation(): Promise<Installation> {
  const { db, close } = await openTestDatabase();
  return { db, close, user: await account(db, 'Anna Lind') };
}

let here: Installation;
let elsewhere: Installation;
/** The demo, whose second snapshot is the one that is carried about. */
let demo: Actor;

beforeAll(async () => {
  [here, elsewhere] = await Promise.all([installation(), installation()]);
  demo = await actorIn(here.db, here.user, (await createDemo(here.db, here.user, 'sv', workHere)).id);
});
afterAll(async () => {
  await here.close();
  await elsewhere.close();
});

const tools = () => ({ work: workHere, exporting: new Map<string, number>() });
const exported = (format: Format, actor = demo, number = 2) =>
  exportFile(here.db, actor, { number, format, locale: 'sv' }, tools());
const json = async (actor = demo, number = 2) => (await exported('json', actor, number)).bytes;
const taken = ({ db, user }: Installation, bytes: Uint8Array, title: string | null = null) =>
  importWorkshop(db, user, { bytes, title }, workHere);

async function stateOf({ db }: Installation, workshopId: string): Promise<Uint8Array> {
  const [row] = await db
    .select()
    .from(docStates)
    .where(eq(docStates.doc, journeyDocument(workshopId)));
  return row?.state ?? new Uint8Array();
}

async function mapOf(where: Installation, workshopId: string) {
  const j = openJourney(new Y.Doc());
  Y.applyUpdate(j.doc, await stateOf(where, workshopId));
  return { journey: toJourney(j), drawing: drawingOf(j) };
}

/** The first snapshot of a workshop that was taken in. */
async function snapshotOf(where: Installation, workshopId: string) {
  const actor = await actorIn(where.db, where.user, workshopId);
  const state = await stateOf(where, workshopId);
  const given = { workshopId, state, label: 'Hämtad', reason: 'manual', takenBy: where.user.id } as const;
  const { number } = await writeSnapshot(where.db, given, workHere);
  return readSnapshot(where.db, actor, number);
}

const workshopCount = async ({ db }: Installation) => (await db.select({ n: count() }).from(workshops))[0]?.n;

describe('a journey file', () => {
  it('gives another installation the same map, and the next snapshot there the same evidence and figures', async () => {
    const before = await readSnapshot(here.db, demo, 2);
    const { id, cards } = await taken(elsewhere, await json());
    expect(cards).toBe(before.journey.cards.length);
    expect((await mapOf(elsewhere, id)).journey).toEqual(before.journey);
    const after = await snapshotOf(elsewhere, id);
    expect(after.journey).toEqual(before.journey);
    expect(after.figures).toEqual(before.figures);
    expect(after.sources).toEqual(before.sources);
  });

  it('taken in where it was made stands beside it: other ids behind the cards, the same words', async () => {
    const before = await readSnapshot(here.db, demo, 2);
    const bytes = await json();
    // Twice at once, as a doubled press sends it.
    const [one, two] = await Promise.all([taken(here, bytes, 'En gång till'), taken(here, bytes)]);
    expect(one.id).not.toBe(two.id);
    const after = await snapshotOf(here, one.id);
    expect(after.journey.meta.title).toBe('En gång till');
    expect(after.figures).toEqual(before.figures);
    const words = ({ sources }: typeof before) =>
      Object.values(sources)
        .map((source) => `${source.alias}: ${source.words}`)
        .sort();
    expect(words(after)).toEqual(words(before));
    const ids = (snapshot: typeof before) =>
      new Set(Object.values(snapshot.sources).map((source) => source.interviewId));
    expect([...ids(after)].filter((id) => ids(before).has(id))).toEqual([]);
    // The one it came from is as it was.
    expect(await readSnapshot(here.db, demo, 2)).toEqual(before);
  });

  it('carries what everybody agreed to, and nobody is quoted further than they agreed here', async () => {
    const asked = await here.db.select().from(interviews).where(eq(interviews.workshopId, demo.workshopId));
    const { sources } = await readSnapshot(here.db, demo, 2);
    const behind = new Set(Object.values(sources).map((source) => source.interviewId));
    const someone = asked.find((row) => behind.has(row.id) && !row.consent.quoteOutside);
    if (!someone) throw new Error('Everybody of the demo may be quoted.');
    const agreed = { ...someone.consent, quoteOutside: true };
    const set = (consent: typeof agreed) =>
      here.db.update(interviews).set({ consent }).where(eq(interviews.id, someone.id));
    await set(agreed);
    const bytes = await json();
    // There nobody knows of them yet.
    await elsewhere.db.delete(workshops);
    const outside = async (where: Installation, id: string) =>
      (await where.db.select().from(interviews).where(eq(interviews.workshopId, id)))
        .filter((row) => row.consent.quoteOutside)
        .map((row) => row.alias);
    expect(await outside(elsewhere, (await taken(elsewhere, bytes)).id)).toContain(someone.alias);
    await set(someone.consent);
    expect(await outside(here, (await taken(here, bytes)).id)).not.toContain(someone.alias);
  });

  it('does not bring back what somebody had erased here', async () => {
    const bytes = await json();
    const { sources } = await readSnapshot(here.db, demo, 2);
    const [gone] = Object.values(sources);
    if (!gone) throw new Error('Nothing stands behind the demo.');
    const erasure = { workshopId: demo.workshopId, interviewId: gone.interviewId, scope: 'person' as const };
    await here.db.insert(erasures).values({ ...erasure, findingIds: [], counts: {} });
    const { id } = await taken(here, bytes);
    await here.db.delete(erasures);
    const { journey } = await mapOf(here, id);
    const theirs = Object.values(sources)
      .filter((source) => source.interviewId === gone.interviewId)
      .map((source) => source.words);
    expect(theirs.length).toBeGreaterThan(0);
    expect(journey.cards.filter((card) => card.source && theirs.includes(card.text))).toEqual([]);
    const rows = await here.db
      .select({ words: findings.words })
      .from(findings)
      .innerJoin(interviews, eq(interviews.id, findings.interviewId))
      .where(eq(interviews.workshopId, id));
    expect(rows.filter((row) => theirs.includes(row.words))).toEqual([]);
  });

  it('takes drawings and their pictures along', async () => {
    const { id: pictureId } = await storeImage(here.db, demo, PNG);
    const j = openJourney(new Y.Doc());
    Y.applyUpdate(j.doc, await stateOf(here, demo.workshopId));
    const asset = {
      ...{ schema: 2, typeName: 'asset', type: 'image', meta: {} },
      ...{ 'props.w': 1, 'props.h': 1, 'props.name': 'prick', 'props.isAnimated': false },
      ...{ 'props.mimeType': 'image/png', 'props.src': pictureSrc(pictureId), 'props.fileSize': 70 },
    };
    j.doc.transact(() => j.drawing.set('asset:prick', new Y.Map(Object.entries(asset))));
    const state = Y.encodeStateAsUpdate(j.doc);
    const given = { workshopId: demo.workshopId, state, label: 'Med bild', takenBy: null };
    const { number } = await writeSnapshot(here.db, { ...given, reason: 'manual' }, workHere);
    const bytes = await json(demo, number);

    const { id } = await taken(elsewhere, bytes);
    expect((await mapOf(elsewhere, id)).drawing['asset:prick']).toEqual(asset);
    const stored = await elsewhere.db.select().from(files).where(eq(files.workshopId, id));
    expect(stored.map((row) => [row.id, Buffer.from(row.bytes).equals(Buffer.from(PNG))])).toEqual([
      [pictureId, true],
    ]);
    // Where the id is taken the picture has another, and the drawing knows it.
    const again = await taken(here, bytes);
    const [copy] = await here.db.select().from(files).where(eq(files.workshopId, again.id));
    expect(copy?.id).not.toBe(pictureId);
    expect((await mapOf(here, again.id)).drawing['asset:prick']?.['props.src']).toBe(
      pictureSrc(copy?.id ?? ''),
    );
  });

  it('is refused in a sentence of its own when it is none, later, or damaged, and nothing of it is stored', async () => {
    const bytes = await json();
    const file = JSON.parse(new TextDecoder().decode(bytes));
    const sent = (value: unknown) =>
      codeOf(
        taken(elsewhere, new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))),
      );
    const before = await workshopCount(elsewhere);
    expect(await sent('not json')).toBe('journeyFileForeign');
    expect(await sent('\ud800')).toBe('journeyFileForeign');
    expect(await sent({ format: 'other', version: 1 })).toBe('journeyFileForeign');
    expect(await sent('['.repeat(200_000))).toBe('journeyFileForeign');
    expect(await sent({ ...file, version: 2 })).toBe('journeyFileNewer');
    expect(await sent({ ...file, journey: undefined })).toBe('journeyFileDamaged');
    const [card] = file.journey.cards;
    const cards = [...file.journey.cards, card];
    expect(await sent({ ...file, journey: { ...file.journey, cards } })).toBe('journeyFileDamaged');
    const long = [{ ...card, text: 'x'.repeat(2_001) }];
    expect(await sent({ ...file, journey: { ...file.journey, cards: long } })).toBe('journeyFileDamaged');
    const many = Array.from({ length: 5_001 }, (_, i) => ({ ...card, id: `c${i}` }));
    expect(await sent({ ...file, journey: { ...file.journey, cards: many } })).toBe('journeyFileDamaged');
    expect(await codeOf(taken(elsewhere, new Uint8Array(33 * 1024 * 1024)))).toBe('journeyFileTooLarge');
    expect(await workshopCount(elsewhere)).toBe(before);
  });

  it('is nobody’s to start a workshop from without an account', async () => {
    const { joined } = await workshopWith(here.db);
    const { guest } = await joined('participant');
    const bytes = await json();
    expect(await codeOf(importWorkshop(here.db, guest, { bytes, title: null }, workHere))).toBe('forbidden');
  });
});

describe('a snapshot as a file', () => {
  it.each(['csv', 'xlsx', 'cjml'] as const)('holds nobody’s words without consent: %s', async (format) => {
    const { bytes } = await exported(format);
    const text =
      format === 'xlsx'
        ? Object.values(unzipSync(bytes))
            .map((part) => strFromU8(part))
            .join('\n')
        : strFromU8(bytes);
    const { sources, journey } = await readSnapshot(here.db, demo, 2);
    const quotable = await quotableInterviews(here.db, demo.workshopId);
    const silent = Object.values(sources).filter(({ interviewId }) => !quotable.has(interviewId));
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.filter(({ words }) => text.includes(words))).toEqual([]);
    // CJML has a place for feelings only, and a feeling needs no words.
    if (format !== 'cjml') expect(text).toContain('får inte citeras utanför');
    // What the group wrote itself is there.
    expect(text).toContain(journey.touchpoints[0]?.name);
  });

  it('says beforehand how many cards and people that concerns', async () => {
    const { sources, journey } = await readSnapshot(here.db, demo, 2);
    const quotable = await quotableInterviews(here.db, demo.workshopId);
    const behind = journey.cards.flatMap((card) => card.source?.interviewId ?? []);
    const silent = behind.filter((interviewId) => !quotable.has(interviewId));
    expect(await exportable(here.db, demo, 2)).toMatchObject({
      people: new Set(Object.values(sources).map((source) => source.interviewId)).size,
      left: { people: new Set(silent).size, cards: silent.length },
    });
  });

  it('is each member’s who reads, the journey file the facilitator’s alone', async () => {
    const { db } = here;
    const { facilitator, joined, id } = await workshopWith(db);
    const state = await stateOf(here, id);
    await writeSnapshot(
      db,
      { workshopId: id, state, label: 'Ett', reason: 'manual', takenBy: null },
      workHere,
    );
    const { actor: leader } = await joined('leader');
    const stranger = { ...leader, role: null };
    for (const format of Object.keys(FORMATS) as Format[])
      expect(await codeOf(exported(format, stranger, 1))).toBe('forbidden');
    expect((await exported('csv', leader, 1)).name).toBe('Elräkningen 1.csv');
    expect(await codeOf(exported('json', leader, 1))).toBe('forbidden');
    expect((await exported('json', facilitator, 1)).bytes.length).toBeGreaterThan(1_000);
    expect(await codeOf(exported('csv', leader, 99))).toBe('snapshotNotFound');
  });

  it('is written down in the audit log without a word', async () => {
    await exported('csv');
    const [line] = await here.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.event, 'snapshot.exported'))
      .orderBy(desc(auditEvents.seq));
    expect(line).toMatchObject({ workshopId: demo.workshopId, actorId: here.user.id });
    expect(Object.keys(line?.detail ?? {}).sort()).toEqual(['bytes', 'format', 'number', 'withheld']);
  });

  it('is not begun while three of the same workshop are being made', async () => {
    const exporting = new Map([[demo.workshopId, 3]]);
    const wanted = { number: 2, format: 'csv', locale: 'sv' } as const;
    const tried = () => exportFile(here.db, demo, wanted, { work: workHere, exporting });
    expect(await codeOf(tried())).toBe('exportBusy');
    exporting.set(demo.workshopId, 2);
    await tried();
    expect(exporting.get(demo.workshopId)).toBe(2);
  });
});
