import Papa from 'papaparse';
import { AppError } from '../../errors.ts';
import { columnsOf, readTable } from './table.ts';
import type { Transcript } from './turn.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** Rows before the one with the columns' names: a title, a date. */
const TITLES = 10;

/**
 * A table as text: commas, semicolons, tabs or bars, whichever it is. The row with the columns' names is
 * among the first. Throws AppError csvBroken { line, reason } where a quotation mark is
 * never closed or a row has more cells than there are columns, and as readTable.
 */
export function readCsv(text: string, part?: string): Transcript {
  // Excel says with its first line what it put between the columns.
  const body = text.replace(/^sep=.\n/i, '');
  const { data, errors, meta } = Papa.parse<string[]>(body, {
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: 'greedy',
  });
  const open = errors.find((error) => error.type === 'Quotes');
  if (open) throw new AppError('csvBroken', { line: (open.row ?? 0) + 1, reason: 'quote' });
  const head = data.slice(0, TITLES).findIndex((row) => columnsOf(row) !== null);
  const rows = data.slice(Math.max(0, head));
  const wide = rows[0]?.length ?? 0;
  const { text: at } = columnsOf(rows[0] ?? []) ?? {};
  const whole = rows.map((row, i) => {
    const more = row.slice(wide).some((cell) => cell.trim() !== '');
    if (!more || at === undefined) return row;
    // Words with the sign between the columns in them, and no quotation marks: in the last column it is clear.
    if (at !== wide - 1) throw new AppError('csvBroken', { line: Math.max(0, head) + i + 1, reason: 'wide' });
    return [...row.slice(0, at), row.slice(at).join(meta.delimiter)];
  });
  return readTable(whole, part);
}
