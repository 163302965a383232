import { useEffect, useMemo } from 'react';
import type { Board } from '../board.ts';
import { companyOf } from '../presence/company.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import styles from './filter.module.css';
import { FIELD, filterOf, isActive } from './filter.ts';
import { chipsOf } from './words.ts';

/** Under the bar while something is asked for: what, how many cards match, and the way back to all. */
export function FilterStrip({ board }: { board: Board }) {
  const t = useMapText();
  const active = isActive(useValue(filterOf(board).$filter));
  // Present from the start: what is said in a region that has only just appeared is not read out.
  return (
    <section className={styles.strip} data-active={active || undefined} aria-label={t('filter.title')}>
      <Count board={board} />
      {active && <Chips board={board} />}
    </section>
  );
}

function Count({ board }: { board: Board }) {
  const t = useMapText();
  const count = useValue(filterOf(board).$count);
  return (
    <span role="status" className={styles.count}>
      {count && t('filter.count', { matching: count.matching, all: count.all })}
    </span>
  );
}

function Chips({ board }: { board: Board }) {
  const t = useMapText();
  const { $filter, set, clear } = filterOf(board);
  const filter = useValue($filter);
  // A name may change or come late; a letter typed on the map changes none.
  const names = useValue('names', () => board.$journey.get().personas, [board]);
  const members = useValue(board.$members);
  const findings = useValue(board.$findings);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the names are made of
  const chips = useMemo(() => chipsOf(t, board, filter), [t, board, filter, names, members, findings]);
  useEscape(board, clear);
  return (
    <>
      <ul className={`plain-list ${styles.chips}`}>
        {chips.map(({ key, label }) => (
          <li key={key}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('filter.without', { label })}
              title={t('filter.without', { label })}
              onClick={(event) => {
                toNeighbour(event.currentTarget);
                set({ [FIELD[key]]: undefined });
              }}
            >
              <span>{label}</span>
              <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                <path d="M3 3l6 6M9 3l-6 6" stroke="currentColor" strokeWidth="1.600" strokeLinecap="round" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button quiet"
        onClick={(event) => {
          toNeighbour(event.currentTarget);
          clear();
        }}
      >
        {t('filter.showAll')}
      </button>
    </>
  );
}

/** The button goes with what it does: the keyboard goes on from the filter's own button. */
function toNeighbour(button: HTMLElement): void {
  const bar = button.closest('[data-bar]') ?? document.body;
  const next = bar.querySelector<HTMLElement>(`.${styles.button}`) ?? bar.querySelector('button');
  next?.focus();
}

/** Escape on the map shows all again, once there is nothing else that it would end. */
function useEscape(board: Board, clear: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      const { editor } = board;
      const target = event.target instanceof Element ? event.target : null;
      const onMap = target === document.body || target?.closest('.tl-container, [role=grid]');
      if (!onMap || target?.closest('input, textarea, select, [contenteditable=true], [role=menu]')) return;
      if (board.$open.get() || board.$drag.get() || companyOf(board).$following.get()) return;
      if (editor && (!editor.isIn('select.idle') || editor.getSelectedShapeIds().length > 0)) return;
      clear();
    };
    // Before the canvas answers, so that what the key ends there is still seen.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [board, clear]);
}
