/**
 * The signals the board is made of: the canvas library's own, taken from where they live, so that the
 * table and the phone's way use the same board without loading a canvas.
 */
export {
  type Atom,
  atom,
  type Computed,
  computed,
  isUninitialized,
  react,
  type Signal,
  transact,
} from '@tldraw/state';
export { useValue } from '@tldraw/state-react';
