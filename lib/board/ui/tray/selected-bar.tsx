import type { Board } from '../../board.ts';
import { useValue } from '../../signals.ts';
import { Menu } from '../menu.tsx';
import { useMapText } from '../text.ts';
import { placeItems } from './said-about.ts';
import { NOTHING } from './selecting.ts';
import styles from './tray.module.css';
import { trayOf } from './tray-state.ts';
import type { Waiting } from './unplaced.ts';

interface BarProps {
  board: Board;
  items: readonly Waiting[];
  /** Where the keyboard goes when the bar closes. */
  onDone: () => void;
}

/** At the tray's foot while something is selected: places all of it at once. */
export function SelectedBar({ board, items, onDone }: BarProps) {
  const t = useMapText();
  const tray = trayOf(board);
  const { ids } = useValue(tray.$selected);
  if (ids.size === 0) return null;
  const chosen = () => items.filter((item) => ids.has(item.id));
  return (
    <div className={styles.selected}>
      <span role="status">{t('tray.selected', { count: ids.size })}</span>
      <Menu
        className="button primary"
        label={t('tray.placeSelected', { count: ids.size })}
        items={() =>
          placeItems(
            board,
            t,
            chosen(),
            (touchpointId) => {
              tray.place(chosen(), { touchpointId });
              onDone();
            },
            () => {
              tray.placeEach(chosen());
              onDone();
            },
          )
        }
      >
        {t('tray.placeOn')}
      </Menu>
      <button
        type="button"
        className={styles.toggle}
        aria-label={t('tray.selectNone')}
        title={t('tray.selectNone')}
        onClick={() => {
          tray.$selected.set(NOTHING);
          onDone();
        }}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 4l8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.700" strokeLinecap="round" />
        </svg>
      </button>
    </div>
  );
}
