import Papa from 'papaparse';

export type Cell = string | number | null;

/**
 * What a spreadsheet would calculate, also behind blanks and in full-width form, gets an apostrophe before it:
 * somebody may have said "=HYPERLINK(…)".
 */
const FORMULA = /^\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** A text as a cell that no spreadsheet calculates. */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/**
 * A table as a CSV file's text: UTF-8 with a byte order mark, so that spreadsheets read å, ä, ö; lines end in
 * CR LF; texts that would be formulas are defused. Numbers stay numbers, null is an empty cell.
 * @param head the columns' names, in the reader's language
 */
export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const data = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell)));
  return `\ufeff${Papa.unparse({ fields: head.map(defused), data }, { newline: '\r\n' })}`;
}
