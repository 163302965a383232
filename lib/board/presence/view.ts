import type { Presence } from './presence.ts';
import { type Camera, pointOf, spotAt, tenth } from './spot.ts';

type View = NonNullable<Presence['view']>;
type Rows = Parameters<typeof pointOf>[0];
interface Size {
  w: number;
  h: number;
}

/** What a canvas of a size shows, as it is told to others. */
export function viewOf(map: Rows, { x, y, z }: Camera, { w, h }: Size): View {
  const size = { w: tenth(w / z), h: tenth(h / z) };
  return { at: spotAt(map, { x: w / z / 2 - x, y: h / z / 2 - y }), ...size, z: Math.round(z * 1e4) / 1e4 };
}

/**
 * The camera that shows all of another's view from its upper left corner, where the names are, and no larger
 * than they see it or than life. What this screen has more of lies to the right and below.
 */
export function cameraFor(map: Rows, view: View, { w, h }: Size): Camera {
  const z = Math.max(0.05, Math.min(w / view.w, h / view.h, Math.max(1, view.z)));
  const middle = pointOf(map, view.at);
  return { x: view.w / 2 - middle.x, y: view.h / 2 - middle.y, z };
}

/** A step of `elapsed` ms from one camera towards another; the goal itself once it is as good as there. */
export function towards(from: Camera, goal: Camera, elapsed: number): Camera {
  const part = 1 - Math.exp(-elapsed / 70);
  const z = from.z * (goal.z / from.z) ** part;
  const x = from.x + (goal.x - from.x) * part;
  const y = from.y + (goal.y - from.y) * part;
  const near = Math.max(Math.abs(goal.x - x), Math.abs(goal.y - y)) * goal.z < 0.5;
  return near && Math.abs(goal.z / z - 1) < 0.002 ? goal : { x, y, z };
}
