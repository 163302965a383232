import Papa from 'papaparse';
import { AppError } from '../../errors.ts';
import { columnsOf, readTable } from './table.ts';
import type { Transcript } from './turn.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** Rows before the one with the columns' names: a title, a date. */
const TITLES = 10;

/**
 * A table as text: commas, semicolons, tabs or bars, whichever it is. The row with the columns' names is
 * among the first. Throws AppError csvBroken { line } where a quotation mark is never closed, and as readTable.
 */
export function readCsv(text: string, part?: string): Transcript {
  // Excel says with its first line what it put between the columns.
  const body = text.replace(/^sep=.\n/i, '');
  const { data, errors } = Papa.parse<string[]>(body, {
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: 'greedy',
  });
  const open = errors.find((error) => error.type === 'Quotes');
  if (open) throw new AppError('csvBroken', { line: (open.row ?? 0) + 1 });
  const head = data.slice(0, TITLES).findIndex((row) => columnsOf(row) !== null);
  return readTable(data.slice(Math.max(0, head)), part);
}
