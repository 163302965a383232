import { useEffect, useRef } from 'react';
import { removeCards } from '../../journey/commands/cards.ts';
import { textOf } from '../../journey/commands/text.ts';
import { type Card, LIMITS } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { bindField } from '../text/bind-field.ts';
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
  const { id } = card;

  useEffect(() => {
    const field = ref.current;
    const entry = board.j.cards.get(id);
    if (!field || !entry) return;
    board.undoManager.stopCapturing();
    const unbind = bindField(field, textOf(entry, 'text'), {
      origin: board.j.origin,
      undo: () => board.undo(),
      redo: () => board.redo(),
      pause: () => board.undoManager.stopCapturing(),
    });
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    return () => {
      unbind();
      board.undoManager.stopCapturing();
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
        maxLength={LIMITS.cardText}
        onBlur={() => done('left')}
        onKeyDown={(event) => {
          const keeps = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (event.nativeEvent.isComposing || (event.key !== 'Escape' && !keeps)) return;
          event.preventDefault();
          event.stopPropagation();
          done('key');
        }}
      />
    </span>
  );
}

/** A card that was opened and never filled goes again, as on the canvas; a feeling may do without words. */
function dropIfEmpty(board: Board, cardId: string): void {
  const entry = board.j.cards.get(cardId);
  if (!entry || entry.has('source') || entry.get('kind') === 'emotion') return;
  if (textOf(entry, 'text').length === 0) board.step((j) => removeCards(j, [cardId]));
}
