import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import * as Y from 'yjs';
import { type DrawingRecord, PAGE_ID, toStored } from '../../../lib/board/schema/index.ts';
import { readJourneyFile } from '../../../lib/export/json/read.ts';
import { journeyFile } from '../../../lib/export/json/schema.ts';
import { writeJson } from '../../../lib/export/json/write.ts';
import { toJourney } from '../../../lib/journey/document.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { drawingOf } from '../../../lib/journey/written.ts';
import { writeDocument } from '../../../lib/services/imports/written.ts';
import { read } from '../../support/random-edits.ts';
import { randomHistory } from '../../support/random-history.ts';
import { demoSnapshot, snapshotOf } from '../review/demo-snapshot.ts';
import { told } from './exported.ts';

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);
const NOBODY = { interviewIds: [], findingIds: [], cardIds: [] };
const SAME = { interviews: {}, findings: {}, pictures: {} };
const AT = new Date('2026-11-22T12:00:00Z');

/** Out into a file, and in from it as a new document. */
async function carried(journey: Journey, state: Uint8Array | null, sources = {}) {
  const review = told('sv', { ...snapshotOf(journey, sources), journey }, []);
  const bytes = await writeJson({ review, state, locale: 'sv', format: 'json', at: AT });
  const file = readJourneyFile(bytes);
  const { journey: plain, drawing } = file;
  const written = writeDocument({ journey: plain, drawing, ids: SAME, erased: NOBODY, userId: 'anna' });
  return { bytes, file, written, back: read(written.state) };
}

test.each(SEEDS)('any map is the same after a way through a file, seed %i', async (seed) => {
  const { j, r, step } = randomHistory(seed);
  for (let n = 20 + r.below(60); n > 0; n -= 1) step();
  const journey = { ...toJourney(j), unreadable: [] };
  const { bytes, written, back } = await carried(journey, Y.encodeStateAsUpdate(j.doc));
  const again = toJourney(back);
  expect(again).toEqual(journey);
  expect(written.cards).toBe(journey.cards.length);
  // The whole file, too: a second way changes nothing.
  const second = await carried(again, written.state);
  expect(toJourney(second.back)).toEqual(journey);
  expect(drawingOf(second.back)).toEqual(drawingOf(back));
  expect(JSON.parse(new TextDecoder().decode(second.bytes)).journey).toEqual(
    JSON.parse(new TextDecoder().decode(bytes)).journey,
  );
});

const shape = (fields: Record<string, unknown>) => ({
  ...toStored({
    ...{ typeName: 'shape', type: 'frame', index: 'a1', x: 1, y: -2.5, rotation: 0 },
    ...{ parentId: PAGE_ID, opacity: 1, isLocked: false, meta: {} },
    props: { w: 10, h: 20, name: 'Ram å', color: 'black' },
    ...fields,
  } as unknown as DrawingRecord),
});

function drawn(records: Record<string, Record<string, unknown>>) {
  const j = read(Y.encodeStateAsUpdate(new Y.Doc()));
  j.doc.transact(() => {
    for (const [key, record] of Object.entries(records))
      j.drawing.set(key, new Y.Map(Object.entries(record)));
  });
  return Y.encodeStateAsUpdate(j.doc);
}

describe('a drawing', () => {
  const journey = demoSnapshot('sv').journey;

  it('comes through as it was, record for record', async () => {
    const records = {
      'shape:frame': shape({}),
      'shape:inner': shape({ parentId: 'shape:frame', props: { w: 1, h: 1, name: '', color: 'red' } }),
    };
    const { back, written } = await carried(journey, drawn(records));
    expect(drawingOf(back)).toEqual(records);
    expect(written.setAside).toBe(0);
  });

  it('comes without what no canvas can show, and without parents that run in a circle', async () => {
    const records = {
      'shape:good': shape({}),
      'shape:odd': { ...shape({}), 'props.w': 'wide' },
      'shape:later': { ...shape({}), schema: 99 },
      'shape:a': shape({ parentId: 'shape:b' }),
      'shape:b': shape({ parentId: 'shape:a' }),
    };
    const { back, written } = await carried(journey, drawn(records));
    expect(Object.keys(drawingOf(back)).sort()).toEqual(['shape:b', 'shape:good']);
    expect(written.setAside).toBe(3);
  });
});

it('leaves out what was erased, card by card', async () => {
  const { journey, sources } = demoSnapshot('sv');
  const { file } = await carried(journey, null, sources);
  const [from] = journey.cards.flatMap((card) => card.source ?? []);
  if (!from) throw new Error('No card of the demo has a source.');
  const erased = { ...NOBODY, interviewIds: [from.interviewId] };
  const { drawing } = file;
  const written = writeDocument({ journey: file.journey, drawing, ids: SAME, erased, userId: 'anna' });
  const left = journey.cards.filter((card) => card.source?.interviewId !== from.interviewId);
  expect(
    toJourney(read(written.state))
      .cards.map((card) => card.id)
      .sort(),
  ).toEqual(left.map((c) => c.id).sort());
});

it('says where a damaged file is damaged, by the names of fields alone', async () => {
  const { journey } = demoSnapshot('sv');
  const { file } = await carried(journey, null);
  const spoiled = {
    ...file,
    journey: { ...file.journey, phases: [{ ...file.journey.phases[0], part: 'hemligt' }] },
  };
  const bytes = new TextEncoder().encode(JSON.stringify(spoiled));
  expect(() => readJourneyFile(bytes)).toThrowError(
    expect.objectContaining({ code: 'journeyFileDamaged', params: { where: 'journey.phases.0.part' } }),
  );
});

it('is described field by field in docs/formats/journey-json.md', () => {
  const page = readFileSync(new URL('../../../docs/formats/journey-json.md', import.meta.url), 'utf8');
  for (const field of Object.keys(journeyFile.shape)) expect(page).toContain(`| \`${field}\` |`);
});
