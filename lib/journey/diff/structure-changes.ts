import type { Journey } from '../model.ts';
import type { JourneyDiff } from './diff.ts';
import { movedIds } from './in-order.ts';

export const STRUCTURE = ['phases', 'touchpoints', 'lanes', 'personas'] as const;
export type StructureName = (typeof STRUCTURE)[number];

export const STRUCTURE_CHANGES = ['added', 'removed', 'renamed', 'moved', 'changed'] as const;
export type StructureChangeKind = (typeof STRUCTURE_CHANGES)[number];

type Entry<N extends StructureName> = Journey[N][number];

/** What became of one phase, touchpoint, lane or persona, as a reader sees it. */
export type StructureChange = {
  [N in StructureName]: {
    of: N;
    id: string;
    kinds: readonly StructureChangeKind[];
    /** Null for one that was added. */
    before: Entry<N> | null;
    /** Null for one that was removed. */
    after: Entry<N> | null;
    /** What else differs: `mark`, `channel`, `owner`, `part`… */
    fields: readonly string[];
  };
}[StructureName];

/**
 * How the map's frame changed: phases, touchpoints, lanes and personas, those that went last in each. An
 * entry moved when it stands elsewhere among those that both maps have, not when something before it came or
 * went; a touchpoint also when it is in another phase.
 */
export function structureChanges(a: Journey, b: Journey, diff: JourneyDiff): StructureChange[] {
  return STRUCTURE.flatMap((of) => changesIn(of, a, b, diff));
}

function changesIn<N extends StructureName>(of: N, a: Journey, b: Journey, diff: JourneyDiff) {
  type Held = Entry<N>;
  const { added, removed, changed } = diff[of] as {
    added: readonly Held[];
    removed: readonly Held[];
    changed: readonly { id: string; before: Held; after: Held; fields: readonly string[] }[];
  };
  const moved = movedIn(of, a, b);
  const changes = changed.flatMap(({ id, before, after, fields }) => {
    const others = fields.filter((field) => !PLACES.has(field) && field !== 'name');
    const kinds: StructureChangeKind[] = [
      ...(before.name === after.name ? [] : (['renamed'] as const)),
      ...(moved.has(id) ? (['moved'] as const) : []),
      ...(others.length > 0 ? (['changed'] as const) : []),
    ];
    return kinds.length > 0 ? [{ of, id, kinds, before, after, fields: others }] : [];
  });
  return [
    ...added.map((after) => ({ of, id: after.id, kinds: ['added'], before: null, after, fields: [] })),
    ...changes,
    ...removed.map((before) => ({ of, id: before.id, kinds: ['removed'], before, after: null, fields: [] })),
  ] as StructureChange[];
}

/** Where an entry stands; said as "moved", and only where it shows. */
const PLACES: ReadonlySet<string> = new Set(['order', 'place']);

function movedIn(of: StructureName, a: Journey, b: Journey): Set<string> {
  if (of !== 'touchpoints') return movedIds(idsOf(a[of]), idsOf(b[of]));
  const home = new Map(a.touchpoints.map((t) => [t.id, t.place.phaseId]));
  const elsewhere = b.touchpoints.filter(
    (t) =>
      home.has(t.id) && home.get(t.id) !== t.place.phaseId && a.phases.some((p) => p.id === t.place.phaseId),
  );
  const within = b.phases.flatMap(({ id }) => {
    const here = (journey: Journey) => idsOf(journey.touchpoints.filter((t) => t.place.phaseId === id));
    return [...movedIds(here(a), here(b))];
  });
  return new Set([...elsewhere.map((t) => t.id), ...within]);
}

const idsOf = (entries: readonly { id: string }[]): string[] => entries.map((entry) => entry.id);
