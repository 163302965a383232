/**
 * The design tokens: one place for canvas, pages, SVG and print. Light is a well-set printed map on
 * paper; dark keeps the same relations. Valence runs blue (good) to orange (bad), readable for the
 * colour-blind, and is never shown without a sign or shape beside it.
 */
const light = {
  paper: '#fbfaf6',
  sheet: '#ffffff',
  ink: '#1e1c19',
  'ink-soft': '#5b564e',
  'ink-faint': '#746e64',
  rule: '#ddd8cd',
  'rule-strong': '#b9b2a4',
  accent: '#0b6157',
  'accent-ink': '#ffffff',
  'accent-soft': '#e2efec',
  warn: '#8a3b12',
  'warn-soft': '#fbeee4',
  'part-before': '#f5f1e6',
  'part-during': '#ecf2ee',
  'part-after': '#eef0f6',
  'valence-p2': '#1f5fa6',
  'valence-p1': '#5b8fc4',
  'valence-0': '#8b877f',
  'valence-m1': '#d98a4a',
  'valence-m2': '#b8540f',
  'card-quote': '#fffdf5',
  'card-friction': '#fbeee4',
  'card-employee': '#eef0f6',
  'card-action': '#ffffff',
  'card-other': '#f4f2ec',
  'persona-0': '#6a3d9a',
  'persona-1': '#2d6e3e',
  'persona-2': '#a8246b',
  'persona-3': '#6a6200',
  'persona-4': '#15687a',
  'persona-5': '#7b4526',
  focus: '#0b57d0',
} as const;

export type Token = keyof typeof light;

const dark: Record<Token, string> = {
  paper: '#191815',
  sheet: '#22201d',
  ink: '#f1eee7',
  'ink-soft': '#bdb6a9',
  'ink-faint': '#9c958a',
  rule: '#3a3731',
  'rule-strong': '#5d584f',
  accent: '#6cc7b8',
  'accent-ink': '#0e211e',
  'accent-soft': '#1f3733',
  warn: '#f0a576',
  'warn-soft': '#3a271b',
  'part-before': '#24221c',
  'part-during': '#1e2522',
  'part-after': '#20222a',
  'valence-p2': '#7db3ee',
  'valence-p1': '#5b8fc4',
  'valence-0': '#9a958c',
  'valence-m1': '#d98a4a',
  'valence-m2': '#f29a5a',
  'card-quote': '#2b2922',
  'card-friction': '#35261c',
  'card-employee': '#262a36',
  'card-action': '#22201d',
  'card-other': '#2a2824',
  'persona-0': '#b79ae6',
  'persona-1': '#7cc48d',
  'persona-2': '#ec8fc0',
  'persona-3': '#cdc25a',
  'persona-4': '#6ec4d6',
  'persona-5': '#d3a07c',
  focus: '#8ab4f8',
};

export const TOKENS: { light: Record<Token, string>; dark: Record<Token, string> } = { light, dark };

/**
 * Four text sizes in CSS pixels, and the one family. The emoji font stands before the system’s, which may
 * draw faces in black and white; its unicode-range (app/emoji.css) keeps it from everything else.
 */
export const TYPE = {
  family: "'Inter Variable', Inter, 'Noto Color Emoji', system-ui, sans-serif",
  small: 12,
  body: 15,
  title: 20,
  display: 30,
  lineHeight: 1.4,
} as const;

/** A persona's colour; readable as text on every ground and under text of the colour `sheet`. */
export const personaToken = (tone: number): Token => `persona-${tone}` as Token;

/** A CSS variable's name for a token, for SVG and inline styles. */
export const ink = (token: Token): string => `var(--${token})`;

const block = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/** The tokens as custom properties: light, dark by the system's wish, light again on paper. */
export function tokensCss(): string {
  const type = block({
    font: TYPE.family,
    'text-small': `${TYPE.small}px`,
    'text-body': `${TYPE.body}px`,
    'text-title': `${TYPE.title}px`,
    'text-display': `${TYPE.display}px`,
  });
  return [
    `:root{color-scheme:light dark;${type};${block(light)}}`,
    `@media (prefers-color-scheme:dark){:root{${block(dark)}}}`,
    `@media print{:root{color-scheme:light;${block(light)}}}`,
  ].join('\n');
}
