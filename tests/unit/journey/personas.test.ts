import { describe, expect, it } from 'vitest';
import { personaSigns } from '../../../lib/journey/personas.ts';
import { TOKENS } from '../../../lib/journey/tokens.ts';

const letters = (...names: string[]) =>
  personaSigns(names.map((name, i) => ({ id: `p${i}`, name, tone: i % 6, order: `a${i}` }))).map(
    (s) => s.letters,
  );

describe('a persona’s sign', () => {
  it('is its first letter', () => {
    expect(letters('Anna', 'the Newcomer', 'Östen')).toEqual(['A', 'T', 'Ö']);
  });

  it('is longer where two begin alike, and never the same for two', () => {
    expect(letters('Anna Berg', 'Arne', 'Anna Bo', 'Anna Berg')).toEqual(['AB', 'Ar', 'An', 'A2']);
    expect(letters('A', 'A', 'A')).toEqual(['A2', 'A3', 'A4']);
  });

  it('takes a whole emoji as a letter and copes with an empty name', () => {
    expect(letters('👩‍🦽 Rut', '')).toEqual(['👩‍🦽', '?']);
  });
});

describe('the personas’ colours', () => {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [x, y] = [luminance(a), luminance(b)];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };

  it.each(['light', 'dark'] as const)('can be read on every ground of the map (%s)', (scheme) => {
    const tokens = TOKENS[scheme];
    for (const tone of [0, 1, 2, 3, 4, 5] as const) {
      for (const ground of ['sheet', 'paper', 'part-before', 'part-during', 'part-after'] as const) {
        expect(contrast(tokens[`persona-${tone}`], tokens[ground]), `${tone} on ${ground}`).toBeGreaterThan(
          4.5,
        );
      }
    }
  });
});
