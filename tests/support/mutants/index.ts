import { type Random, random } from '../random.ts';
import { BYTES } from './bytes.ts';
import { sample } from './samples.ts';
import { listInMap, STRANGE, strange } from './strange.ts';
import { STRUCTS } from './structs.ts';

export { groundState } from './ground.ts';

export interface Mutant {
  /** The kind of change, for a failure's name. */
  what: string;
  bytes: Uint8Array;
}

/**
 * The `index`-th mutation of a seed, against a map of `groundState`: always the same bytes. One in twelve
 * is a valid edit, so that accepted and refused ones mix as they would.
 */
export function mutant(seed: number, index: number, state: Uint8Array): Mutant {
  const r = random(seed * 1_000_003 + index);
  // Client ids of its own for each, three apart since a sample may take three.
  const clientId = 10_000_000 + seed * 1_000_000 + index * 3;
  const family = r.below(12);
  if (family === 0) return { what: 'valid', bytes: sample(r, state, clientId) };
  if (family <= 4) return named(r, BYTES, (change) => change(r, sample(r, state, clientId)));
  if (family <= 8) return named(r, STRUCTS, (change) => change(r, sample(r, state, clientId)));
  if (r.chance(0.05)) return { what: 'listInMap', bytes: listInMap(r, state, clientId) };
  const what = r.of(Object.keys(STRANGE));
  return { what, bytes: strange(r, state, clientId, what) };
}

function named<T>(r: Random, from: Record<string, T>, make: (change: T) => Uint8Array): Mutant {
  const what = r.of(Object.keys(from));
  return { what, bytes: make(from[what] as T) };
}
