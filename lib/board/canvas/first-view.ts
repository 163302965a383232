import { HEADER, HEADER_HEIGHT } from '../../journey/layout/geometry.ts';

interface View {
  x: number;
  y: number;
  z: number;
}

/** Narrower windows see the map a little smaller, so that a whole column is in sight; map.module.css knows it too. */
const NARROW = '(max-width: 600px)';

/** How large the map is drawn at first. Only in the browser. */
export const firstZoom = (): number => (window.matchMedia(NARROW).matches ? 0.8 : 1);

/** Where the reader was on each map, for as long as the page lives: sessions come and go under it. */
const views = new Map<string, View>();

export const rememberView = (workshopId: string, { x, y, z }: View): void => {
  views.set(workshopId, { x, y, z });
};

/** Where the reader is on a map: at first at its upper left corner, headers and all. */
export const viewOn = (workshopId: string): View =>
  views.get(workshopId) ?? { x: HEADER.laneWidth, y: HEADER_HEIGHT, z: firstZoom() };
