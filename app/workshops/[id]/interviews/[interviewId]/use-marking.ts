'use client';
import { useCallback, useState } from 'react';
import type { Failure, Result } from '@/app/_lib/result.ts';
import type { FindingView, Mark } from '@/lib/services/findings.ts';
import { changeMarkAction, markAction, removeMarkAction } from '../actions.ts';
import type { Passage } from './dom-passage.ts';

const inTextOrder = (a: FindingView, b: FindingView) =>
  a.turn - b.turn || a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);

const withOne = (findings: readonly FindingView[], one: FindingView) =>
  [...findings.filter((f) => f.id !== one.id), one].sort(inTextOrder);

/** How a finding was marked, to be marked so again. */
export function markOf(finding: FindingView): Mark {
  if (finding.kind === 'emotion') {
    return { kind: 'emotion', emoji: finding.emoji ?? '', valence: finding.valence ?? 0 };
  }
  if (finding.kind === 'friction') {
    return { kind: 'friction', severity: finding.severity as 1 | 2 | 3 };
  }
  return { kind: finding.kind };
}

const PENDING = 'pending:';

/** Shown at once, paler, until the server has stored it. */
export const isPending = (finding: FindingView): boolean => finding.id.startsWith(PENDING);

const provisional = (interviewId: string, passage: Passage, mark: Mark): FindingView => ({
  id: `${PENDING}${passage.turn}:${passage.start}:${passage.end}:${mark.kind}`,
  interviewId,
  alias: '',
  interviewKind: 'customer',
  shared: false,
  speaker: '',
  atMs: null,
  turn: passage.turn,
  start: passage.start,
  end: passage.end,
  words: passage.words,
  kind: mark.kind,
  emoji: mark.kind === 'emotion' ? mark.emoji : null,
  valence: mark.kind === 'emotion' ? mark.valence : null,
  severity: mark.kind === 'friction' ? mark.severity : null,
  tags: [],
  touchpointId: null,
});

/** The findings of the page and what may be done to them; the server's answer is what is shown. */
export function useMarking(workshopId: string, interviewId: string, initial: FindingView[]) {
  const [findings, setFindings] = useState(initial);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [removed, setRemoved] = useState<FindingView | null>(null);

  const run = useCallback(async <T>(work: () => Promise<Result<T>>): Promise<T | null> => {
    setFailure(null);
    try {
      const answer = await work();
      if (answer.ok) return answer.data;
      setFailure(answer.error);
    } catch (cause) {
      // The server could not be reached: nothing was marked, and the page must not pretend it was.
      console.error(cause);
      setFailure({ code: 'internal', params: {}, message: '' });
    }
    return null;
  }, []);

  const add = useCallback(
    async (passage: Passage, mark: Mark) => {
      const { turn, start, end } = passage;
      const waiting = provisional(interviewId, passage, mark);
      setFindings((was) => withOne(was, waiting));
      const made = await run(() => markAction({ workshopId, interviewId, turn, start, end, mark }));
      setFindings((was) => {
        const others = was.filter((f) => f.id !== waiting.id);
        return made ? withOne(others, made) : others;
      });
      if (made) setRemoved(null);
      return made;
    },
    [run, workshopId, interviewId],
  );

  const change = useCallback(
    async (finding: FindingView, mark: Mark) => {
      const changed = await run(() => changeMarkAction({ workshopId, findingId: finding.id, mark }));
      if (changed) setFindings((was) => withOne(was, changed));
    },
    [run, workshopId],
  );

  const remove = useCallback(
    async (finding: FindingView) => {
      const gone = await run(async () => {
        const answer = await removeMarkAction({ workshopId, findingId: finding.id });
        return answer.ok ? { ok: true as const, data: true } : answer;
      });
      if (!gone) return;
      setFindings((was) => was.filter((f) => f.id !== finding.id));
      setRemoved(finding);
    },
    [run, workshopId],
  );

  const restore = useCallback((finding: FindingView) => add(finding, markOf(finding)), [add]);

  return { findings, failure, removed, add, change, remove, restore };
}

export type Marking = ReturnType<typeof useMarking>;
