import { EMPTIED } from './open.ts';
import { FORMAT, type Packed } from './pack.ts';

/** A packed snapshot's columns; those of the first format are emptied. */
export const packedColumns = ({ bytes, sha256 }: Packed) => ({
  format: FORMAT,
  content: bytes,
  size: bytes.byteLength,
  sha256,
  state: null,
  journey: null,
  sources: null,
});

/** An emptied snapshot's: what was kept of it is gone; its hash still says what was taken. */
export const EMPTY = {
  format: EMPTIED,
  content: null,
  size: 0,
  state: null,
  journey: null,
  sources: null,
};
