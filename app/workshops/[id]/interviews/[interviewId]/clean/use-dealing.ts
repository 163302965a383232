'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Kept } from '@/lib/notes/clean/flags.ts';
import { type Change, codesOf, replaceFlags } from '@/lib/notes/clean/replace.ts';
import { keepFlagAction } from './actions.ts';
import type { ShownTurn } from './use-clean-text.ts';
import { useFlags, type Value } from './use-flags.ts';

type Undo = { changes: Change[] } | { kept: Kept; was: boolean };

interface Deps {
  workshopId: string;
  interviewId: string;
  locale: 'en' | 'sv';
  turns: ShownTurn[];
  apply(changes: readonly Change[]): void;
}

/** What still looks personal, which of it is looked at, and the acts that deal with it. */
export function useDealing({ workshopId, interviewId, locale, turns, apply }: Deps, initial: Kept[]) {
  const t = useTranslations('interviews.clean');
  const [kept, setKept] = useState(initial);
  const [at, setAt] = useState(0);
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const undoable = useRef<Undo[]>([]);
  const { byTurn, values, done, all } = useFlags(turns, kept);
  const current = values[Math.min(at, values.length - 1)] ?? null;
  const code = useMemo(
    () => (current ? (codesOf(turns, [current], locale)[0] ?? '') : ''),
    [turns, current, locale],
  );

  const step = useCallback(
    (by: 1 | -1) =>
      setAt((was) => {
        const last = values.length - 1;
        const next = Math.min(was, last) + by;
        return next < 0 ? last : next > last ? 0 : next;
      }),
    [values.length],
  );

  const replace = (chosen: readonly Value[]) => {
    const flags = [...byTurn.values()].flat();
    const places = chosen.flatMap((value) => value.places);
    const changes = replaceFlags(turns, flags, places, locale);
    const [only] = chosen;
    if (!only || changes.length === 0) return;
    setTold(
      chosen.length === 1
        ? t('didReplace', {
            words: only.words,
            code: codesOf(turns, [only], locale)[0] ?? '',
            n: changes.length,
          })
        : t('didReplaceMany', { n: chosen.length }),
    );
    undoable.current.push({
      changes: changes.map(({ turn, before, clean }) => ({ turn, before: clean, clean: before })),
    });
    apply(changes);
  };

  const setKeptTo = async (one: Kept, keeps: boolean) => {
    const others = (was: Kept[]) =>
      was.filter((other) => other.kind !== one.kind || other.words !== one.words);
    const show = (on: boolean) => setKept((was) => (on ? [...others(was), one] : others(was)));
    show(keeps);
    setProblem(null);
    try {
      const answer = await keepFlagAction({ workshopId, interviewId, ...one, kept: keeps });
      if (answer.ok) return;
      setProblem(answer.error.message);
    } catch {
      setProblem(t('state.failed'));
    }
    show(!keeps);
  };
  const keep = ({ kind, words }: Value) => {
    undoable.current.push({ kept: { kind, words }, was: false });
    setTold(t('didKeep', { words }));
    void setKeptTo({ kind, words }, true);
  };
  const unkeep = (one: Kept) => {
    undoable.current.push({ kept: one, was: true });
    void setKeptTo(one, false);
  };
  const undo = () => {
    const last = undoable.current.pop();
    if (!last) return;
    if ('changes' in last) apply(last.changes);
    else void setKeptTo(last.kept, last.was);
    setTold(t('didUndo'));
  };

  return {
    values,
    byTurn,
    current,
    code,
    kept,
    told,
    problem,
    looking: done < all ? { done, all } : null,
    canUndo: undoable.current.length > 0,
    show: (value: Value) => setAt(values.indexOf(value)),
    step,
    replace,
    keep,
    unkeep,
    undo,
  };
}
