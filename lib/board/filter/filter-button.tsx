import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Board } from '../board.ts';
import { offerCommands } from '../find/commands.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import styles from './filter.module.css';
import { filterOf, isActive } from './filter.ts';

const FilterPopover = lazy(() => import('./filter-popover.tsx'));

/** In the bar: opens what the cards can be asked for; filled while something is asked. */
export function FilterButton({ board }: { board: Board }) {
  const t = useMapText();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const active = isActive(useValue(filterOf(board).$filter));
  useEffect(
    () => offerCommands(board, () => [{ id: 'filter', label: t('find.filter'), run: () => setOpen(true) }]),
    [board, t],
  );
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={t('filter.open')}
        title={t('filter.open')}
        aria-haspopup="dialog"
        aria-expanded={open}
        data-active={active || undefined}
        onClick={() => (open ? close(true) : setOpen(true))}
      >
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path
            d="M2.5 3.500h13l-5 6v5l-3-1.500V9.500z"
            fill={active ? 'currentColor' : 'none'}
            stroke="currentColor"
            strokeWidth="1.600"
            strokeLinejoin="round"
          />
        </svg>
      </button>
      {open && (
        <Suspense>
          <FilterPopover board={board} anchor={button} close={close} />
        </Suspense>
      )}
    </>
  );
}
