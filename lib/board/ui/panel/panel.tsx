import { useEffect, useState } from 'react';
import type { Board } from '../../board.ts';
import { deleteCards, placeCards } from '../../commands.ts';
import { useValue } from '../../signals.ts';
import { Menu, type MenuItem } from '../menu.tsx';
import { useMapText } from '../text.ts';
import { touchpointItems } from '../touchpoint-items.ts';
import { CardFields } from './card-fields.tsx';
import { Origin } from './origin.tsx';
import styles from './panel.module.css';
import { useSelectedCards } from './selection.ts';

/** What is selected: one card with everything about it, or several with what can be done to all. */
export function Panel({ board, roomy }: { board: Board; roomy: boolean }) {
  const t = useMapText();
  const ids = useSelectedCards(board);
  const only = ids.length === 1 ? (ids[0] as string) : null;
  const open = useValue(board.$open);
  const editing = useValue('editing', () => board.editor?.getEditingShapeId() ?? null, [board, only]);
  const [closed, setClosed] = useState<string | null>(null);

  useEffect(() => {
    if (only !== closed) setClosed(null);
    if (open && open !== only) board.$open.set(null);
  }, [only, closed, open, board]);

  if (ids.length === 0) return null;
  if (!only) return <Several board={board} ids={ids} />;
  // On a phone the panel would cover the card: it opens when asked for. Nor while its text is typed.
  const shown = open === only || (roomy && closed !== only && !editing);
  if (!shown) {
    if (editing) return null;
    return (
      <div className={styles.bar}>
        <button type="button" className="button" onClick={() => board.$open.set(only)}>
          {t('panel.details')}
        </button>
        <Actions board={board} ids={ids} compact />
      </div>
    );
  }
  return (
    <aside className={styles.panel} aria-label={t('panel.label')} key={only}>
      <OneCard
        board={board}
        cardId={only}
        close={() => {
          board.$open.set(null);
          setClosed(only);
          board.editor?.getContainer().focus();
        }}
      />
    </aside>
  );
}

function OneCard({ board, cardId, close }: { board: Board; cardId: string; close: () => void }) {
  const t = useMapText();
  const card = useValue('card in panel', () => board.cardState(cardId)?.card, [board, cardId]);
  if (!card) return null;
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>{t(`kind.${card.kind}`)}</h2>
        <button
          type="button"
          className={styles.close}
          aria-label={t('close')}
          title={t('close')}
          onClick={close}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.800" strokeLinecap="round" />
          </svg>
        </button>
      </header>
      <CardFields board={board} card={card} />
      <Origin board={board} card={card} />
      {board.options.canWrite && (
        <div className="row">
          <Actions board={board} ids={[cardId]} />
        </div>
      )}
    </>
  );
}

function Several({ board, ids }: { board: Board; ids: string[] }) {
  const t = useMapText();
  return (
    <div className={styles.bar}>
      <strong>{t('panel.selected', { count: ids.length })}</strong>
      <Actions board={board} ids={ids} />
    </div>
  );
}

/** What can be done to the selected cards; `compact` keeps to one row on a phone. */
function Actions({ board, ids, compact }: { board: Board; ids: string[]; compact?: boolean }) {
  const t = useMapText();
  if (!board.options.canWrite) return null;
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
