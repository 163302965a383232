import { type Figures, figures } from '../analysis/index.ts';
import type { Journey, Mark } from '../model.ts';
import { align, type Column } from './align.ts';
import { takenOver } from './fate.ts';

/** What a touchpoint is on one of the two maps. */
export interface Stand {
  mark: Mark | null;
  /** Whether the group said so, or it follows from the emotion cards. */
  from: 'group' | 'emotions' | null;
  /** How grave a minus is, 1…3. */
  weight: number;
  /** −2…+2; null where nobody has told a feeling. */
  meanValence: number | null;
  emotions: number;
}

export interface GapRow {
  touchpointId: string;
  /** As the to-be map calls it, where it is on it. */
  name: string;
  /** What it is called today, where that is something else. */
  wasCalled: string | null;
  /** Where it belongs, as above. */
  phaseId: string;
  phase: string;
  fate: 'kept' | 'added' | 'removed' | 'merged';
  /** merged: what took it over. */
  into: { touchpointId: string; name: string } | null;
  /** On both maps, but at another point of the way. */
  moved: boolean;
  /** Null where that map does not have it. */
  today: Stand | null;
  aimed: Stand | null;
  /** aimed − today in marks, −2…+2; null unless both are marked. */
  lift: number | null;
  /** What it does to the capital at the end; all together they are the whole difference. */
  effect: number;
  /** lift × how grave it is today, 0 where nothing is to be lifted. */
  priority: number;
}

/** One map in figures. */
export interface Side {
  touchpoints: number;
  capital: Figures['capital'];
  ratio: Figures['ratio']['counted'];
  /** Mean feeling where there is one, along this map. */
  feelings: { touchpointId: string; mean: number; n: number }[];
}

export interface Gap {
  /** Every touchpoint of either map once, along the way; what was removed stands where it was. */
  rows: GapRow[];
  /** For drawing both curves over one line. */
  columns: Column[];
  today: Side;
  aimed: Side;
  /** Touchpoints to lift, the most urgent first; what chafes most today goes before what is as urgent. */
  priorities: string[];
  /** Nobody has aimed at anything yet: marks, feelings and touchpoints are the same on both. */
  isNone: boolean;
}

/**
 * What lies between a map as it is and as it should be, touchpoint by touchpoint; they are the same where
 * their ids are. Method: priority is potential × (target − today). How far a touchpoint could be lifted is not
 * asked for on the map, so the gravity of today's minus (1…3) stands in its place. Pure; nothing is rounded.
 */
export function gapOf(asIs: Journey, toBe: Journey): Gap {
  const [was, is] = [figures(asIs), figures(toBe)];
  const order = ({ touchpoints }: Journey) => touchpoints.map(({ id }) => id);
  const columns = align(order(asIs), order(toBe));
  const rows = rowsOf(asIs, toBe, { was, is }, columns);
  const chafes = new Map(was.frictions.map(({ touchpointId, score }) => [touchpointId, score]));
  const urgency = (row: GapRow) => chafes.get(row.touchpointId) ?? 0;
  return {
    rows,
    columns,
    today: sideOf(was),
    aimed: sideOf(is),
    priorities: rows
      .filter((row) => row.priority > 0)
      .toSorted((a, b) => b.priority - a.priority || urgency(b) - urgency(a))
      .map((row) => row.touchpointId),
    isNone: rows.every(isSame),
  };
}

function rowsOf(
  asIs: Journey,
  toBe: Journey,
  { was, is }: { was: Figures; is: Figures },
  columns: readonly Column[],
): GapRow[] {
  const [before, after] = [touchpointsIn(asIs), touchpointsIn(toBe)];
  const [todays, aims] = [standsIn(was), standsIn(is)];
  const heirs = takenOver(asIs, toBe);
  const inLine = new Set(columns.filter((c) => c.at === 'both').map((c) => c.touchpointId));
  return columns.flatMap(({ touchpointId: id, at }) => {
    const [old, now] = [before.get(id), after.get(id)];
    const shown = now ?? old;
    // What was moved is told once: where it goes.
    if (!shown || (at === 'asIs' && now)) return [];
    const [today, aimed] = [todays.get(id) ?? null, aims.get(id) ?? null];
    const heir = now ? undefined : after.get(heirs.get(id) ?? '');
    const lift = today?.mark == null || aimed?.mark == null ? null : ((aimed.mark - today.mark) as number);
    return [
      {
        touchpointId: id,
        name: shown.name,
        wasCalled: old && now && old.name !== now.name ? old.name : null,
        phaseId: shown.phaseId,
        phase: shown.phase,
        fate: !old ? 'added' : now ? 'kept' : heir ? 'merged' : 'removed',
        into: heir ? { touchpointId: heir.id, name: heir.name } : null,
        moved: !!old && !!now && (!inLine.has(id) || old.phaseId !== now.phaseId),
        today,
        aimed,
        lift,
        effect: (aimed?.mark ?? 0) - (today?.mark ?? 0),
        priority: Math.max(0, lift ?? 0) * (today?.weight ?? 1),
      },
    ];
  });
}

function touchpointsIn({ touchpoints, phases }: Journey) {
  const names = new Map(phases.map(({ id, name }) => [id, name]));
  return new Map(
    touchpoints.map(({ id, name, place: { phaseId } }) => [
      id,
      { id, name, phaseId, phase: names.get(phaseId) ?? '' },
    ]),
  );
}

const standsIn = ({ touchpoints }: Figures): Map<string, Stand> =>
  new Map(touchpoints.map(({ touchpointId, ...stand }) => [touchpointId, stand]));

const sideOf = ({ counts, capital, ratio, touchpoints }: Figures): Side => ({
  touchpoints: counts.touchpoints,
  capital,
  ratio: ratio.counted,
  feelings: touchpoints.flatMap(({ touchpointId, meanValence, emotions }) =>
    meanValence === null ? [] : [{ touchpointId, mean: meanValence, n: emotions }],
  ),
});

/** Whether a touchpoint is the same on both maps, in name, place, mark and feeling. */
export const isSame = ({ fate, moved, wasCalled, today, aimed }: GapRow): boolean =>
  fate === 'kept' &&
  !moved &&
  wasCalled === null &&
  today?.mark === aimed?.mark &&
  today?.meanValence === aimed?.meanValence;
