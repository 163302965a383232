import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import { writeCjml } from '../../../lib/export/cjml/write.ts';
import { writeCsv } from '../../../lib/export/csv/write.ts';
import { FORMATS, type Format } from '../../../lib/export/formats.ts';
import { readJourneyFile } from '../../../lib/export/json/read.ts';
import { writeJson } from '../../../lib/export/json/write.ts';
import { writeXlsx } from '../../../lib/export/xlsx/write.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { disposition, fileName } from '../../../lib/services/exports/file-name.ts';
import { storable } from '../../../lib/services/snapshots/canonical.ts';
import { PAYLOADS } from '../../support/payloads.ts';
import { demoSnapshot, snapshotOf } from '../review/demo-snapshot.ts';
import { decisionOn, told } from './exported.ts';

const demo = demoSnapshot('en');

/** The demo with one payload in every text that anybody can write. */
function poisoned(payload: string) {
  const named = <T extends { name: string }>(list: readonly T[]) =>
    list.map((it) => ({ ...it, name: payload }));
  const { phases, lanes, personas, meta } = demo.journey;
  // Every kind of card is there at some of them, and thirty large maps take their time.
  const touchpoints = demo.journey.touchpoints.slice(0, 4);
  const at = new Set(touchpoints.map((t) => t.id));
  const cards = demo.journey.cards.filter((card) => card.place && at.has(card.place.touchpointId));
  const journey: Journey = {
    ...demo.journey,
    meta: { ...meta, title: payload },
    phases: named(phases),
    touchpoints: named(touchpoints).map((t) => ({
      ...t,
      channel: payload.slice(0, 60),
      owner: payload.slice(0, 60),
    })),
    lanes: named(lanes),
    personas: named(personas),
    cards: cards.map((card) => ({ ...card, text: payload, emoji: card.emoji && payload.slice(0, 32) })),
  };
  const sources = Object.fromEntries(
    Object.entries(demo.sources).map(([id, source]) => [
      id,
      { ...source, alias: payload.slice(0, 60), words: payload, speaker: payload },
    ]),
  );
  const group = { ...demo.group, functions: [payload], questions: [payload] };
  // As the database keeps it: without U+0000.
  const kept = storable({ journey, sources, group });
  const snapshot = { ...snapshotOf(kept.journey, kept.sources, kept.group), label: payload, note: payload };
  const [friction] = snapshot.figures.frictions;
  const decision = decisionOn(friction?.touchpointId ?? '', {
    text: payload,
    functionName: payload,
    owner: payload,
  });
  return told('en', snapshot, [decision], { title: payload, demo: false });
}

const input = (review: ReturnType<typeof told>, format: Format) =>
  ({ review, locale: 'en', state: null, format }) as const;

/** What opens an element, wherever it came from: every name must be one that we write ourselves. */
const elements = (xml: string) => new Set([...xml.matchAll(/<([A-Za-z][\w:]*)/g)].map((m) => m[1] ?? ''));

describe.each(PAYLOADS.map((payload, i) => [i + 1, payload] as const))('payload %i', (_, payload) => {
  const review = poisoned(payload);

  it('is text in every cell of the spreadsheet', async () => {
    const files = unzipSync(await writeXlsx(input(review, 'xlsx')));
    for (const [name, bytes] of Object.entries(files)) {
      const xml = strFromU8(bytes);
      expect(() => create(xml), name).not.toThrow();
      expect(
        [...elements(xml)].filter((tag) => /^(f|script|svg|img|iframe|a|style|foreignObject)$/.test(tag)),
      ).toEqual([]);
      expect(xml).not.toMatch(/<!DOCTYPE|<!ENTITY|TargetMode="External"/);
    }
  });

  it('is a cell of the CSV file that no spreadsheet calculates', async () => {
    const text = strFromU8(await writeCsv(input(review, 'csv'))).slice(1);
    const { data, errors } = Papa.parse<string[]>(text);
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    // −2 is a valence, and a number is no formula.
    const running = data
      .slice(1)
      .flat()
      .filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)));
    expect(running).toEqual([]);
  });

  it('is text in the XML of the journey model, which stays well-formed', async () => {
    const xml = strFromU8(await writeCjml(input(review, 'cjml')));
    expect(() => create(xml)).not.toThrow();
    expect(
      [...elements(xml)].filter((tag) => /^(script|svg|img|iframe|a|style|foreignObject)$/i.test(tag)),
    ).toEqual([]);
    expect(xml.match(/<!--/g)).toHaveLength(1);
    expect(xml).not.toMatch(/<!DOCTYPE|<!ENTITY|<!\[CDATA|<\?xml-stylesheet/);
  });

  it('is the same text in the journey file', async () => {
    const file = readJourneyFile(await writeJson(input(review, 'json')));
    expect(file.journey.cards.map((card) => card.text)).toEqual(
      review.snapshot.journey.cards.map((card) => card.text),
    );
    expect(file.snapshot.label).toBe(storable(payload));
  });

  it('makes a file name that leads nowhere and a header of one line', () => {
    for (const format of Object.keys(FORMATS) as Format[]) {
      const name = fileName(payload, 3, format);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\:*?"<>|]/u);
      expect(name).toMatch(new RegExp(`\\.${FORMATS[format].extension}$`));
      expect(disposition(name)).toMatch(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.~!#$&+^`|%-]+$/,
      );
    }
  });
});

it('keeps Swedish letters in a file’s name', () => {
  const name = fileName('Få och betala elräkningen / 2026', 12, 'mapA3');
  expect(name).toBe('Få och betala elräkningen 2026 12 map A3.pdf');
  expect(disposition(name)).toBe(
    `attachment; filename="Fa och betala elrakningen 2026 12 map A3.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  expect(fileName('../../..', 1, 'csv')).toBe('journey 1.csv');
});
