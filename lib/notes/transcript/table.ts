import { AppError } from '../../errors.ts';
import { withoutSlips } from './labels.ts';
import { checkLength, checkTurns, clockMs, type Transcript, type Turn } from './turn.ts';

/** What the columns that matter are called, small and without anything but letters. */
const COLUMNS = {
  speaker:
    /^(?:speaker|speakername|speakerlabel|talare|talarnamn|vem|who|name|namn|person|role|roll|part|deltagare|participant|voice|röst|author|from|från|avsändare)$/,
  text: /^(?:text|utterance|yttrande|replik|transcript|transcription|utskrift|content|contents|innehåll|message|meddelande|words|ord|said|sagt|speech|tal|sentence|mening|caption)$/,
  time: /^(?:time|tid|start|starttime|starttid|timestamp|timestamps|tidpunkt|tidsstämpel|timemark|begin|in|at|klockslag|offset|position)$/,
  part: /^(?:set|interview|interviewid|intervju|intervjuid|session|sessionid|meeting|möte|file|filename|fil|filnamn|document|dokument|documentname|transcriptid|samtal)$/,
} as const;
type Column = keyof typeof COLUMNS;

const UNIT = /\([^)]*\)|\b(?:in|i|ms|s|sec|sek|seconds|sekunder|milliseconds|millisekunder)\b/g;
const plain = (header: string): string =>
  header
    .toLocaleLowerCase('sv')
    .replace(/[_-]/g, ' ')
    .replace(UNIT, '')
    .replace(/[^\p{L}]/gu, '');

/** Where the columns stand by the first row's names; null where who speaks or what is said has none. */
export function columnsOf(header: readonly string[]) {
  const at = (column: Column): number[] =>
    header.flatMap((name, i) => (COLUMNS[column].test(plain(name)) ? [i] : []));
  const [speaker] = at('speaker');
  const [text] = at('text');
  if (speaker === undefined || text === undefined) return null;
  return { speaker, text, time: at('time')[0] ?? null, parts: at('part') };
}

const cell = (row: readonly string[], at: number | null): string =>
  at === null ? '' : (row[at] ?? '').replace(/[^\S\n]+/g, ' ').trim();

/** `0:03`, or a number when the column's name says of what: `start (ms)`, `tid i sekunder`. */
function timeOf(value: string, unit: number | null): number | null {
  if (unit === null || !/^\d+(?:[.,]\d+)?$/.test(value)) return clockMs(value);
  return Math.round(Number(value.replace(',', '.')) * unit);
}

const unitOf = (name: string): number | null =>
  /\bms\b|milli/i.test(name) ? 1 : /\bs\b|\bsec|\bsek|second|sekund/i.test(name) ? 1000 : null;

/**
 * The turns of a table with a row of names first: one row, one turn. Rows without words are left out, rows
 * without a speaker go on with the turn before. A table of several interviews gives those of `part`, the
 * first one when none is named. Throws AppError csvColumns, transcriptNoTurns, transcriptTooLong.
 */
export function readTable(rows: readonly string[][], part?: string): Transcript {
  const [header = [], ...body] = rows;
  const columns = columnsOf(header);
  if (!columns)
    throw new AppError('csvColumns', {
      found: header
        .map((name) => name.trim())
        .join(', ')
        .slice(0, 120),
    });
  const nameOf = (row: readonly string[]) =>
    columns.parts
      .map((at) => cell(row, at))
      .filter((value) => value !== '')
      .join(' · ');
  const parts = [...new Set(body.map(nameOf))];
  const chosen = part !== undefined && parts.includes(part) ? part : (parts[0] ?? '');
  const own = parts.length > 1 ? body.filter((row) => nameOf(row) === chosen) : body;
  const unit = columns.time === null ? null : unitOf(header[columns.time] ?? '');
  const turns: Turn[] = [];
  for (const row of own) {
    const text = cell(row, columns.text);
    const speaker = cell(row, columns.speaker)
      .replace(/[.,:;\s]+$/, '')
      .slice(0, 60);
    const last = turns.at(-1);
    if (text === '') continue;
    if (speaker !== '') turns.push({ speaker, atMs: timeOf(cell(row, columns.time), unit), text });
    else if (last) last.text += `\n${text}`;
  }
  checkLength(turns.length);
  checkTurns(turns);
  if (turns.length === 0) throw new AppError('transcriptNoTurns');
  const meant = withoutSlips(turns.map((turn) => turn.speaker));
  for (const turn of turns) turn.speaker = meant.get(turn.speaker) ?? turn.speaker;
  return { turns, skipped: [], ...(parts.length > 1 && { parts, part: chosen }) };
}
