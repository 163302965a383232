import * as Y from 'yjs';
import { describe, expect, it, test } from 'vitest';
import { readJourneyFile } from '../../../lib/export/json/read.ts';
import { writeJson } from '../../../lib/export/json/write.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { drawingOf } from '../../../lib/journey/written.ts';
import { writeDocument } from '../../../lib/services/imports/written.ts';
import { randomHistory } from '../../support/random-history.ts';
import { read } from '../../support/random-edits.ts';
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
