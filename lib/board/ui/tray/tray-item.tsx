import { memo, useState } from 'react';
import { createPortal } from 'react-dom';
import { clock } from '../../../journey/clock.ts';
import { EmotionToken } from '../../../journey/svg/emotion-token.tsx';
import type { Board } from '../../board.ts';
import { KindPicture } from '../../reading/kind-mark.tsx';
import { useValue } from '../../signals.ts';
import { Menu } from '../menu.tsx';
import { useMapText } from '../text.ts';
import { dragOut } from './drag-out.ts';
import { placersOf, tellPlacing } from './placing.ts';
import { placeItems, saidAbout } from './said-about.ts';
import styles from './tray-item.module.css';
import { trayOf } from './tray-state.ts';
import type { Waiting } from './unplaced.ts';
import type { Hands } from './use-hands.ts';

interface ItemProps {
  board: Board;
  item: Waiting;
  hands: Hands;
  /** Whether Tab stops here; arrow keys go on from one to the next. */
  isStop: boolean;
}

/** One finding or lifted card: the words, who said them, and "Place on …" for whoever does not drag. */
export const TrayItem = memo(function TrayItem({ board, item, hands, isStop }: ItemProps) {
  const t = useMapText();
  const [at, setAt] = useState<{ x: number; y: number; count: number } | null>(null);
  const selected = useValue('selected', () => trayOf(board).$selected.get().ids.has(item.id), [
    board,
    item.id,
  ]);
  const placer = useValue('placer', () => placersOf(board).get().get(item.id), [board, item.id]);
  const about = useValue('said about', () => saidAbout(board, item)?.name ?? '', [board, item]);
  const { finding } = item;
  const { canWrite } = board.options;
  // The group it stands in says who; only what was lifted off the map needs the name.
  const who = finding && [
    item.type === 'card' && finding.alias,
    finding.atMs !== null && clock(finding.atMs),
    about,
  ];
  const words = item.text || t(`kind.${item.kind}`);
  const tabIndex = isStop ? 0 : -1;
  const content = (
    <>
      <Sign item={item} />
      <p className={item.kind === 'quote' ? styles.quote : styles.words}>{words}</p>
    </>
  );
  return (
    <li
      className={styles.item}
      data-item={item.id}
      data-kind={item.kind}
      data-selected={selected || undefined}
      data-placer={placer !== undefined || undefined}
      data-dragging={at !== null || undefined}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the checkbox and the menu below are its keyboard way */}
      <div
        className={styles.grip}
        data-can-drag={canWrite || undefined}
        onPointerDown={(event) => {
          const items = hands.together(item);
          dragOut(board, event, {
            item,
            ghost: (point) => setAt(point && { ...point, count: items.length }),
            holding: (held) => tellPlacing(board, held ? items : []),
            drop: (cell) => hands.place(items, cell),
          });
        }}
        onClick={(event) => canWrite && hands.select(item.id, event.shiftKey)}
      >
        {content}
      </div>
      <div className={styles.foot}>
        {canWrite && (
          <input
            type="checkbox"
            className={styles.check}
            aria-label={t('tray.select', { words: words.slice(0, 60) })}
            checked={selected}
            tabIndex={tabIndex}
            onFocus={() => hands.stopAt(item.id)}
            onChange={(event) => hands.select(item.id, (event.nativeEvent as MouseEvent).shiftKey === true)}
          />
        )}
        <span className={`small soft ${styles.who}`}>
          {placer === undefined
            ? who?.filter(Boolean).join(' · ') || t(`kind.${item.kind}`)
            : t('tray.placer', { name: placer })}
        </span>
        {canWrite && (
          <Menu
            className={styles.place}
            label={`${t('tray.placeOn')} ${item.text.slice(0, 60)}`}
            tabIndex={tabIndex}
            items={() =>
              placeItems(
                board,
                t,
                [item],
                (touchpointId) => hands.place([item], { touchpointId }, true),
                () => {},
              )
            }
          >
            {t('tray.placeOn')}
          </Menu>
        )}
      </div>
      {at &&
        createPortal(
          <div className={styles.ghost} style={{ left: at.x, top: at.y }} aria-hidden="true">
            {content}
            {at.count > 1 && <span className={styles.badge}>{at.count}</span>}
          </div>,
          document.body,
        )}
    </li>
  );
});

function Sign({ item }: { item: Waiting }) {
  const t = useMapText();
  const marks = item.type === 'finding' ? item.finding : item.card;
  if (item.kind === 'emotion') {
    const card = {
      evidence: 'observed' as const,
      emoji: marks.emoji,
      valence: marks.valence,
      reactions: {},
    };
    return (
      <svg width="28" height="28" role="img" aria-label={t('kind.emotion')} className={styles.sign}>
        <EmotionToken card={card} size={28} />
      </svg>
    );
  }
  if (item.kind === 'friction') {
    return (
      <span className={styles.marks} role="img" aria-label={t('kind.friction')}>
        {'▲'.repeat(marks.severity ?? 0) || '△'}
      </span>
    );
  }
  // What is told by its outline on the map needs no sign here, but whose voice it is and what is needed do.
  if (item.kind !== 'need' && item.kind !== 'employee') return null;
  return (
    <span className={styles.kindSign} role="img" aria-label={t(`kind.${item.kind}`)}>
      <KindPicture kind={item.kind} />
      {marks.severity !== null && <span className={styles.marks}>{'▲'.repeat(marks.severity)}</span>}
      {marks.emoji}
    </span>
  );
}
