import { useId } from 'react';
import type { Board } from '../../board.ts';
import { useMapText } from '../text.ts';
import { type Group, LIFTED } from './groups.ts';
import styles from './tray.module.css';
import { TrayItem } from './tray-item.tsx';
import { trayOf } from './tray-state.ts';
import type { Hands } from './use-hands.ts';

interface GroupProps {
  board: Board;
  group: Group;
  folded: boolean;
  /** How many of its items are drawn; the rest when the list is scrolled to them. */
  drawn: number;
  hands: Hands;
  stop: string | null;
}

/** One interview's findings under its alias, with how many are left; folds away. */
export function TrayGroup({ board, group, folded, drawn, hands, stop }: GroupProps) {
  const t = useMapText();
  const id = useId();
  const { $folded } = trayOf(board);
  const toggle = () => {
    const next = new Set($folded.get());
    if (!next.delete(group.id)) next.add(group.id);
    $folded.set(next);
  };
  const { left, total } = group;
  return (
    <section className={styles.group}>
      <h3 className={styles.groupHead}>
        <button type="button" aria-expanded={!folded} aria-controls={id} onClick={toggle}>
          <svg
            width="12"
            height="12"
            viewBox="0 0 12 12"
            aria-hidden="true"
            data-folded={folded || undefined}
          >
            <path
              d="m2.500 4 3.500 4 3.500-4"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.600"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          <span className={styles.groupName}>{group.id === LIFTED ? t('tray.lifted') : group.name}</span>
          <span className={`small soft ${styles.count}`}>
            {group.id === LIFTED ? left : t('tray.leftOf', { left, total })}
          </span>
        </button>
      </h3>
      <ul id={id} className={`plain-list ${styles.list}`} hidden={folded}>
        {!folded &&
          group.items
            .slice(0, drawn)
            .map((item) => (
              <TrayItem key={item.id} board={board} item={item} hands={hands} isStop={item.id === stop} />
            ))}
      </ul>
    </section>
  );
}
