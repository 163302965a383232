import { useEffect, useRef } from 'react';
import { textOf } from '../../../journey/commands/text.ts';
import { type Card, LIMITS } from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import { bindField } from '../../text/bind-field.ts';
import { useMapText } from '../text.ts';
import styles from './panel.module.css';

/** A card's whole text in the panel, bound to the same shared text as on the canvas. */
export function CardText({ board, card }: { board: Board; card: Card }) {
  const t = useMapText();
  const ref = useRef<HTMLTextAreaElement>(null);
  const { canWrite } = board.options;
  useEffect(() => {
    const field = ref.current;
    const entry = board.j.cards.get(card.id);
    if (!field || !entry || !canWrite) return;
    board.undoManager.stopCapturing();
    const unbind = bindField(field, textOf(entry, 'text'), {
      origin: board.j.origin,
      undo: () => board.undo(),
      redo: () => board.redo(),
      pause: () => board.undoManager.stopCapturing(),
    });
    return () => {
      unbind();
      board.undoManager.stopCapturing();
    };
  }, [board, card.id, canWrite]);

  if (!canWrite) return <p className={styles.text}>{card.text}</p>;
  return (
    <label className={styles.field}>
      <span>{t('panel.text')}</span>
      <textarea
        ref={ref}
        className={styles.textarea}
        rows={4}
        maxLength={LIMITS.cardText}
        placeholder={t(`typeHere.${card.kind}`)}
        onFocus={() => board.undoManager.stopCapturing()}
      />
    </label>
  );
}
