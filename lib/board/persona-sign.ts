import { isSameValue } from '../journey/merge/same.ts';
import { type PersonaSign, personaSigns } from '../journey/personas.ts';
import type { Board } from './board.ts';
import { type Computed, computed } from './signals.ts';

const signs = new WeakMap<Board, Computed<ReadonlyMap<string, PersonaSign>>>();

/**
 * How a persona is shown on cards; null for nobody's. Read inside a signal it follows the personas, and
 * not at all while the card is nobody's: most are, and their drawing must not wait on every edit.
 */
export function signOf(board: Board, personaId: string | null | undefined): PersonaSign | null {
  if (!personaId) return null;
  let all = signs.get(board);
  if (!all) {
    all = computed<ReadonlyMap<string, PersonaSign>>(
      'persona signs',
      () => new Map(personaSigns(board.$journey.get().personas).map((sign) => [sign.id, sign])),
      { isEqual: (a, b) => isSameValue([...a.values()], [...b.values()]) },
    );
    signs.set(board, all);
  }
  return all.get().get(personaId) ?? null;
}
