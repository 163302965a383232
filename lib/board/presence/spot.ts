import { z } from 'zod';
import { rowAt } from '../../journey/layout/hit.ts';
import { HEADER, HEADER_HEIGHT, type MapLayout } from '../../journey/layout/index.ts';
import { id } from '../../journey/model.ts';

const number = z.number().finite();

/**
 * A place on the map that means the same to everybody: x in page units, y as an offset in a lane, because
 * lanes differ in height between people (folded, opened wide). Without a lane: above the grid where `dy`
 * is negative, else below its foot.
 */
export const spot = z.object({ x: number, lane: id.nullable(), dy: number });
export type Spot = z.infer<typeof spot>;

export interface Point {
  x: number;
  y: number;
}
/** Where the canvas looks, as tldraw has it: screen = (page + camera) · z. */
export interface Camera extends Point {
  z: number;
}
type Rows = Pick<MapLayout, 'rows' | 'height'>;

/** As exact as places are told. */
export const tenth = (n: number): number => Math.round(n * 10) / 10;

/** The spot of a page point. */
export function spotAt(map: Rows, { x, y }: Point): Spot {
  const row = rowAt(map as MapLayout, y);
  if (row) return { x: tenth(x), lane: row.laneId, dy: tenth(y - row.y) };
  return { x: tenth(x), lane: null, dy: tenth(y < 0 ? y : y - map.height) };
}

/** The page point of a spot on this map; in a lane that is lower here it stays inside it. */
export function pointOf(map: Rows, { x, lane, dy }: Spot): Point {
  const row = lane === null ? undefined : map.rows.find((r) => r.laneId === lane);
  if (row) return { x, y: row.y + Math.min(dy, row.h) };
  return { x, y: dy < 0 ? dy : map.height + dy };
}

/** How far the sticky headers are from where they would lie on the page, in screen pixels. */
const stuck = ({ x, y, z }: Camera) => ({
  left: Math.max(0, (x - HEADER.laneWidth) * z),
  top: Math.max(0, (y - HEADER_HEIGHT) * z),
});

/** The spot under a point of the screen (from the canvas' corner): on a header that name, not what it hides. */
export function spotOnScreen(map: Rows, camera: Camera, { x, y }: Point): Spot {
  const { z } = camera;
  const { left, top } = stuck(camera);
  const page = { x: x / z - camera.x, y: y / z - camera.y };
  const inTop = (y - top) / z - HEADER_HEIGHT;
  const inLeft = (x - left) / z - HEADER.laneWidth;
  if (inLeft < 0 && inLeft >= -HEADER.laneWidth) page.x = inLeft;
  if (inTop < 0 && inTop >= -HEADER_HEIGHT) page.y = inTop;
  return spotAt(map, page);
}

/** Where a spot is on this screen: what points at a header points at it wherever it sticks. */
export function onScreen(map: Rows, camera: Camera, at: Spot): Point {
  const { z } = camera;
  const { left, top } = stuck(camera);
  const { x, y } = pointOf(map, at);
  const screen = { x: (x + camera.x) * z, y: (y + camera.y) * z };
  if (x < 0 && x >= -HEADER.laneWidth) screen.x = left + (x + HEADER.laneWidth) * z;
  if (y < 0 && y >= -HEADER_HEIGHT) screen.y = top + (y + HEADER_HEIGHT) * z;
  return screen;
}
