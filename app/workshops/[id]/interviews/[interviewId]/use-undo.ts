'use client';
import { useCallback, useRef, useState } from 'react';

interface Step<D> {
  done: D;
  /** False when it could not be taken back; then it is not tried again either. */
  back: () => Promise<boolean>;
}

/**
 * What was done on this page, to be taken back last first. A thing that was taken away and comes back has
 * another id on the server: `idOf` knows it by the old one.
 */
export function useUndo<D>() {
  const steps = useRef<Step<D>[]>([]);
  const running = useRef(false);
  const renamed = useRef(new Map<string, string>());
  const [last, setLast] = useState<D | null>(null);

  const push = useCallback((done: D, back: Step<D>['back']) => {
    steps.current.push({ done, back });
    setLast(() => done);
  }, []);

  /** Takes the last act back; what it was, or null when there is none or it failed. */
  const take = useCallback(async (): Promise<D | null> => {
    if (running.current) return null;
    const step = steps.current.pop();
    if (!step) return null;
    running.current = true;
    try {
      return (await step.back()) ? step.done : null;
    } finally {
      running.current = false;
      setLast(() => steps.current.at(-1)?.done ?? null);
    }
  }, []);

  const idOf = useCallback((id: string): string => {
    let now = id;
    for (let next = renamed.current.get(now); next; next = renamed.current.get(now)) now = next;
    return now;
  }, []);
  const nowCalled = useCallback((id: string, now: string) => {
    renamed.current.set(id, now);
  }, []);

  return { last, push, take, idOf, nowCalled };
}
