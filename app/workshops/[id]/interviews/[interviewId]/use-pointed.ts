'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FindingView } from '@/lib/services/findings.ts';
import { focusTurn } from './dom-passage.ts';
import type { Opened } from './finding-item.tsx';
import type { Marking } from './use-marking.ts';
import type { MarkKeys } from './use-turn-keys.ts';

/**
 * Which finding is pointed out, in the text and in the list, and what is open of one for change. On a narrow
 * screen text and list take turns, so each way there shows the right one.
 */
export function usePointed(
  { findings, acts }: Pick<Marking, 'findings' | 'acts'>,
  wanted: string | null,
  mayMark: boolean,
) {
  const t = useTranslations('interviews');
  const [view, setView] = useState<'text' | 'findings'>('text');
  const [active, setActive] = useState(wanted);
  const [opened, setOpened] = useState<{ id: string; what: Opened } | null>(null);
  const [told, setTold] = useState('');
  const now = useRef({ findings, active });
  now.current = { findings, active };
  /** Where the keyboard was when something was opened. */
  const from = useRef<HTMLElement | null>(null);

  /** In the text, with the keyboard on its turn. */
  const show = useCallback((finding: FindingView) => {
    setActive(finding.id);
    setView('text');
    // After the tab has changed on a narrow screen, so that there is something to scroll to.
    requestAnimationFrame(() => {
      const turn = document.getElementById(`turn-${finding.turn}`);
      if (turn) focusTurn(turn);
      turn?.scrollIntoView({ block: 'center' });
    });
  }, []);

  const point = useCallback((findingId: string) => {
    setActive(findingId);
    document.getElementById(`finding-${findingId}`)?.scrollIntoView({ block: 'nearest' });
  }, []);

  /** Of several that lie there the last; clicked again, the one before it. */
  const pick = useCallback(
    (ids: readonly string[]) => {
      const at = ids.indexOf(now.current.active ?? '');
      const id = at < 0 ? ids.at(-1) : ids.at(at - 1);
      if (id !== undefined) point(id);
    },
    [point],
  );

  const open = useCallback((id: string, what: Opened) => {
    if (what === null) {
      setOpened(null);
      setView((was) => (from.current?.closest('[data-turn]') ? 'text' : was));
      // Once what was open is gone.
      requestAnimationFrame(() => from.current?.isConnected && from.current.focus({ preventScroll: true }));
      return;
    }
    const focused = document.activeElement;
    from.current = focused instanceof HTMLElement ? focused : null;
    setActive(id);
    setOpened({ id, what });
    setView((was) => (from.current?.closest('[data-turn]') ? 'findings' : was));
  }, []);

  const keys = useMemo<MarkKeys | null>(() => {
    const marksIn = (turn: number) => now.current.findings.filter((f) => f.turn === turn && f.end > f.start);
    return {
      next(turn) {
        const marks = marksIn(turn);
        const at = marks.findIndex((f) => f.id === now.current.active);
        const next = marks[(at + 1) % marks.length];
        if (!next) return false;
        point(next.id);
        const n = marks.indexOf(next) + 1;
        const kind = t(`mark.${next.kind}`);
        setTold(t('across.pointed', { n, of: marks.length, kind, words: next.words }));
        return true;
      },
      act(turn, what) {
        const finding = marksIn(turn).find((f) => f.id === now.current.active);
        if (!finding || !mayMark) return false;
        if (what === 'remove') void acts.remove(finding).then((gone) => gone && setTold(t('read.removed')));
        else open(finding.id, what);
        return true;
      },
    };
  }, [acts, mayMark, open, point, t]);

  return { view, setView, active, setActive, opened, told, setTold, show, pick, open, keys };
}
