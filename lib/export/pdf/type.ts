import { TOKENS, type Token } from '../../journey/tokens.ts';
import type { InterWeight } from '../fonts/files.ts';

/** How a text is set; sizes in points. */
export interface Style {
  size: number;
  leading: number;
  weight: InterWeight;
  colour: Token;
}

const style = (size: number, leading: number, weight: InterWeight = 400, colour: Token = 'ink'): Style => ({
  ...{ size, leading, weight, colour },
});

/** Few sizes, as on the page: what is larger is more important, and nothing else is. */
export const STYLE = {
  title: style(30, 36, 600),
  verdict: style(21, 26, 600),
  numeral: style(26, 32, 600),
  subtitle: style(14, 20, 400, 'ink-soft'),
  heading: style(16, 21, 600),
  phase: style(13, 18, 600),
  strong: style(9.5, 14, 600),
  body: style(9.5, 14),
  soft: style(9.5, 14, 400, 'ink-soft'),
  label: style(8, 11, 500, 'ink-soft'),
  small: style(8, 11.5, 400, 'ink-soft'),
} as const;

/** Paper is white already: no tint is printed behind the text. */
export const PAPER = '#ffffff';

export const colour = (token: Token): string => (token === 'paper' ? PAPER : TOKENS.light[token]);

const MM = 72 / 25.4;
export const mm = (millimetres: number): number => millimetres * MM;

/** Sheets in points, upright. */
export const SHEET = {
  A4: [mm(210), mm(297)],
  A3: [mm(297), mm(420)],
  A1: [mm(594), mm(841)],
} as const;
