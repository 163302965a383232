import type { Journey, Lane, Phase, Touchpoint } from '../model.ts';
import type { CardChange } from './card-changes.ts';
import { together } from './in-order.ts';

export interface LaneChanges {
  /** Null: the tray. */
  lane: Lane | null;
  /** The later map does not have it any more. */
  gone: boolean;
  changes: readonly CardChange[];
}

export interface TouchpointChanges {
  /** Null: the tray. */
  touchpoint: Touchpoint | null;
  phase: Phase | null;
  gone: boolean;
  /** The later map's number of it, 1…; null when it is gone. */
  number: number | null;
  lanes: readonly LaneChanges[];
}

/**
 * Changes where a reader looks for them: by touchpoint, then by lane, in the order of the later map, what is
 * gone from it behind what it followed. A card stands where it lies now; one that was removed, where it lay.
 * Places without a change are left out.
 */
export function changesByPlace(a: Journey, b: Journey, changes: readonly CardChange[]): TouchpointChanges[] {
  const cells = new Map<string, CardChange[]>();
  for (const change of changes) {
    const key = keyOf(change.card.place);
    cells.set(key, [...(cells.get(key) ?? []), change]);
  }
  const touchpoints = together(a.touchpoints, b.touchpoints);
  const lanes = together(a.lanes, b.lanes);
  const numbers = new Map(b.touchpoints.map((t, i) => [t.id, i + 1]));
  const phases = new Map([...a.phases, ...b.phases].map((p) => [p.id, p]));
  const placed = touchpoints.map(({ entry: touchpoint, gone }) => ({
    ...{ touchpoint, gone },
    phase: phases.get(touchpoint.place.phaseId) ?? null,
    number: numbers.get(touchpoint.id) ?? null,
    lanes: lanes.flatMap(({ entry: lane, gone: laneGone }) => {
      const here = cells.get(keyOf({ touchpointId: touchpoint.id, laneId: lane.id })) ?? [];
      return here.length > 0 ? [{ lane, gone: laneGone, changes: here }] : [];
    }),
  }));
  const tray = cells.get(TRAY) ?? [];
  return [
    ...placed.filter((t) => t.lanes.length > 0),
    ...(tray.length > 0
      ? [
          {
            ...{ touchpoint: null, phase: null, gone: false, number: null },
            lanes: [{ lane: null, gone: false, changes: tray }],
          },
        ]
      : []),
  ];
}

const TRAY = '';
const keyOf = (place: { touchpointId: string; laneId: string } | null): string =>
  place ? `${place.touchpointId} ${place.laneId}` : TRAY;
