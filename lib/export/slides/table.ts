import { FONT, hex, SLIDE, WIDE } from './deck.ts';

/** A table's cell. */
export const cell = (text: string, bold = false, colour: 'ink' | 'ink-soft' | 'warn' = 'ink') => ({
  text,
  options: { bold, color: hex(colour) },
});
const RULES = [
  { type: 'none' as const },
  { type: 'none' as const },
  { type: 'solid' as const, pt: 0.75, color: hex('rule-strong') },
  { type: 'none' as const },
] as [{ type: 'none' }, { type: 'none' }, { type: 'solid'; pt: number; color: string }, { type: 'none' }];
/** Rules below rows and nothing else; the full width. */
export const TABLE = {
  x: SLIDE.margin,
  y: 1.55,
  w: WIDE,
  fontFace: FONT,
  fontSize: 13,
  border: RULES,
  margin: 0.07,
};
