import { useEffect, useRef } from 'react';
import { stopEventPropagation } from 'tldraw';
import { removeCards } from '../../../journey/commands/cards.ts';
import { textOf } from '../../../journey/commands/text.ts';
import type { CardBox } from '../../../journey/layout/index.ts';
import { type Card, LIMITS } from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import { cardShapeId } from '../../schema/ids.ts';
import { bindField } from '../../text/bind-field.ts';
import { useMapText } from '../../ui/text.ts';
import styles from './card.module.css';

/** The text of a card while it is typed, over the card's own lines and set the same. */
export function CardEditor({ board, card, box }: { board: Board; card: Card; box: CardBox }) {
  const t = useMapText();
  const ref = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const field = ref.current;
    const entry = board.j.cards.get(card.id);
    if (!field || !entry) return;
    const unbind = bindField(field, textOf(entry, 'text'), {
      origin: board.j.origin,
      undo: () => board.undo(),
      redo: () => board.redo(),
      pause: () => board.undoManager.stopCapturing(),
    });
    board.$expanded.set([card.id]);
    board.project();
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    return () => {
      unbind();
      board.undoManager.stopCapturing();
      // Without this the focus falls to the page and the canvas' keys are dead.
      queueMicrotask(() => {
        if (board.editor?.getEditingShapeId() === cardShapeId(card.id)) return;
        board.$expanded.set([]);
        dropIfEmpty(board, card.id);
        board.project();
        if (document.activeElement === document.body) board.editor?.getContainer().focus();
      });
    };
  }, [board, card.id]);

  return (
    <textarea
      ref={ref}
      className={styles.editor}
      style={{
        left: box.textX,
        top: box.textY,
        width: box.w - box.textX - 8,
        height: Math.max(1, box.lines.length) * box.lineHeight,
        fontSize: box.fontSize,
        lineHeight: `${box.lineHeight}px`,
      }}
      aria-label={t(`kind.${card.kind}`)}
      placeholder={t(`typeHere.${card.kind}`)}
      maxLength={LIMITS.cardText}
      onPointerDown={stopEventPropagation}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          event.preventDefault();
          event.stopPropagation();
          board.editor?.complete();
          board.editor?.setCurrentTool('select');
          board.editor?.getContainer().focus();
        }
      }}
    />
  );
}

/** A card that was opened and never filled goes again, as tldraw's own texts do. */
function dropIfEmpty(board: Board, cardId: string): void {
  const entry = board.j.cards.get(cardId);
  if (entry && !entry.has('source') && textOf(entry, 'text').length === 0) {
    board.step((j) => removeCards(j, [cardId]));
  }
}
