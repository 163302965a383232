import type { CardKind } from '../../journey/model.ts';

/** What people call a card's parts at the head of a column, in English and Swedish. */
const COLUMNS = {
  kind: ['kind', 'type', 'card type', 'category', 'slag', 'typ', 'art', 'korttyp', 'kategori'],
  text: [
    'text',
    'card',
    'note',
    'content',
    'comment',
    'words',
    'verbatim',
    'description',
    'kort',
    'lapp',
    'innehåll',
    'kommentar',
    'ord',
    'beskrivning',
  ],
  touchpoint: ['touchpoint', 'step', 'moment', 'kontaktpunkt', 'steg'],
  lane: ['lane', 'row', 'bana', 'rad'],
  valence: ['valence', 'score', 'valens', 'värde'],
  severity: ['severity', 'grade', 'allvar', 'allvarsgrad'],
} as const;
export type ColumnName = keyof typeof COLUMNS;

const KINDS: Record<CardKind, readonly string[]> = {
  quote: ['quote', 'quotes', 'verbatim', 'says', 'citat', 'säger'],
  emotion: ['emotion', 'emotions', 'feeling', 'feels', 'känsla', 'känslor', 'känner'],
  friction: [
    'friction',
    'frictions',
    'pain',
    'pain point',
    'problem',
    'friktion',
    'friktioner',
    'smärtpunkt',
  ],
  action: ['action', 'customer action', 'does', 'handling', 'vad kunden gör', 'gör', 'aktivitet'],
  need: ['need', 'needs', 'behov'],
  employee: ['employee', 'employee’s view', 'staff', 'medarbetare', 'medarbetarens bild', 'personal'],
  metric: ['metric', 'figure', 'kpi', 'number', 'siffra', 'nyckeltal', 'mätetal'],
  backstage: ['backstage', 'behind the scenes', 'bakom kulisserna'],
  opportunity: ['opportunity', 'opportunities', 'idea', 'ideas', 'möjlighet', 'möjligheter', 'idé', 'idéer'],
  question: ['question', 'questions', 'fråga', 'frågor'],
};

const plain = (word: string): string => word.trim().toLocaleLowerCase().replace(/'/g, '’').replace(/:$/, '');

/** The kind a word names; null when it names none. */
export function kindNamed(word: string): CardKind | null {
  const said = plain(word);
  for (const [kind, words] of Object.entries(KINDS)) if (words.includes(said)) return kind as CardKind;
  return null;
}

/**
 * Where each part of a card stands in rows below these headings. null when they are no headings; a column
 * named after a kind (Quote, Citat) holds the words of cards of that kind.
 */
export function columnsOf(
  headings: readonly string[],
): { parts: Partial<Record<ColumnName, number>>; ofKind: { column: number; kind: CardKind }[] } | null {
  const parts: Partial<Record<ColumnName, number>> = {};
  const ofKind: { column: number; kind: CardKind }[] = [];
  headings.forEach((heading, column) => {
    const said = plain(heading);
    for (const [name, words] of Object.entries(COLUMNS) as [ColumnName, readonly string[]][]) {
      if (words.includes(said) && parts[name] === undefined) {
        parts[name] = column;
        return;
      }
    }
    const kind = kindNamed(heading);
    if (kind) ofKind.push({ column, kind });
  });
  if (parts.text !== undefined) return { parts, ofKind: [] };
  if (ofKind.length > 0) return { parts, ofKind };
  return parts.kind === undefined ? null : { parts, ofKind: [] };
}
