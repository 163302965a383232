'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Kept } from '@/lib/notes/clean/flags.ts';
import { keptSet, type OpenFlag, openFlagsIn, personOf } from '@/lib/notes/clean/flags.ts';
import type { CleaningTurn } from '@/lib/notes/clean/replace.ts';
import { loadNames, type NameLists } from '@/lib/notes/privacy/index.ts';

/** One person, address or number, and all places where it stands. */
export interface Value {
  key: string;
  kind: OpenFlag['kind'];
  words: string;
  places: OpenFlag[];
}

const TURNS_AT_ONCE = 20;
const NONE: OpenFlag[] = [];

/**
 * What still looks personal. Every text is looked through once; while that goes on, others' work on the page
 * comes in between.
 */
export function useFlags(turns: readonly CleaningTurn[], kept: readonly Kept[]) {
  const [names, setNames] = useState<NameLists | null>(null);
  const found = useRef(new Map<string, OpenFlag[]>());
  const [looked, setLooked] = useState(0);
  useEffect(() => {
    loadNames().then(setNames, () => setNames({ first: new Set(), last: new Set() }));
  }, []);

  useEffect(() => {
    if (!names) return;
    let stopped = false;
    void (async () => {
      const missing = turns.filter((turn) => !found.current.has(turn.text));
      for (let at = 0; at < missing.length && !stopped; at += TURNS_AT_ONCE) {
        for (const turn of missing.slice(at, at + TURNS_AT_ONCE)) {
          found.current.set(turn.text, openFlagsIn(turn, new Set(), { names }));
        }
        setLooked((n) => n + 1);
        await new Promise((resolve) => setTimeout(resolve));
      }
    })();
    return () => {
      stopped = true;
    };
  }, [turns, names]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `looked` tells that more has been found
  return useMemo(() => {
    const held = keptSet(kept);
    const byTurn = new Map<number, OpenFlag[]>();
    const values = new Map<string, Value>();
    let done = 0;
    for (const { position, text } of turns) {
      const flags = found.current.get(text);
      if (flags) done += 1;
      const open = (flags ?? NONE)
        .filter((flag) => !held.has(personOf(flag)))
        .map((flag) => ({ ...flag, turn: position }));
      if (open.length > 0) byTurn.set(position, open);
      for (const flag of open) {
        const key = personOf(flag);
        const value = values.get(key) ?? { key, kind: flag.kind, words: flag.words, places: [] };
        value.places.push(flag);
        values.set(key, value);
      }
    }
    return { byTurn, values: [...values.values()], done, all: turns.length };
  }, [turns, kept, looked]);
}
