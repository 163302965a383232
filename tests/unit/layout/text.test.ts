import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as advances from '../../../lib/journey/layout/advances.ts';
import { textWidth } from '../../../lib/journey/layout/measure.ts';
import { breakLines, clampLines, clustersOf } from '../../../lib/journey/layout/wrap.ts';
import { RANGES, readAdvances } from '../../support/font-advances.ts';

const style = { width: 200, fontSize: 15 };
const width = (text: string) => textWidth(text, style.fontSize);

describe('the table of advances', () => {
  it('is what the font says', () => {
    const font = readAdvances();
    expect(advances.RANGES).toEqual(RANGES);
    expect(advances.REGULAR).toEqual(font.regular);
    expect(advances.SEMIBOLD).toEqual(font.semibold);
  });

  it('gives å, ä and ö the width of their base letter', () => {
    for (const [marked, plain] of ['åa', 'äa', 'öo', 'ÅA']) {
      expect(width(marked ?? '')).toBe(width(plain ?? ''));
    }
    expect(width('a\u030a')).toBe(width('a'));
  });

  it('counts an emoji once however many code points it takes, and wider than a letter', () => {
    expect(width('😀')).toBeGreaterThan(width('W'));
    expect(width('👍🏽')).toBe(width('👍'));
    expect(width('👩‍👩‍👧')).toBe(width('👩'));
    expect(width('🇸🇪')).toBe(width('👍'));
  });
});

describe('breaking lines', () => {
  it('breaks at spaces and keeps every word whole', () => {
    const text = 'Jag ringde tre gånger innan någon svarade, och då visste de ingenting.';
    const lines = breakLines(text, style);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(text);
  });

  it('breaks after a hyphen and a dash', () => {
    expect(
      breakLines('kundtjänst-uppringningen och e-fakturaavtalet', { width: 150, fontSize: 15 }),
    ).toContain('kundtjänst-');
  });

  it('keeps the writer’s own line ends, also empty ones', () => {
    expect(breakLines('ett\n\ntvå\r\ntre', style)).toEqual(['ett', '', 'två', 'tre']);
    expect(breakLines('', style)).toEqual(['']);
  });

  it('divides a long Swedish compound with hyphens, after Swedish syllables', () => {
    const lines = breakLines('Kundtjänstmedarbetarutbildningsmaterialet', style);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.slice(0, -1).every((l) => l.endsWith('-'))).toBe(true);
    expect(lines.map((l) => l.replace(/-$/, '')).join('')).toBe('Kundtjänstmedarbetarutbildningsmaterialet');
    for (const next of lines.slice(1)) expect(next).toMatch(/^[bcdfghjklmnpqrstvwxz][aeiouyåäö]/);
  });

  it('divides an address without a hyphen', () => {
    const url = 'https://minasidor.exempel.se/fakturor/2026/oktober/specifikation';
    expect(breakLines(url, style).join('')).toBe(url);
  });

  it('never makes a line wider than asked, for any text (seed 7)', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.stringMatching(/^[a-zåäö \n-]{0,200}$/),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 300 }), (value, w) => {
        for (const line of breakLines(value, { width: w, fontSize: 15 })) {
          const single = clustersOf(line).length === 1;
          expect(single || width(line) <= w).toBe(true);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('loses no character but blanks and its own hyphens (seed 8)', () => {
    const bare = (s: string) => s.replace(/[\s-]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (value) => {
        expect(bare(breakLines(value, style).join(''))).toBe(bare(value));
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('never cuts an emoji in two', () => {
    const lines = breakLines('👩‍👩‍👧🇸🇪👍🏽'.repeat(12), style);
    for (const line of lines) expect(line).not.toMatch(/^[\u200d\ufe0f]|^[\udc00-\udfff]|^🏽/);
  });

  it('breaks two thousand characters without a space, and two thousand spaces, losing none', () => {
    for (const text of ['ä'.repeat(2_000), ' '.repeat(2_000)]) {
      const lines = breakLines(text, style).map((line) => line.replace(/-$/, ''));
      expect(lines.join('').trim()).toBe(text.trim());
    }
  });
});

describe('clamping', () => {
  it('ends in an ellipsis that still fits', () => {
    const lines = breakLines('Ordet '.repeat(80), style);
    const kept = clampLines(lines, 3, style);
    expect(kept).toHaveLength(3);
    expect(kept[2]).toMatch(/…$/);
    expect(width(kept[2] ?? '')).toBeLessThanOrEqual(style.width);
  });
});
