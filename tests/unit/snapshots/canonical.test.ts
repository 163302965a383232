import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash, storable } from '../../../lib/services/snapshots/canonical.ts';

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, shuffled(v)]),
  );
}

describe('canonical JSON', () => {
  it('does not depend on the order of keys, and reads back equal (seed 7)', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 7 },
    );
  });

  it('tells a changed letter', () => {
    expect(contentHash({ a: 'räkning' })).not.toBe(contentHash({ a: 'rakning' }));
    expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 }));
  });
});

describe('storable', () => {
  it('takes out only what PostgreSQL refuses', () => {
    expect(storable({ text: 'a\u0000b', face: '🙂', half: '\ud83d', list: [1, null, 'å'] })).toEqual({
      text: 'a\ufffdb',
      face: '🙂',
      half: '\ufffd',
      list: [1, null, 'å'],
    });
  });
});
