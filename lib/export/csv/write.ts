import type { ExportInput } from '../export.ts';
import { cardTable } from '../tables/cards.ts';
import { wordsOf } from '../tables/table.ts';
import { csvOf } from './cells.ts';

/** Every card of a snapshot as a CSV file. */
export async function writeCsv({ review, locale }: ExportInput): Promise<Uint8Array> {
  const { columns, rows } = cardTable(review, wordsOf(locale));
  const text = csvOf(
    columns.map(({ title }) => title),
    rows.map((row) => row.map((value) => (value instanceof Date ? value.toISOString() : value))),
  );
  return new TextEncoder().encode(text);
}
