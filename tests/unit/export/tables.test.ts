import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { defused } from '../../../lib/export/csv/cells.ts';
import { writeCsv } from '../../../lib/export/csv/write.ts';
import { cardTable } from '../../../lib/export/tables/cards.ts';
import { figureTable } from '../../../lib/export/tables/figures.ts';
import { wordsOf } from '../../../lib/export/tables/table.ts';
import { writeXlsx } from '../../../lib/export/xlsx/write.ts';
import { LOCALES } from '../../../lib/i18n/locale.ts';
import { demoSnapshot, snapshotOf } from '../review/demo-snapshot.ts';
import { told } from './exported.ts';

describe.each(LOCALES)('the demo in %s', (locale) => {
  const review = told(locale);
  const words = wordsOf(locale);
  const input = { review, locale, state: null } as const;

  it('has every card on a row of its CSV file, with å, ä, ö and emoji as they were', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await writeCsv({ ...input, format: 'csv' }),
    );
    expect(text.startsWith('\ufeff')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true });
    const cards = review.snapshot.journey.cards;
    expect(data).toHaveLength(cards.length);
    const held = new Map(data.map((row) => [row[words.t('columns.id')], row]));
    for (const card of cards) {
      const row = held.get(defused(card.id));
      expect(row?.[words.t('columns.text')]).toBe(defused(card.text));
      expect(row?.[words.t('columns.emoji')]).toBe(card.emoji ?? '');
    }
  });

  it('has six sheets in its workbook, whose cells are typed and none of which is a formula', async () => {
    const files = unzipSync(await writeXlsx({ ...input, format: 'xlsx' }));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((m) => m[1]);
    const sheets = ['cards', 'touchpoints', 'frictions', 'figures', 'decisions', 'about'] as const;
    expect(names).toEqual(sheets.map((sheet) => words.t(`sheets.${sheet}`)));
    for (const name of Object.keys(files).filter((file) => file.startsWith('xl/worksheets/sheet')))
      expect(text(name)).not.toMatch(/<f[ >]/);
    // Severity × reach is a number a reader may add up.
    expect(text('xl/worksheets/sheet3.xml')).toMatch(/<c [^>]*r="C2"[^>]*><v>[123]<\/v>/);
  });

  it('tells the figures that the snapshot holds', () => {
    const { rows } = figureTable(review, words);
    const value = (figure: Parameters<typeof words.t>[0]) =>
      rows.find(([name]) => name === words.t(figure))?.[1];
    const { capital, ratio, coverage } = review.snapshot.figures;
    expect(value('figures.capital')).toBe(capital.plain);
    expect(value('figures.minus')).toBe(ratio.counted.minus);
    expect(value('figures.coverage')).toBeCloseTo((coverage.share ?? 0) * 100, 1);
  });
});

it('lists cards along the journey and down the lanes, the tray last', () => {
  const snapshot = demoSnapshot('en');
  const [first] = snapshot.journey.cards;
  if (!first) throw new Error('The demo has no cards.');
  const cards = [{ ...first, id: 'waiting', place: null }, ...snapshot.journey.cards];
  const review = told('en', { ...snapshot, journey: { ...snapshot.journey, cards } });
  const { rows } = cardTable(review, wordsOf('en'));
  expect(rows.at(-1)?.at(-1)).toBe('waiting');
  const order = snapshot.journey.touchpoints.map((t) => t.name);
  const seen = rows.slice(0, -1).map((row) => order.indexOf(String(row[2])));
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

it('opens with neither cards nor touchpoints', async () => {
  const { journey, sources, ...rest } = demoSnapshot('en');
  const empty = { ...journey, cards: [], touchpoints: [], phases: [] };
  const review = told('en', { ...rest, ...snapshotOf(empty, {}), journey: empty, sources: {} }, []);
  const files = unzipSync(await writeXlsx({ review, locale: 'en', state: null, format: 'xlsx' }));
  expect(Object.keys(files)).toContain('xl/worksheets/sheet6.xml');
});
