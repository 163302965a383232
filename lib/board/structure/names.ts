import type { Board } from '../board.ts';
import { type Computed, computed } from '../signals.ts';

export interface Named {
  name: string;
  /** Channel, owner and personas of a touchpoint, for whoever cannot see the line beside its number. */
  details: string;
}

const lists = new WeakMap<Board, Computed<ReadonlyMap<string, Named>>>();

/** The names of phases, touchpoints and lanes by id; tells its readers only when one of them changed. */
export function namesOf(board: Board): Computed<ReadonlyMap<string, Named>> {
  const known = lists.get(board);
  if (known) return known;
  const names = computed<ReadonlyMap<string, Named>>('names of the structure', () => read(board), {
    isEqual: sameNames,
  });
  lists.set(board, names);
  return names;
}

function read(board: Board): Map<string, Named> {
  const { phases, touchpoints, lanes, personas } = board.$journey.get();
  const names = new Map<string, Named>();
  for (const { id, name } of [...phases, ...lanes]) names.set(id, { name, details: '' });
  for (const t of touchpoints) {
    const who = personas.filter((p) => t.personas.includes(p.id)).map((p) => p.name);
    const details = [t.channel, t.owner, who.join(', ')].filter(Boolean).join(' · ');
    names.set(t.id, { name: t.name, details });
  }
  return names;
}

function sameNames(a: ReadonlyMap<string, Named>, b: ReadonlyMap<string, Named>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, { name, details }] of a) {
    const other = b.get(id);
    if (other?.name !== name || other.details !== details) return false;
  }
  return true;
}
