'use client';
import { useCallback, useEffect, useState } from 'react';
import type { Suggestion } from '@/lib/notes/suggest/index.ts';

const KEY = 'utifran.suggest';

/** Whether this person, on this device, wants feelings suggested. Off until asked for. */
function wanted(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

/**
 * What the words of a passage might feel like. Off by default: whoever heard the voice knows better than a
 * list of words, and what is shown first is easily believed. The lists are fetched when it is turned on.
 */
export function useSuggestion(words: string, language: string) {
  const [on, setOn] = useState(false);
  /** undefined while the lists are being asked. */
  const [found, setFound] = useState<Suggestion | null | undefined>(undefined);
  useEffect(() => setOn(wanted()), []);
  useEffect(() => {
    if (!on) return;
    let current = true;
    setFound(undefined);
    import('@/lib/notes/suggest/index.ts')
      .then(({ suggestEmotion }) => suggestEmotion(words, language))
      .then((suggestion) => current && setFound(suggestion))
      .catch(() => current && setFound(null));
    return () => {
      current = false;
    };
  }, [on, words, language]);
  const turn = useCallback((next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(KEY, next ? 'on' : 'off');
    } catch {
      // A browser that keeps nothing asks again the next time.
    }
  }, []);
  return { on, found: on ? found : undefined, turn };
}

export type Suggesting = ReturnType<typeof useSuggestion>;
