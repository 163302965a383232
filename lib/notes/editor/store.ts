/** A value that changes, for whoever shows it; shaped for useSyncExternalStore. */
export interface Store<T> {
  get: () => T;
  set(value: T): void;
  subscribe: (listener: () => void) => () => void;
}

export function store<T>(initial: T): Store<T> {
  let held = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => held,
    set(value) {
      if (Object.is(held, value)) return;
      held = value;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
