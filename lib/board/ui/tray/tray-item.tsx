import { useState } from 'react';
import { createPortal } from 'react-dom';
import { EmotionToken } from '../../../journey/svg/emotion-token.tsx';
import type { Board } from '../../board.ts';
import { clock } from '../clock.ts';
import { Menu } from '../menu.tsx';
import { useMapText } from '../text.ts';
import { touchpointItems } from '../touchpoint-items.ts';
import { dragOut, place } from './drag-out.ts';
import styles from './tray.module.css';
import type { Waiting } from './unplaced.ts';

/** One finding or lifted card: the words, who said them, and "Place on …" for whoever does not drag. */
export function TrayItem({ board, item }: { board: Board; item: Waiting }) {
  const t = useMapText();
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const { finding } = item;
  const who =
    finding && [finding.alias, finding.atMs !== null && clock(finding.atMs)].filter(Boolean).join(' · ');
  const content = (
    <>
      <Sign item={item} />
      <p className={item.kind === 'quote' ? styles.quote : styles.words}>
        {item.text || t(`kind.${item.kind}`)}
      </p>
    </>
  );
  return (
    <li className={styles.item} data-kind={item.kind} data-dragging={at !== null || undefined}>
      <div
        className={styles.grip}
        onPointerDown={(event) => dragOut(board, item, event, setAt)}
        data-can-drag={board.options.canWrite || undefined}
      >
        {content}
      </div>
      <div className={styles.foot}>
        <span className="small soft">{who || t(`kind.${item.kind}`)}</span>
        {board.options.canWrite && (
          <Menu
            className={styles.place}
            label={`${t('tray.placeOn')} ${item.text.slice(0, 60)}`}
            items={() => touchpointItems(board, (touchpointId) => place(board, item, { touchpointId }))}
          >
            {t('tray.placeOn')}
          </Menu>
        )}
      </div>
      {at &&
        createPortal(
          <div className={styles.ghost} style={{ left: at.x, top: at.y }} aria-hidden="true">
            {content}
          </div>,
          document.body,
        )}
    </li>
  );
}

function Sign({ item }: { item: Waiting }) {
  const t = useMapText();
  const marks = item.type === 'finding' ? item.finding : item.card;
  if (item.kind === 'emotion') {
    const card = { evidence: 'observed' as const, emoji: marks.emoji, valence: marks.valence };
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
  return null;
}
