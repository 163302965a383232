import type { Journey } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { type Computed, computed } from '../signals.ts';

export interface Structure extends Pick<Journey, 'phases' | 'touchpoints' | 'lanes' | 'personas'> {
  title: string;
}

const byBoard = new WeakMap<Board, Computed<Structure>>();

/** The map without its cards; tells its readers only when the structure changed, not at every letter typed. */
export function structureOf(board: Board): Computed<Structure> {
  let structure = byBoard.get(board);
  if (!structure) {
    structure = computed<Structure>(
      'structure',
      () => {
        const { phases, touchpoints, lanes, personas, meta } = board.$journey.get();
        return { phases, touchpoints, lanes, personas, title: meta.title };
      },
      { isEqual: same },
    );
    byBoard.set(board, structure);
  }
  return structure;
}

const same = (a: Structure, b: Structure) =>
  a.phases === b.phases &&
  a.touchpoints === b.touchpoints &&
  a.lanes === b.lanes &&
  a.personas === b.personas &&
  a.title === b.title;
