import { useEffect, useMemo, useRef, useState } from 'react';
import { textOf } from '../../../journey/commands/text.ts';
import { type Card, LIMITS } from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import { bindCard } from '../../text/bind-card.ts';
import { OthersInText } from '../../text/others-in-text.tsx';
import { useMapText } from '../text.ts';
import styles from './panel.module.css';

interface CardTextProps {
  board: Board;
  card: Card;
  canChange: boolean;
}

/** A card's whole text in the panel, bound to the same shared text as on the canvas. */
export function CardText({ board, card, canChange }: CardTextProps) {
  const t = useMapText();
  const ref = useRef<HTMLTextAreaElement>(null);
  const [lost, setLost] = useState(0);
  const text = useMemo(() => {
    const entry = board.j.cards.get(card.id);
    return entry ? textOf(entry, 'text') : null;
  }, [board, card.id]);
  useEffect(() => {
    const field = ref.current;
    if (!field || !canChange) return;
    return bindCard(board, card.id, field, { onCut: setLost }) ?? undefined;
  }, [board, card.id, canChange]);

  if (!canChange) return card.text ? <p className={styles.text}>{card.text}</p> : null;
  return (
    <div className={styles.field}>
      <label className={styles.field}>
        <span>{t('panel.text')}</span>
        <span className={styles.typed}>
          <textarea
            ref={ref}
            className={styles.textarea}
            rows={4}
            placeholder={t(`typeHere.${card.kind}`)}
            onFocus={() => board.undoManager.stopCapturing()}
          />
          {text && (
            <OthersInText board={board} cardId={card.id} text={text} field={ref} className={styles.mirror} />
          )}
        </span>
      </label>
      {lost > 0 && (
        <p role="alert" className="notice warn small">
          {t('card.cut', { max: LIMITS.cardText, count: lost })}
        </p>
      )}
    </div>
  );
}
