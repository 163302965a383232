import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parentCycles } from '../../../lib/board/schema/index.ts';

const SEED = 20261122;

describe('circles of parents', () => {
  it('leaves chains alone', () => {
    expect(
      parentCycles(
        new Map([
          ['c', 'b'],
          ['b', 'a'],
          ['a', 'page:page'],
        ]),
      ),
    ).toEqual(new Set());
  });

  it('breaks a circle at its smallest id, whatever hangs on it', () => {
    const parents = new Map([
      ['z', 'c'],
      ['c', 'b'],
      ['b', 'c'],
      ['x', 'x'],
    ]);
    expect(parentCycles(parents)).toEqual(new Set(['b', 'x']));
  });

  it(`ends every chain, alike in any order of arrival (seed ${SEED})`, () => {
    const id = fc.integer({ min: 0, max: 12 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 20 }), (pairs) => {
        const parents = new Map(pairs);
        const loose = parentCycles(parents);
        expect(parentCycles(new Map([...parents].reverse()))).toEqual(loose);
        for (const start of parents.keys()) {
          let at: string | undefined = start;
          for (let step = 0; at !== undefined; step += 1) {
            expect(step).toBeLessThan(30);
            at = loose.has(at) ? undefined : parents.get(at);
          }
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
