import { expect, it, vi } from 'vitest';
import { exportSnapshot } from '../../../lib/export/export.ts';
import { parseSvg, type SvgNode } from '../../../lib/export/svg/tree.ts';
import { bareReview, demoReview, rewritten } from './paper-review.ts';

// Whole files are written, with their fonts.
vi.setConfig({ testTimeout: 60_000 });

const read = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const write = (format: 'svg' | 'png', review: ReturnType<typeof demoReview>) =>
  exportSnapshot({ format, review, locale: 'sv', state: null });

function* all(node: SvgNode): Generator<SvgNode> {
  yield node;
  for (const child of node.children) if (typeof child !== 'string') yield* all(child);
}
const textOf = (node: SvgNode): string =>
  node.children.map((c) => (typeof c === 'string' ? c : textOf(c))).join('');

const DRAWN = new Set('svg style title desc g rect path circle text tspan clipPath line'.split(' '));

it('writes a picture that stands alone: its fonts with it, no variable, nothing outside', async () => {
  const svg = read(await write('svg', demoReview('sv')));
  expect(svg).not.toContain('var(--');
  expect(svg).toMatch(/@font-face\{font-family:'Inter';font-weight:400;src:url\(data:font\/woff2;base64,/);
  expect(svg).toContain("font-family:'Noto Emoji'");
  const picture = parseSvg(svg);
  expect([...all(picture)].map((n) => n.name).filter((name) => !DRAWN.has(name))).toEqual([]);
  expect(textOf(picture)).toContain('Kaféägaren');
});

it('has no element, attribute or address that somebody wrote', async () => {
  const picture = parseSvg(read(await write('svg', rewritten(demoReview('sv')))));
  for (const { name, attributes } of all(picture)) {
    expect(DRAWN).toContain(name);
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).not.toMatch(/^on|href|^style$/i);
      expect(value).not.toMatch(/alert|evil|script/);
    }
  }
  const styles = [...all(picture)].filter((n) => n.name === 'style');
  expect(styles).toHaveLength(1);
  expect(textOf(styles[0] as SvgNode)).not.toMatch(/@import|evil|https?:/);
  expect(textOf(picture)).toContain('<script>');
});

it.each([
  ['a map of three touchpoints', bareReview([3])],
  ['an empty map', bareReview([])],
])('draws %s in pixels', async (_, review) => {
  const png = Buffer.from(await write('png', review));
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(png.readUInt32BE(16)).toBeGreaterThan(300);
});
