import { createRequire } from 'node:module';
import type PptxGen from 'pptxgenjs';
import { breakLines } from '../../journey/layout/wrap.ts';
import { TOKENS, type Token } from '../../journey/tokens.ts';
import type { Words } from '../words.ts';

export type Slide = PptxGen.Slide;

/** A wide slide, in inches. */
export const SLIDE = { width: 13.333, height: 7.5, margin: 0.6, top: 1.55, bottom: 6.9 } as const;
export const WIDE = SLIDE.width - 2 * SLIDE.margin;

/** Text sizes in points: the smallest is read from the back of a small room. */
export const SIZE = { title: 36, heading: 26, strong: 16, body: 14, small: 12, numeral: 44 } as const;

/** Where it is installed; whatever a program puts in its place is narrower, so what fits still fits. */
export const FONT = 'Inter';

/** A token as the format wants it: six digits. */
export const hex = (token: Token): string => TOKENS.light[token].slice(1);

// Its module for `import` is not marked as one.
const load = createRequire(import.meta.url);

export function openDeck({ review, p }: Words): PptxGen {
  const Pptx = load('pptxgenjs') as typeof PptxGen;
  const deck = new Pptx();
  const { workshop, snapshot } = review;
  deck.layout = 'LAYOUT_WIDE';
  deck.title = [workshop.title, snapshot.label].filter(Boolean).join(' – ');
  deck.subject = p('paper.subject', { number: snapshot.number, date: snapshot.takenAt });
  deck.author = 'Utifrån';
  deck.company = 'Utifrån';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  return deck;
}

/** A slide with its title, what stands small above it, and a foot that says which snapshot it is of. */
export function openSlide(deck: PptxGen, words: Words, title: string, above = ''): Slide {
  const slide = deck.addSlide();
  const { workshop, snapshot } = words.review;
  slide.background = { color: hex('sheet') };
  if (above) write(slide, above, { y: 0.42, h: 0.3, size: SIZE.small, colour: 'ink-soft' });
  write(slide, fitted(title, SIZE.heading, WIDE, 1), { y: 0.7, h: 0.6, size: SIZE.heading, bold: true });
  const foot = `${workshop.title} · ${words.p('paper.snapshot', { number: snapshot.number })}`;
  write(slide, foot, { y: 7.05, h: 0.3, size: 10, colour: 'ink-faint' });
  return slide;
}

export interface Setting {
  x?: number;
  y: number;
  w?: number;
  h: number;
  size: number;
  colour?: Token;
  bold?: boolean;
  align?: 'left' | 'right' | 'center';
  valign?: 'top' | 'middle';
}

/** A text box without margins of its own, so that edges meet. */
export function write(slide: Slide, text: string, setting: Setting): void {
  slide.addText(text, box(setting));
}

export function box({
  x = SLIDE.margin,
  y,
  w = WIDE,
  h,
  size,
  colour = 'ink',
  bold,
  align,
  valign,
}: Setting) {
  return {
    ...{ x, y, w, h, fontSize: size, fontFace: FONT, color: hex(colour), margin: 0, wrap: true },
    ...{ bold: bold ?? false, align: align ?? ('left' as const), valign: valign ?? ('top' as const) },
  };
}

const LEADING = 1.22;

export const linesOf = (text: string, size: number, width: number): string[] =>
  breakLines(text, { width: width * 72, fontSize: size, weight: 'semibold' });

/** The height in inches that a text takes in a box so wide. */
export const heightOf = (text: string, size: number, width: number): number =>
  (linesOf(text, size, width).length * size * LEADING) / 72;

/** As much of a text as goes on so many lines, with an ellipsis where that is not all. */
export function fitted(text: string, size: number, width: number, most: number): string {
  const lines = linesOf(text, size, width);
  if (lines.length <= most) return text;
  const kept = lines.slice(0, most).join(' ');
  // At a word's end, where that does not take half of it away.
  const at = kept.lastIndexOf(' ');
  return `${(at > kept.length / 2 ? kept.slice(0, at) : kept.slice(0, -1)).trimEnd()}…`;
}
