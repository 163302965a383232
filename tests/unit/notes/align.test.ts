import { describe, expect, it } from 'vitest';
import { alignSpan, CODE } from '../../../lib/notes/clean/align.ts';
import { random } from '../../support/random.ts';

/** What the clean copy says where the raw text says `words`. */
function cleanWords(raw: string, clean: string, words: string): string | null {
  const start = raw.indexOf(words);
  const span = alignSpan(raw, clean, start, start + words.length);
  return span && clean.slice(span.start, span.end);
}

describe('where a passage of the raw text stands in the clean copy', () => {
  it.each([
    [
      'Anna ringde mig. Jag blev arg.',
      '[NAMN 1] ringde mig. Jag blev arg.',
      'Jag blev arg.',
      'Jag blev arg.',
    ],
    ['Anna ringde mig.', '[NAMN 1] ringde mig.', 'Anna ringde', '[NAMN 1] ringde'],
    ['Då sa Anna att det var fel.', 'Då sa [NAMN 1] att det var fel.', 'Anna', '[NAMN 1]'],
    ['Då sa Anna Berg att det var fel.', 'Då sa [NAMN 1] att det var fel.', 'sa Anna', 'sa [NAMN 1]'],
    [
      'Då sa Anna Berg att det var fel.',
      'Då sa [NAMN 1] att det var fel.',
      'Berg att det',
      '[NAMN 1] att det',
    ],
    ['Annas faktura var fel.', '[NAMN 1]s faktura var fel.', 'faktura var', 'faktura var'],
    ['Ring 070-123 45 67 nu.', 'Ring [TELEFON 1] nu.', '123 45', '[TELEFON 1]'],
    ['Det var bra.', 'Det var faktiskt bra.', 'Det var bra.', 'Det var faktiskt bra.'],
    ['Det var bra.', 'Ja, det var bra.', 'var bra', 'var bra'],
    ['Bra 😡 tyckte Åsa inte.', 'Bra 😡 tyckte [NAMN 1] inte.', '😡', '😡'],
    ['Ja. Anna Berg. Nej.', 'Ja.  Nej.', 'Anna Berg.', null],
  ])('%s → %s: %s', (raw, clean, words, wanted) => {
    expect(cleanWords(raw, clean, words)).toBe(wanted);
  });

  it('holds for 3,000 random texts, edits and passages (seed 5)', () => {
    const { next, below, of } = random(5);
    const words = ['Anna', 'ringde', 'å', 'fakturan', '😡', 'Åsa', 'var', 'inte', '12', 'Berg', 'Anna', 'é'];
    for (let round = 0; round < 3_000; round += 1) {
      const tokens = Array.from({ length: 3 + below(25) }, () => of(words));
      const raw = tokens.join(' ');
      const changed = tokens.flatMap((token) => {
        const dice = next();
        if (dice < 0.1) return [`[NAMN ${1 + below(12)}]`];
        if (dice < 0.15) return [];
        if (dice < 0.2) return [token, of(words)];
        return [token];
      });
      const clean = changed.join(' ');
      const start = below(raw.length);
      const end = start + 1 + below(raw.length - start);
      const span = alignSpan(raw, clean, start, end);
      if (!span) continue;
      const said = clean.slice(span.start, span.end);
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(clean.length);
      expect(said).toBe(said.trim());
      expect(said).not.toBe('');
      for (const { 0: code, index } of clean.matchAll(CODE)) {
        const cuts = [span.start, span.end].some((at) => at > index && at < index + code.length);
        expect(cuts, `${raw} → ${clean}: ${said}`).toBe(false);
      }
      expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(said)).toBe(false);
      if (raw === clean)
        expect(said).toContain(
          raw
            .slice(start, end)
            .trim()
            .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ''),
        );
      // Words that occur once and that nobody changed are found again as they are.
      expect(cleanWords(`${raw} just detta ${raw}`, `${clean} just detta ${raw}`, 'just detta')).toBe(
        'just detta',
      );
    }
  });
});
