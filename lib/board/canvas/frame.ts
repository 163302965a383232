import type { MapLayout } from '../../journey/layout/index.ts';
import type { Board } from '../board.ts';
import { type Computed, computed } from '../signals.ts';

/** A layout without its cards. */
export type Frame = MapLayout;

const NO_CARDS = { cards: new Map(), cells: new Map(), gap: null, curve: [] };

const frames = new WeakMap<Board, Computed<Frame>>();

/** The map without its cards; tells its readers only when columns or lanes changed, not at every card. */
export function frameOf(board: Board): Computed<Frame> {
  let frame = frames.get(board);
  if (!frame) {
    frame = computed<Frame>(
      'frame',
      () => {
        const { width, height, header, phases, columns, rows } = board.$layout.get();
        return { width, height, header, phases, columns, rows, ...NO_CARDS };
      },
      { isEqual: sameFrame },
    );
    frames.set(board, frame);
  }
  return frame;
}

/** The layout keeps the lists it did not change. */
function sameFrame(a: Frame, b: Frame): boolean {
  return (
    a.width === b.width &&
    a.height === b.height &&
    a.phases === b.phases &&
    a.columns === b.columns &&
    a.rows === b.rows
  );
}
