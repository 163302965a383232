'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Change, CleaningTurn } from '@/lib/notes/clean/replace.ts';
import { readCleanAction, saveCleanAction } from './actions.ts';

export interface ShownTurn extends CleaningTurn {
  speaker: string;
  role: 'interviewer' | 'interviewee';
  atMs: number | null;
}

/** waiting: typed and not sent yet. failed: it is tried again. refused: see `conflicts`, or `problem`. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'refused';

const SEND_AFTER_MS = 2_000;
const AGAIN_AFTER_MS = 5_000;

/**
 * The clean copy as it is edited here, and its way to the server: some seconds after the last letter, on
 * leaving a turn, and at once after a replacement. A turn somebody else changed meanwhile is held back until
 * one of the two is chosen.
 */
export function useCleanText(ids: { workshopId: string; interviewId: string }, initial: ShownTurn[]) {
  const [turns, setTurns] = useState(initial);
  const [state, setState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<string | null>(null);
  /** What the server has, by position, of turns that two people changed. */
  const [conflicts, setConflicts] = useState<ReadonlyMap<number, string>>(new Map());
  const now = useRef(initial);
  const held = useRef(conflicts);
  const stored = useRef(new Map(initial.map((turn) => [turn.position, turn.text])));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const { workshopId, interviewId } = ids;

  const show = useCallback((next: ShownTurn[]) => {
    now.current = next;
    setTurns(next);
  }, []);
  const hold = useCallback((next: ReadonlyMap<number, string>) => {
    held.current = next;
    setConflicts(next);
  }, []);

  const unsaved = useCallback(
    () =>
      now.current.flatMap(({ position, text }): Change[] => {
        const before = stored.current.get(position) ?? '';
        return before === text || held.current.has(position) ? [] : [{ turn: position, before, clean: text }];
      }),
    [],
  );

  /** Finds out which of the turns sent somebody else has changed. */
  const findConflicts = useCallback(
    async (changes: readonly Change[]) => {
      const answer = await readCleanAction({ workshopId, interviewId });
      if (!answer.ok) return setProblem(answer.error.message);
      const theirs = new Map(answer.data.map((turn) => [turn.position, turn.text]));
      const next = new Map(held.current);
      for (const { turn, before, clean } of changes) {
        const text = theirs.get(turn) ?? '';
        if (text === clean) stored.current.set(turn, clean);
        else if (text !== before) next.set(turn, text);
      }
      hold(next);
    },
    [workshopId, interviewId, hold],
  );

  const flush = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (running.current) {
      await running.current;
      return flush();
    }
    const changes = unsaved();
    if (changes.length === 0) return setState(held.current.size > 0 ? 'refused' : 'saved');
    const send = async () => {
      setState('saving');
      try {
        const answer = await saveCleanAction({ workshopId, interviewId, changes });
        if (answer.ok) {
          for (const { turn, clean } of changes) stored.current.set(turn, clean);
          setProblem(null);
          setState(unsaved().length > 0 ? 'waiting' : held.current.size > 0 ? 'refused' : 'saved');
          return;
        }
        setState('refused');
        if (answer.error.code === 'cleanChanged') await findConflicts(changes);
        else setProblem(answer.error.message);
        if (answer.error.code === 'cleanChanged' && unsaved().length > 0)
          timer.current = setTimeout(() => void flush(), 0);
      } catch {
        // Not reached: nothing is lost, it stands on the screen.
        setState('failed');
        timer.current = setTimeout(() => void flush(), AGAIN_AFTER_MS);
      }
    };
    running.current = send().finally(() => {
      running.current = null;
    });
    await running.current;
  }, [workshopId, interviewId, unsaved, findConflicts]);

  const write = useCallback(
    (position: number, text: string) => {
      show(now.current.map((turn) => (turn.position === position ? { ...turn, text } : turn)));
      setState((was) => (was === 'saving' ? was : 'waiting'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SEND_AFTER_MS);
    },
    [show, flush],
  );

  /** Writes several turns at once and sends them. Turns that say something else by now are left alone. */
  const apply = useCallback(
    (changes: readonly Change[]) => {
      const wanted = new Map(changes.map((change) => [change.turn, change]));
      show(
        now.current.map((turn) => {
          const change = wanted.get(turn.position);
          return change && change.before === turn.text ? { ...turn, text: change.clean } : turn;
        }),
      );
      void flush();
    },
    [show, flush],
  );

  const settle = useCallback(
    (position: number, whose: 'mine' | 'theirs') => {
      const theirs = held.current.get(position);
      if (theirs === undefined) return;
      stored.current.set(position, theirs);
      const next = new Map(held.current);
      next.delete(position);
      hold(next);
      if (whose === 'theirs') {
        show(now.current.map((turn) => (turn.position === position ? { ...turn, text: theirs } : turn)));
      }
      void flush();
    },
    [hold, show, flush],
  );

  const isSaved = state === 'saved';
  useEffect(() => {
    if (isSaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isSaved]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return { turns, state, problem, conflicts, write, flush, apply, settle };
}
