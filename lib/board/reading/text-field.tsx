import { useEffect, useMemo, useRef, useState } from 'react';
import { removeCards } from '../../journey/commands/cards.ts';
import { textOf } from '../../journey/commands/text.ts';
import { type Card, LIMITS } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { bindCard } from '../text/bind-card.ts';
import { caretsIn } from '../text/carets.ts';
import { OthersInText } from '../text/others-in-text.tsx';
import { useMapText } from '../ui/text.ts';
import styles from './text-field.module.css';

interface TextFieldProps {
  board: Board;
  card: Card;
  /** Called on Escape, on Ctrl/Cmd+Enter and when the field is left. */
  done: (how: 'key' | 'left') => void;
}

/** A card's words while they are typed: the same shared text as on the canvas, as high as it needs to be. */
export function TextField({ board, card, done }: TextFieldProps) {
  const t = useMapText();
  const ref = useRef<HTMLTextAreaElement>(null);
  const [lost, setLost] = useState(0);
  const { id } = card;
  const text = useMemo(() => {
    const entry = board.j.cards.get(id);
    return entry ? textOf(entry, 'text') : null;
  }, [board, id]);

  useEffect(() => {
    const field = ref.current;
    const unbind = field && bindCard(board, id, field, { onCut: setLost });
    if (!unbind) return;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    return () => {
      unbind();
      // After strict mode's second mount, which finds the field there again.
      queueMicrotask(() => !field.isConnected && dropIfEmpty(board, id));
    };
  }, [board, id]);

  return (
    <span className={styles.grow} data-words={card.text}>
      <textarea
        ref={ref}
        className={styles.field}
        rows={1}
        aria-label={t(`kind.${card.kind}`)}
        placeholder={t(`typeHere.${card.kind}`)}
        onBlur={() => done('left')}
        onKeyDown={(event) => {
          const keeps = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (event.nativeEvent.isComposing || (event.key !== 'Escape' && !keeps)) return;
          event.preventDefault();
          event.stopPropagation();
          done('key');
        }}
      />
      {text && <OthersInText board={board} cardId={id} text={text} field={ref} className={styles.mirror} />}
      {lost > 0 && (
        <span role="alert" className={styles.full}>
          {t('card.cut', { max: LIMITS.cardText, count: lost })}
        </span>
      )}
    </span>
  );
}

/** A card that was opened and never filled goes again, as on the canvas; a feeling may do without words. */
function dropIfEmpty(board: Board, cardId: string): void {
  const entry = board.j.cards.get(cardId);
  if (!entry || entry.has('source') || entry.get('kind') === 'emotion') return;
  const text = textOf(entry, 'text');
  if (text.length > 0 || caretsIn(board, cardId, text).length > 0) return;
  board.step((j) => removeCards(j, [cardId]));
}
