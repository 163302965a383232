import { type ComponentType, useEffect, useState } from 'react';
import type { Board } from '../board.ts';
import type { BoardSession } from '../session.ts';
import type { MapView } from './address.ts';

export interface ViewProps {
  board: Board;
  session: BoardSession;
  user: { id: string; name: string; functionName: string };
  locale: 'en' | 'sv';
}
type View = ComponentType<ViewProps>;

/** Each view comes when it is first asked for: the canvas alone weighs more than all the rest. */
const LOADERS: Record<MapView, () => Promise<{ default: View }>> = {
  map: () => import('./canvas-view.tsx'),
  table: () => import('../table/table-view.tsx'),
  touchpoints: () => import('../small/small-view.tsx'),
};

const coming = new Map<MapView, Promise<void>>();
const there = new Map<MapView, View>();

/** Fetches a view; again after a failure, for instance one without a connection. */
export function loadView(view: MapView): Promise<void> {
  let promise = coming.get(view);
  if (!promise) {
    promise = LOADERS[view]().then(
      (module) => {
        there.set(view, module.default);
      },
      (error: unknown) => {
        coming.delete(view);
        throw error;
      },
    );
    coming.set(view, promise);
  }
  return promise;
}

/** A view's component: null while it comes, `failed` with a way to try again when it did not. */
export function useLoadedView(view: MapView): { View: View | null; failed: boolean; retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState<MapView | null>(null);
  const View = there.get(view) ?? null;
  useEffect(() => {
    void attempt;
    if (there.has(view)) return;
    let wanted = true;
    loadView(view).then(
      () => wanted && setAttempt((n) => n + 1),
      () => wanted && setFailed(view),
    );
    return () => {
      wanted = false;
    };
  }, [view, attempt]);
  const retry = () => {
    setFailed(null);
    setAttempt((n) => n + 1);
  };
  return { View, failed: failed === view, retry };
}
