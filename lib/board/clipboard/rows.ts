import { type CardKind, LIMITS, type Severity, severity, valence } from '../../journey/model.ts';
import { columnsOf, kindNamed } from './headings.ts';

/** A card as it can be read out of another program's rows; null: not said there. */
export interface Pasted {
  text: string;
  kind: CardKind | null;
  /** By name. */
  touchpoint: string | null;
  lane: string | null;
  valence: number | null;
  severity: Severity | null;
}

export const PASTE_LIMITS = {
  /** Cards at once: what a group can still look through. */
  cards: 200,
  /** Read at most; more are counted as this many. */
  rows: 5_000,
  /** UTF-16 units of clipboard text that is looked at. */
  text: 4_000_000,
} as const;

/** Just words, of a kind that is still to be chosen. */
export const wordsOnly = (text: string): Pasted => ({
  text: fitted(text),
  kind: null,
  touchpoint: null,
  lane: null,
  valence: null,
  severity: null,
});

/**
 * Rows of a spreadsheet as cards. Below headings we know each column says what it says; without them a row's
 * cells are the words of one card.
 */
export function cardsOfRows(rows: readonly (readonly string[])[]): Pasted[] {
  const columns = rows[0] && rows.length > 1 ? columnsOf(rows[0]) : null;
  if (!columns) {
    return rows.map((row) => wordsOnly(row.map(unguarded).filter(Boolean).join(' – '))).filter(hasWords);
  }
  const { parts, ofKind } = columns;
  return rows.slice(1).flatMap((row) => {
    const at = (column: number | undefined) => (column === undefined ? '' : unguarded(row[column] ?? ''));
    const shared = { touchpoint: at(parts.touchpoint) || null, lane: at(parts.lane) || null };
    if (ofKind.length > 0) {
      return ofKind
        .map(({ column, kind }) => ({ ...wordsOnly(at(column)), ...shared, kind }))
        .filter(hasWords);
    }
    // A sheet with kinds and no column of its own for the words: the first that is left holds them.
    const text = parts.text ?? row.findIndex((_, i) => !Object.values(parts).includes(i));
    const card: Pasted = {
      ...wordsOnly(at(text)),
      ...shared,
      kind: kindNamed(at(parts.kind)),
      valence: valence.safeParse(numberIn(at(parts.valence))).data ?? null,
      severity: severity.safeParse(numberIn(at(parts.severity))).data ?? null,
    };
    return hasWords(card) || card.valence !== null ? [card] : [];
  });
}

/** One card per line, list marks taken off. */
export function cardsOfLines(text: string): Pasted[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => wordsOnly(line.replace(/^\s*(?:[-*•–·]|\d{1,3}[.)])\s+/, '')))
    .filter(hasWords);
}

const hasWords = ({ text }: Pasted): boolean => text !== '';

/** What a sheet was kept from reading as a formula, as we write it ourselves; see out.ts. */
const unguarded = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@])/, '');

/** With the decimal comma too; minus signs that typesetting uses count. */
const numberIn = (text: string): number =>
  text === '' ? Number.NaN : Number(text.replace(',', '.').replace(/[−–]/, '-'));

/** Not longer than a card may be; the cut shows, and leaves no half of a character. */
function fitted(text: string): string {
  const whole = text.trim();
  if (whole.length <= LIMITS.cardText) return whole;
  const cut = whole.slice(0, LIMITS.cardText - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
