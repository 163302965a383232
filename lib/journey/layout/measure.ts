import { RANGES, REGULAR, SEMIBOLD } from './advances.ts';

/**
 * Text widths without a DOM, from the embedded table of Inter's advances: the same number in every
 * browser and on the server. Slightly too wide on purpose (no kerning, emoji at their widest), so that a
 * line that fits here fits everywhere.
 */
export type Weight = 'regular' | 'semibold';

const EM = 1000;
/** The widest emoji font in use (Segoe UI Emoji) draws 1.37 em. */
const EMOJI = 1400;
/** Kerning in Inter hardly ever widens; this covers what it does, and rounding in the browser. */
const SAFETY = 1.012;

const parse = (rows: readonly string[]): Map<number, number> => {
  const table = new Map<number, number>();
  rows.forEach((row, r) => {
    const from = RANGES[r]?.[0] ?? 0;
    row.split(' ').forEach((value, i) => {
      const width = Number.parseInt(value, 36);
      if (width > 0) table.set(from + i, width);
    });
  });
  return table;
};
const TABLES: Record<Weight, Map<number, number>> = { regular: parse(REGULAR), semibold: parse(SEMIBOLD) };

/** Draws nothing of its own: combining marks, joiners, variation selectors, skin tones. */
export function isJoined(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0x1f3fb && code <= 0x1f3ff) ||
    (code >= 0xe0020 && code <= 0xe007f) ||
    code === 0x20e3 ||
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0xad
  );
}

const isFlagLetter = (code: number) => code >= 0x1f1e6 && code <= 0x1f1ff;

/** By fixed ranges, not \p{Emoji}: that differs between the Unicode versions of browsers and Node. */
function isEmoji(code: number): boolean {
  return (
    (code >= 0x1f000 && code <= 0x1faff) ||
    (code >= 0x2600 && code <= 0x27bf) ||
    (code >= 0x2b00 && code <= 0x2bff) ||
    (code >= 0x2300 && code <= 0x23ff)
  );
}

/** One code point's advance in thousandths of an em; what no table knows counts a full em. */
function advanceOf(code: number, weight: Weight): number {
  const known = TABLES[weight].get(code);
  if (known !== undefined) return known;
  if (isJoined(code) || code < 0x20) return 0;
  if (isFlagLetter(code)) return EMOJI / 2;
  return isEmoji(code) ? EMOJI : EM;
}

/** Width in CSS pixels at `fontSize`. Characters after a zero-width joiner belong to the one before. */
export function textWidth(text: string, fontSize: number, weight: Weight = 'regular'): number {
  let sum = 0;
  let joins = false;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (!joins) sum += advanceOf(code, weight);
    joins = code === 0x200d;
  }
  return (sum / EM) * fontSize * SAFETY;
}
