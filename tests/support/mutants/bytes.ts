import * as encoding from 'lib0/encoding';
import type { Random } from '../random.ts';

/** The update with one to three bytes changed, removed or put in. */
function noise(r: Random, update: Uint8Array): Uint8Array {
  const bytes = [...update];
  for (let n = 1 + r.below(3); n > 0; n -= 1) {
    const at = r.below(bytes.length);
    const kind = r.below(4);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << r.below(8));
    else if (kind === 1) bytes[at] = r.below(256);
    else if (kind === 2) bytes.splice(at, 1 + r.below(4));
    else bytes.splice(at, 0, r.below(256));
  }
  return Uint8Array.from(bytes);
}

const varUint = (n: number): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, n);
  return encoding.toUint8Array(encoder);
};

const joined = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const HUGE = [2 ** 24, 2 ** 31 - 1, 2 ** 32, 2 ** 40, Number.MAX_SAFE_INTEGER] as const;

/** Changes made without knowing what the bytes mean. */
export const BYTES: Record<string, (r: Random, update: Uint8Array) => Uint8Array> = {
  noise,
  cut: (r, update) => update.slice(0, r.below(update.length)),
  more: (r, update) =>
    joined(
      update,
      Uint8Array.from({ length: 1 + r.below(40) }, () => r.below(256)),
    ),
  twice: (_r, update) => joined(update, update),
  /** A number somewhere becomes one that claims millions of what follows. */
  claim: (r, update) => {
    const at = r.below(Math.min(update.length, 12));
    return joined(update.slice(0, at), varUint(r.of(HUGE)), update.slice(at + 1));
  },
  /** Claims many clients, or many structs of one, and ends. */
  header: (r) =>
    r.chance(0.5)
      ? varUint(r.of(HUGE))
      : joined(Uint8Array.of(1), varUint(r.of(HUGE)), varUint(r.of(HUGE)), Uint8Array.of(0, 0x84, 1)),
  random: (r) => Uint8Array.from({ length: r.below(200) }, () => r.below(256)),
};
