import type { Board } from '../../board.ts';
import { deleteCards, placeCards } from '../../commands.ts';
import { changeable } from '../../own-cards.ts';
import { useValue } from '../../signals.ts';
import { Menu, type MenuItem } from '../menu.tsx';
import { useMapText } from '../text.ts';
import { touchpointItems } from '../touchpoint-items.ts';
import styles from './panel.module.css';

/** Several cards: how many, and what can be done to all. */
export function Several({ board, ids }: { board: Board; ids: string[] }) {
  const t = useMapText();
  return (
    <div className={styles.bar}>
      <strong>{t('panel.selected', { count: ids.length })}</strong>
      <Actions board={board} ids={ids} />
    </div>
  );
}

/** What can be done to the selected cards; `compact` keeps to one row on a phone. */
export function Actions({ board, ids, compact }: { board: Board; ids: string[]; compact?: boolean }) {
  const t = useMapText();
  const may = useValue('may', () => changeable(board, ids).length > 0, [board, ids.join(' ')]);
  if (!may) return null;
  const place = ids.length === 1 ? board.cardState(ids[0] as string)?.card.place : undefined;
  const toTouchpoint = () =>
    touchpointItems(board, (touchpointId) => placeCards(board, ids, { touchpointId }), place?.touchpointId);
  const toLane = (): MenuItem[] =>
    board.$journey.get().lanes.map((lane) => ({
      label: lane.name,
      disabled: lane.id === place?.laneId,
      run: () => {
        if (place) placeCards(board, ids, { touchpointId: place.touchpointId, laneId: lane.id });
      },
    }));
  const rest: Extract<MenuItem, { run: () => void }>[] = [
    { label: t('panel.toTray'), run: () => placeCards(board, ids, null) },
    { label: t('panel.remove'), run: () => deleteCards(board, ids), danger: true },
  ];
  return (
    <>
      <Menu className="button" label={t('panel.moveTo')} items={toTouchpoint}>
        {t('panel.moveTo')}
      </Menu>
      {place && !compact && (
        <Menu className="button" label={t('panel.lane')} items={toLane}>
          {t('panel.lane')}
        </Menu>
      )}
      {compact ? (
        <Menu
          className="button"
          label={t('panel.more')}
          items={() => (place ? [{ heading: t('panel.lane') }, ...toLane(), { heading: '' }, ...rest] : rest)}
        >
          ⋯
        </Menu>
      ) : (
        rest.map(({ label, run, danger }) => (
          <button key={label} type="button" className={danger ? 'button danger' : 'button'} onClick={run}>
            {label}
          </button>
        ))
      )}
    </>
  );
}
