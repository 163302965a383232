import { useSyncExternalStore } from 'react';

/** The ways to see one map: the canvas, the table, and one touchpoint at a time for a phone. */
export const MAP_VIEWS = ['map', 'table', 'touchpoints'] as const;
export type MapView = (typeof MAP_VIEWS)[number];

/** A phone, also when it lies on its side. */
const PHONE = '(max-width: 600px), (max-height: 500px) and (pointer: coarse)';

/**
 * The view an address asks for by `?view=`. An address that asks for nothing gets what suits the screen:
 * on a phone one touchpoint at a time, elsewhere the canvas; and so does an unknown one.
 */
export function viewOf(search: string, phone: boolean): MapView {
  const asked = new URLSearchParams(search).get('view');
  const known = MAP_VIEWS.find((view) => view === asked);
  // One touchpoint at a time is made for a hand; a link to it opens as a map on a desk.
  if (known && (known !== 'touchpoints' || phone)) return known;
  return phone ? 'touchpoints' : 'map';
}

/** The query that asks for `view`; other parameters stay. Empty for what one gets without asking. */
export function searchFor(search: string, view: MapView, phone: boolean): string {
  const params = new URLSearchParams(search);
  params.delete('view');
  if (view !== viewOf('', phone)) params.set('view', view);
  const query = params.toString();
  return query && `?${query}`;
}

const SWITCHED = 'utifran:view';
const phone = () => window.matchMedia(PHONE);

export const isPhone = (): boolean => phone().matches;
export const currentView = (): MapView => viewOf(window.location.search, isPhone());

export const hrefOf = (view: MapView): string =>
  window.location.pathname + searchFor(window.location.search, view, isPhone());

/** Goes to another view as a link does, so that Back returns, but without leaving the live session. */
export function switchView(view: MapView): void {
  if (view === currentView()) return;
  window.history.pushState(null, '', hrefOf(view));
  window.dispatchEvent(new Event(SWITCHED));
}

function subscribe(onChange: () => void): () => void {
  const query = phone();
  window.addEventListener('popstate', onChange);
  window.addEventListener(SWITCHED, onChange);
  query.addEventListener('change', onChange);
  return () => {
    window.removeEventListener('popstate', onChange);
    window.removeEventListener(SWITCHED, onChange);
    query.removeEventListener('change', onChange);
  };
}

/** The view the address asks for now. Only in the browser. */
export const useView = (): MapView => useSyncExternalStore(subscribe, currentView);
/** Only in the browser. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, isPhone);
