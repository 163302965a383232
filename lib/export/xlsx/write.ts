import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node';
import { toWallTime } from '../../i18n/wall-time.ts';
import type { ExportInput } from '../export.ts';
import { printable } from '../printable.ts';
import { aboutTable } from '../tables/about.ts';
import { cardTable } from '../tables/cards.ts';
import { decisionTable } from '../tables/decisions.ts';
import { figureTable } from '../tables/figures.ts';
import { frictionTable } from '../tables/frictions.ts';
import { type Table, type Value, wordsOf } from '../tables/table.ts';
import { touchpointTable } from '../tables/touchpoints.ts';

/** What a spreadsheet shows of one cell at most. */
const MOST_LETTERS = 32_767;

/** A snapshot as a workbook: a sheet each for cards, touchpoints, frictions, figures, decisions, and one about it. */
export async function writeXlsx({ review, locale }: ExportInput): Promise<Uint8Array> {
  const words = wordsOf(locale);
  const tables = [cardTable, touchpointTable, frictionTable, figureTable, decisionTable, aboutTable];
  // XML holds no control characters.
  const sheets = tables.map((table) => sheetOf(printable(table(review, words))));
  const buffer = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return new Uint8Array(buffer);
}

function sheetOf({ title, columns, rows }: Table): Sheet<never> {
  const head = columns.map(
    (column): CellObject => ({
      ...cellOf(column.title),
      fontWeight: 'bold',
      backgroundColor: '#ECE8E1',
      wrap: true,
      alignVertical: 'top',
    }),
  );
  return {
    sheet: title,
    data: [
      head,
      ...rows.map((row) => row.map((value) => (value !== null && value !== '' ? cellOf(value) : null))),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
}

/** Typed by its value: a text is a text whatever it begins with, and no cell is ever a formula. */
function cellOf(value: NonNullable<Value>): CellObject {
  const top = { alignVertical: 'top' } as const;
  if (typeof value === 'number') return { value, type: Number, ...top };
  if (value instanceof Date) return { ...dateCell(value), ...top };
  return { value: value.slice(0, MOST_LETTERS), type: String, wrap: true, ...top };
}

/** A spreadsheet's dates have no zone: a moment is written as the clock showed it, a calendar day as that day. */
function dateCell(at: Date): CellObject {
  if (at.getTime() % 86_400_000 === 0) return { value: at, type: Date, format: 'yyyy-mm-dd' };
  return { value: new Date(`${toWallTime(at)}:00Z`), type: Date, format: 'yyyy-mm-dd hh:mm' };
}
