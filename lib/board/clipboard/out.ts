import type { Card, Journey } from '../../journey/model.ts';
import { OWN_ATTRIBUTE, type OwnDrawing, packed } from './own.ts';

/** How the columns are called, and the kinds. */
export interface CopyLabels {
  columns: { kind: string; text: string; touchpoint: string; lane: string };
  kind: Record<Card['kind'], string>;
}

export interface Copied {
  text: string;
  html: string;
}

/**
 * Cards as other programs can take them: a line each as text, a table as HTML, which carries our own form for
 * the next map. `drawing`: what was selected besides, and the words in it.
 */
export function copied(
  journey: Journey,
  cards: readonly Card[],
  drawing: { own: OwnDrawing; words: readonly string[] } | null,
  workshopId: string,
  labels: CopyLabels,
): Copied {
  const nameOf = (list: readonly { id: string; name: string }[], id: string | undefined) =>
    list.find((entry) => entry.id === id)?.name ?? '';
  const rows = cards.map(({ kind, text, place }) => [
    labels.kind[kind],
    text,
    nameOf(journey.touchpoints, place?.touchpointId),
    nameOf(journey.lanes, place?.laneId),
  ]);
  const own = packed({
    v: 1,
    workshopId,
    cards: cards.map(({ kind, text, evidence, emoji, valence, severity, source, personaId, place }) => ({
      kind,
      text,
      evidence,
      emoji,
      valence,
      severity,
      source,
      personaId,
      place: place && { touchpointId: place.touchpointId, laneId: place.laneId },
    })),
    drawing: drawing?.own ?? null,
  });
  const words = drawing?.words ?? [];
  const { columns } = labels;
  const heading = [columns.kind, columns.text, columns.touchpoint, columns.lane];
  const table = cards.length > 0 ? [row('th', heading), ...rows.map((cells) => row('td', cells))] : [];
  return {
    // An empty text would be pasted by nothing on some phones.
    text: [...cards.map((c) => c.text), ...words].map((t) => guarded(oneLine(t))).join('\n') || ' ',
    html: `<table ${OWN_ATTRIBUTE}="${own}">${table.join('')}</table>${words.map((w) => `<p>${escaped(w)}</p>`).join('')}`,
  };
}

const row = (tag: 'td' | 'th', cells: string[]): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(guarded(cell)).replace(/\n/g, '<br>')}</${tag}>`).join('')}</tr>`;

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** Spreadsheets run a cell that begins like a formula, whoever wrote it; an apostrophe keeps it words. */
const guarded = (cell: string): string => (/^[\s]*[=+\-@]/.test(cell) ? `'${cell}` : cell);

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
