'use client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { FindingView } from '@/lib/services/findings.ts';
import type { TurnView } from '@/lib/services/interviews.ts';
import type { Passage } from './dom-passage.ts';

type Align = typeof import('@/lib/notes/clean/align.ts');

/**
 * For the interview's team, the transcript as it was said or as the group reads it. Findings stand where they
 * stand in what is shown; what is marked in the clean copy is marked in the raw text behind it.
 */
export function useCleanView(turns: readonly TurnView[], findings: readonly FindingView[]) {
  const [clean, setClean] = useState(false);
  const [align, setAlign] = useState<Align | null>(null);
  const cleaned = useMemo(() => turns.some((turn) => turn.clean !== null), [turns]);
  useEffect(() => {
    if (!clean || align) return;
    let current = true;
    import('@/lib/notes/clean/align.ts').then((loaded) => current && setAlign(loaded));
    return () => {
      current = false;
    };
  }, [clean, align]);
  const on = clean && align !== null;

  const shownTurns = useMemo(
    () =>
      on ? turns.map((turn) => (turn.clean === null ? turn : { ...turn, text: turn.clean })) : [...turns],
    [on, turns],
  );
  const shownFindings = useMemo(() => {
    if (!on) return findings;
    return findings.map((finding) => {
      const turn = turns[finding.turn];
      if (!turn || turn.clean === null) return finding;
      const span = align.alignSpan(turn.text, turn.clean, finding.start, finding.end);
      return { ...finding, start: span?.start ?? 0, end: span?.end ?? 0 };
    });
  }, [on, align, findings, turns]);
  /** The passage of the raw text behind one of what is shown; null when there is none. */
  const behind = useCallback(
    (passage: Passage): Passage | null => {
      const turn = turns[passage.turn];
      if (!on || !turn || turn.clean === null) return passage;
      const span = align.alignSpan(turn.clean, turn.text, passage.start, passage.end);
      return span && { ...passage, ...span };
    },
    [on, align, turns],
  );
  return { cleaned, clean, setClean, shownTurns, shownFindings, behind };
}
