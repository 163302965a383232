'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Failure, Result } from '@/app/_lib/result.ts';
import type { FindingView, Mark } from '@/lib/services/findings.ts';
import { changeMarkAction, markAction, removeMarkAction } from '../actions.ts';
import { retagAction } from '../findings/actions.ts';
import type { Passage } from './dom-passage.ts';
import { isPending, markOf, provisional, withOne } from './shown-findings.ts';
import { useUndo } from './use-undo.ts';

/** What was done last, and can be taken back. */
export type Done = 'marked' | 'changed' | 'removed' | 'tagged';

type Carried = Partial<Pick<FindingView, 'tags' | 'touchpointId'>>;

/**
 * The findings of the page and what may be done to them; the server's answer is what is shown. Every act can
 * be taken back, one after the other; nobody else's is.
 */
export function useMarking(workshopId: string, interviewId: string, initial: FindingView[]) {
  const [findings, setFindings] = useState(initial);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { last, push, take, idOf, nowCalled } = useUndo<Done>();
  const held = useRef(initial);
  const show = useCallback((next: (was: FindingView[]) => FindingView[]) => {
    held.current = next(held.current);
    setFindings(held.current);
  }, []);

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

  /** The acts themselves, which remember nothing. */
  const bare = useMemo(
    () => ({
      async add(passage: Passage, mark: Mark, { tags, touchpointId }: Carried = {}) {
        const { turn, start, end } = passage;
        const waiting = provisional(interviewId, passage, mark);
        show((was) => withOne(was, waiting));
        const input = { workshopId, interviewId, turn, start, end, mark, tags, touchpointId };
        const made = await run(() => markAction(input));
        show((was) => {
          const others = was.filter((f) => f.id !== waiting.id);
          return made ? withOne(others, made) : others;
        });
        return made;
      },
      async change(findingId: string, mark: Mark) {
        const changed = await run(() => changeMarkAction({ workshopId, findingId, mark }));
        if (changed) show((was) => withOne(was, changed));
        return changed !== null;
      },
      async remove(findingId: string) {
        const gone = await run(async () => {
          const answer = await removeMarkAction({ workshopId, findingId });
          return answer.ok ? { ok: true as const, data: true } : answer;
        });
        if (gone) show((was) => was.filter((f) => f.id !== findingId));
        return gone !== null;
      },
      async retag(findingId: string, add: readonly string[], remove: readonly string[]) {
        const changes = [{ findingIds: [findingId], add: [...add], remove: [...remove] }];
        const done = await run(() => retagAction({ workshopId, changes }));
        const tags = done?.tags[findingId];
        if (tags) show((was) => was.map((f) => (f.id === findingId ? { ...f, tags } : f)));
        return done?.undo[0] ?? null;
      },
    }),
    [run, show, workshopId, interviewId],
  );

  const acts = useMemo(
    () => ({
      async add(passage: Passage, mark: Mark) {
        const before = held.current;
        const made = await bare.add(passage, mark);
        if (!made) return null;
        const was = before.find((f) => f.id === made.id);
        // The same words in the same kind again: then only the feeling is another one.
        if (was) push('changed', () => bare.change(idOf(made.id), markOf(was)));
        else push('marked', () => bare.remove(idOf(made.id)));
        return made;
      },
      async change(finding: FindingView, mark: Mark) {
        if (await bare.change(finding.id, mark))
          push('changed', () => bare.change(idOf(finding.id), markOf(finding)));
      },
      async remove(finding: FindingView) {
        if (!(await bare.remove(finding.id))) return false;
        push('removed', async () => {
          const back = await bare.add(finding, markOf(finding), finding);
          if (back) nowCalled(finding.id, back.id);
          return back !== null;
        });
        return true;
      },
      async retag(finding: FindingView, add: readonly string[], remove: readonly string[]) {
        const undo = await bare.retag(finding.id, add, remove);
        if (undo)
          push('tagged', async () => (await bare.retag(idOf(finding.id), undo.add, undo.remove)) !== null);
      },
    }),
    [bare, push, idOf, nowCalled],
  );

  return { findings, failure, last, undo: take, acts };
}

export type Marking = ReturnType<typeof useMarking>;
export type MarkingActs = Marking['acts'];
export { isPending, markOf };
