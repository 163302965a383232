import { attributeIn, tableRows, textOf } from './html.ts';
import { stickyNotes } from './notes.ts';
import { OWN_ATTRIBUTE, type OwnContent, unpacked } from './own.ts';
import { cardsOfLines, cardsOfRows, PASTE_LIMITS, type Pasted, wordsOnly } from './rows.ts';
import { tsvRows } from './tsv.ts';

/** What a clipboard holds, by its formats; empty where it lacks one. */
export interface Clip {
  html: string;
  text: string;
  images: readonly File[];
}

export type Content =
  | { type: 'own'; content: OwnContent }
  | { type: 'images'; files: readonly File[] }
  | { type: 'link'; href: string }
  /** tldraw's own form, from another whiteboard made of it. */
  | { type: 'tldraw' }
  /** `whole`: the same words as one card, where they are lines of one text. */
  | { type: 'cards'; from: 'table' | 'notes' | 'lines'; cards: Pasted[]; whole: Pasted | null }
  | { type: 'nothing' };

/** What is on the clipboard, as the map can use it; pure. */
export function contentOf({ html: wholeHtml, text: wholeText, images }: Clip): Content {
  // A large selection of our own: checked as a whole, and never in part.
  const own = wholeHtml.includes(OWN_ATTRIBUTE) ? unpacked(attributeIn(wholeHtml, OWN_ATTRIBUTE)) : null;
  if (own) return { type: 'own', content: own };
  const html = wholeHtml.slice(0, PASTE_LIMITS.text);
  const text = wholeText.slice(0, PASTE_LIMITS.text);
  if (html.includes('data-tldraw')) return { type: 'tldraw' };

  const notes = stickyNotes(html);
  if (notes && notes.length > 0) return cardsFrom('notes', notes.map(wordsOnly));
  // Before pictures: spreadsheets put one of the cells on the clipboard too.
  const table = /<table/i.test(html) ? tableRows(html, PASTE_LIMITS.rows) : [];
  if (table.length > 0) return cardsFrom('table', cardsOfRows(table));
  if (images.length > 0) return { type: 'images', files: images };

  const words = (text.trim() || textOf(html)).trim();
  if (words === '') return { type: 'nothing' };
  const href = linkIn(words);
  if (href) return { type: 'link', href };
  if (words.includes('\t')) return cardsFrom('table', cardsOfRows(tsvRows(words, PASTE_LIMITS.rows)));
  const lines = cardsOfLines(words);
  return lines.length > 1
    ? { type: 'cards', from: 'lines', cards: lines, whole: wordsOnly(words) }
    : cardsFrom('lines', [wordsOnly(words)]);
}

const cardsFrom = (from: 'table' | 'notes' | 'lines', cards: Pasted[]): Content =>
  cards.length > 0 ? { type: 'cards', from, cards, whole: null } : { type: 'nothing' };

/** The address, when the words are one and nothing else, and it leads to a page or a mailbox. */
export function linkIn(words: string): string | null {
  if (words.length > 2_000 || /\s/.test(words) || !/^(https?:\/\/|mailto:)/i.test(words)) return null;
  try {
    const { protocol, href } = new URL(words);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
