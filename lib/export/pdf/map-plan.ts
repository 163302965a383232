import type { MapLayout } from '../../journey/layout/index.ts';
import { TYPE } from '../../journey/tokens.ts';

/** A stretch of the picture, in its own units. */
interface Stretch {
  from: number;
  to: number;
}

export interface MapPlan {
  /** Points per unit of the picture. */
  scale: number;
  /** Touchpoints and lanes by sheet: every sheet shows one of each, and all names beside them. */
  columns: readonly Stretch[];
  rows: readonly Stretch[];
}

/** Text on the cards is never smaller than this many points: smaller cannot be read on paper. */
const SMALLEST = 5;
const LEAST = SMALLEST / TYPE.body;
/** A small map on a large sheet is not blown up beyond a comfortable size. */
const MOST = 1.1;
/** Nobody lays out more sheets than these: a map that would need them is set smaller after all. */
export const MOST_SHEETS = 40;
/** Where a lane is higher than a sheet and has to be cut, so much of it stands on both. */
const OVERLAP = 60;

type Room = { width: number; height: number };
type Planned = Pick<MapLayout, 'columns' | 'rows' | 'width' | 'height'>;

/**
 * How a map is laid on sheets. On one, where its text stays readable; else on as few as it takes, cut between
 * touchpoints and between lanes so that no card is divided, and then as large as those few allow.
 * @param names: room that the names of lanes (width) and touchpoints (height) take on every sheet.
 * @param room: of one sheet, in points.
 */
export function planMap(map: Planned, names: Room, room: Room): MapPlan {
  const fit = Math.min(room.width / (names.width + map.width), room.height / (names.height + map.height));
  if (fit >= LEAST || map.columns.length === 0) {
    return {
      scale: Math.min(fit, MOST),
      columns: [{ from: 0, to: map.width }],
      rows: [{ from: 0, to: map.height }],
    };
  }
  const at = (scale: number): MapPlan => ({
    scale,
    columns: packed(
      map.columns.map(({ x, w }) => ({ from: x, to: x + w })),
      room.width / scale - names.width,
    ),
    rows: packed(
      map.rows.map(({ y, h }) => ({ from: y, to: y + h })),
      room.height / scale - names.height,
    ),
  });
  const sheets = ({ columns, rows }: MapPlan) => columns.length * rows.length;
  const most = Math.min(sheets(at(LEAST)), MOST_SHEETS);
  let [low, high] = [fit, MOST];
  for (let i = 0; i < 24; i += 1) {
    const middle = (low + high) / 2;
    if (sheets(at(middle)) <= most) low = middle;
    else high = middle;
  }
  return at(low);
}

/** Neighbours together for as long as there is room; what alone is larger is divided with an overlap. */
function packed(parts: readonly Stretch[], room: number): Stretch[] {
  const out: Stretch[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last && part.to - last.from <= room) last.to = part.to;
    else out.push(...divided(part, room));
  }
  return out;
}

function divided({ from, to }: Stretch, room: number): Stretch[] {
  if (to - from <= room) return [{ from, to }];
  const out: Stretch[] = [];
  const step = Math.max(room - OVERLAP, room / 2);
  for (let at = from; at < to - OVERLAP; at += step) out.push({ from: at, to: Math.min(at + room, to) });
  return out;
}
