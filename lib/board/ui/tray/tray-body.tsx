import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Board } from '../../board.ts';
import { react, useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import { groupsOf, NO_QUERY, type TrayQuery } from './groups.ts';
import { keepFocus } from './keep-focus.ts';
import { $sought } from './seek.ts';
import { SelectedBar } from './selected-bar.tsx';
import { kept } from './selecting.ts';
import styles from './tray.module.css';
import { TrayList } from './tray-list.tsx';
import { TraySaid } from './tray-said.tsx';
import { trayOf } from './tray-state.ts';
import { TrayTools } from './tray-tools.tsx';
import { TwiceNote } from './twice-note.tsx';
import type { Waiting } from './unplaced.ts';

interface BodyProps {
  board: Board;
  items: readonly Waiting[];
  /** Cards of the map are being dragged and may be dropped here. */
  dragging: boolean;
  /** Shown above the list: what went wrong, or that nothing waits. */
  children: ReactNode;
}

/** The open tray: search, what lies on the map twice, the list, and what to do with the selected. */
export function TrayBody({ board, items, dragging, children }: BodyProps) {
  const t = useMapText();
  const ref = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState<TrayQuery>(NO_QUERY);
  const set = useCallback((fields: Partial<TrayQuery>) => setQuery((now) => ({ ...now, ...fields })), []);
  // Typing goes before drawing.
  const asked = useDeferredValue(query);
  const findings = useValue(board.$findings);
  const groups = useMemo(() => groupsOf(items, findings, asked), [items, findings, asked]);
  const interviews = useMemo(
    () => new Map(items.flatMap((i) => (i.finding ? [[i.finding.interviewId, i.finding.alias]] : []))),
    [items],
  );
  const kinds = useMemo(() => new Set(items.map((i) => i.kind)), [items]);
  useForgetting(board, items);
  const sought = useValue($sought(board));
  useEffect(() => {
    // What is to be shown must not be hidden by what was searched for before.
    if (sought !== null) setQuery(NO_QUERY);
  }, [sought]);
  const toTop = useCallback(() => {
    const first = ref.current?.querySelector<HTMLElement>('[data-item] input[tabindex="0"]');
    (first ?? ref.current)?.focus();
  }, []);

  return (
    <div ref={ref} className={styles.body} data-tray tabIndex={-1}>
      {items.length > 0 && <TrayTools query={query} set={set} interviews={interviews} kinds={kinds} />}
      <div className={styles.scroll}>
        {dragging && <p className={styles.drop}>{t('tray.drop')}</p>}
        <div className={styles.notes}>
          <TraySaid board={board} left={items.length} />
          <TwiceNote board={board} />
        </div>
        {children}
        {items.length > 0 && groups.length === 0 && (
          <p className={styles.nothing} role="status">
            {t('tray.nothing')}{' '}
            <button
              type="button"
              className="button quiet"
              onClick={(event) => {
                keepFocus(event.currentTarget);
                setQuery(NO_QUERY);
              }}
            >
              {t('tray.showAll')}
            </button>
          </p>
        )}
        {groups.length > 0 && board.options.canWrite && <p className="small soft">{t('tray.how')}</p>}
        <TrayList
          board={board}
          groups={groups}
          searching={asked.typed.trim() !== ''}
          plain={asked === NO_QUERY}
          onEmpty={toTop}
        />
      </div>
      {/* Once the list is drawn without what was placed, which the keyboard must not be on. */}
      <SelectedBar board={board} items={items} onDone={() => setTimeout(toTop)} />
    </div>
  );
}

/** What is placed, by whomever, is no longer selected; and what was placed is looked after. */
function useForgetting(board: Board, items: readonly Waiting[]): void {
  useEffect(() => {
    const { $selected } = trayOf(board);
    $selected.set(kept($selected.get(), new Set(items.map((i) => i.id))));
  }, [board, items]);
  useEffect(() => {
    let before = board.$findings.get();
    return react('findings came anew', () => {
      const now = board.$findings.get();
      if (now === before) return;
      before = now;
      queueMicrotask(() => trayOf(board).look());
    });
  }, [board]);
}
