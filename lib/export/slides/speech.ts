import type { Voice } from '../../review/voices.ts';
import type { Words } from '../words.ts';
import { box, fitted, hex, linesOf, type Slide, write } from './deck.ts';

const PAD = 0.12;
const LEADING = 1.22;

interface Place {
  x: number;
  y: number;
  w: number;
  /** In points. */
  size: number;
  /** Lines shown; the rest stands in the speaker's notes. */
  most: number;
  /** No further down than this. */
  bottom: number;
  tone?: 'customer' | 'employee';
}

/**
 * Somebody's words as a speech bubble that can be edited like any shape, with who said it below. Returns
 * the y after it; null where there was no room.
 */
export function speech(slide: Slide, voice: Voice, place: Place, words: Words): number | null {
  const { x, y, w, size, most, bottom, tone = 'customer' } = place;
  const text = fitted(voice.words, size, w - 2 * PAD, most);
  const lines = linesOf(text, size, w - 2 * PAD).length;
  const h = (lines * size * LEADING) / 72 + 2 * PAD;
  const said = voice.alias !== null && !voice.withheld;
  const by = voice.alias ?? words.t('frictions.assumption');
  if (y + h + 0.38 > bottom) return null;
  slide.addText(text, {
    ...box({ x, y, w, h, size, valign: 'middle', colour: said ? 'ink' : 'ink-soft' }),
    margin: [PAD * 72, PAD * 72, PAD * 72, PAD * 72],
    shape: said ? 'wedgeRoundRectCallout' : 'rect',
    fill: { color: hex(tone === 'employee' ? 'card-employee' : 'card-quote') },
    line: {
      color: hex('rule-strong'),
      width: 1,
      dashType: said && tone === 'customer' ? 'solid' : said ? 'dash' : 'sysDot',
    },
  });
  write(slide, by, { x: x + w * 0.34, y: y + h + 0.04, w: w * 0.66, h: 0.22, size: 10, colour: 'ink-soft' });
  return y + h + 0.4;
}
