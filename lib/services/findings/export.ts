import type { Actor } from '../../auth/can.ts';
import type { Db } from '../../db/types.ts';
import { csvOf } from '../../export/csv/cells.ts';
import type { Rooms } from '../../runtime.ts';
import { audit } from '../audit.ts';
import { type AcrossRow, allAcross, mayLeave } from './across.ts';
import type { FindingFilter } from './query.ts';

/** What stands above the columns, and instead of codes, in the language of whoever exports. */
export interface ExportWords {
  columns: Record<Column, string>;
  kind: Record<AcrossRow['kind'], string>;
  who: Record<AcrossRow['interviewKind'], string>;
  yes: string;
  no: string;
}

const COLUMNS = [
  'words',
  'kind',
  'valence',
  'severity',
  'interview',
  'who',
  'segment',
  'speaker',
  'time',
  'tags',
  'touchpoint',
  'onMap',
  'mayQuoteOutside',
] as const;
type Column = (typeof COLUMNS)[number];

/**
 * The findings that answer to a filter as a CSV file's text: UTF-8 with a byte order mark, so that
 * spreadsheets read å, ä, ö; cells that a spreadsheet would take for a formula are defused; under the alias,
 * as everywhere. A copy that leaves the workshop cannot be erased with the person, therefore:
 *
 * - everybody gets what they may read of people who agreed to be quoted on the map;
 * - the words of whoever did not agree to that are only in a file of the interview's team, whose notes they are;
 * - the last column says whether the person agreed to be quoted outside the workshop, where the file is.
 *
 * Throws forbidden, roomUnavailable.
 * @returns `left`: rows that answer, but are left out for want of consent
 */
export async function exportFindings(
  db: Db,
  actor: Actor,
  filter: FindingFilter,
  rooms: Pick<Rooms, 'read'>,
  words: ExportWords,
): Promise<{ csv: string; rows: number; left: number }> {
  const all = await allAcross(db, actor, filter, rooms);
  const rows = all.filter(mayLeave);
  const left = all.length - rows.length;
  await audit(db, {
    workshopId: actor.workshopId,
    actorId: actor.userId,
    event: 'findings.exported',
    detail: { findings: rows.length, left },
  });
  const csv = csvOf(
    COLUMNS.map((column) => words.columns[column]),
    rows.map((row) => COLUMNS.map((column) => cell(row, column, words))),
  );
  return { csv, rows: rows.length, left };
}

function cell(row: AcrossRow, column: Column, { kind, who, yes, no }: ExportWords): string | number {
  const answer = (is: boolean) => (is ? yes : no);
  const cells: Record<Column, () => string | number> = {
    words: () => row.words,
    kind: () => kind[row.kind],
    valence: () => row.valence ?? '',
    severity: () => row.severity ?? '',
    interview: () => row.alias,
    who: () => who[row.interviewKind],
    segment: () => row.segment,
    speaker: () => row.speaker,
    time: () => (row.atMs === null ? '' : timeOf(row.atMs)),
    tags: () => row.tags.join('; '),
    touchpoint: () => row.touchpoint?.name ?? '',
    onMap: () => answer(row.place === 'map'),
    mayQuoteOutside: () => answer(row.quoteOutside),
  };
  return cells[column]();
}

function timeOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
