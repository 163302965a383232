import type { Evidence } from '../model.ts';
import { TOKENS, type Token, TYPE } from '../tokens.ts';

/**
 * A token as an attribute's value: the page's variable where there is one, light where the picture
 * stands alone. Attributes, not style: a strict CSP forbids inline style.
 */
export const paint = (token: Token): string => `var(--${token}, ${TOKENS.light[token]})`;

export const FONT = `var(--font, ${TYPE.family})`;
export const EMOJI_FONT = "'Noto Color Emoji', 'Apple Color Emoji', 'Segoe UI Emoji', sans-serif";

/** Evidence by line: observed solid, reported dashed, assumed dotted. */
export function evidenceLine(evidence: Evidence) {
  const line = { strokeWidth: 1.5 };
  if (evidence === 'reported') return { ...line, strokeDasharray: '6 3.5' };
  if (evidence === 'assumed') {
    return { strokeWidth: 1.8, strokeDasharray: '0.1 4.2', strokeLinecap: 'round' as const };
  }
  return line;
}

/** Blue is good, orange is bad; never alone, always with a sign or a shape. */
export function valenceToken(valence: number): Token {
  if (valence >= 1.5) return 'valence-p2';
  if (valence > 0) return 'valence-p1';
  if (valence === 0) return 'valence-0';
  return valence > -1.5 ? 'valence-m1' : 'valence-m2';
}

/** `+1.5`, `0`, `−2`: with a real minus sign; the decimal sign is the locale's. */
export function signed(value: number, decimal = '.'): string {
  const size = String(Math.abs(value)).replace('.', decimal);
  return value > 0 ? `+${size}` : value < 0 ? `−${size}` : size;
}
