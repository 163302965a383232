import { useEffect, useMemo, useRef, useState } from 'react';
import { stopEventPropagation } from 'tldraw';
import { removeCards } from '../../../journey/commands/cards.ts';
import { textOf } from '../../../journey/commands/text.ts';
import { lineWidth } from '../../../journey/layout/card-box.ts';
import type { CardBox } from '../../../journey/layout/index.ts';
import { type Card, LIMITS } from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import { cardShapeId } from '../../schema/ids.ts';
import { bindCard } from '../../text/bind-card.ts';
import { caretsIn } from '../../text/carets.ts';
import { OthersInText } from '../../text/others-in-text.tsx';
import { useMapText } from '../../ui/text.ts';
import styles from './card.module.css';

/** The text of a card while it is typed, over the card's own lines and set the same. */
export function CardEditor({ board, card, box }: { board: Board; card: Card; box: CardBox }) {
  const t = useMapText();
  const ref = useRef<HTMLTextAreaElement>(null);
  const [lost, setLost] = useState(0);
  const text = useMemo(() => {
    const entry = board.j.cards.get(card.id);
    return entry ? textOf(entry, 'text') : null;
  }, [board, card.id]);

  useEffect(() => {
    const field = ref.current;
    if (!field) return;
    const unbind = bindCard(board, card.id, field, { onCut: setLost });
    if (!unbind) return;
    board.$expanded.set([card.id]);
    board.project();
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    return () => {
      unbind();
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

  const set = {
    left: box.textX,
    top: box.textY,
    width: lineWidth(card.kind, box.textX),
    height: Math.max(1, box.lines.length) * box.lineHeight,
    fontSize: box.fontSize,
    lineHeight: `${box.lineHeight}px`,
  };
  return (
    <>
      <textarea
        ref={ref}
        className={styles.editor}
        style={set}
        aria-label={t(`kind.${card.kind}`)}
        placeholder={t(`typeHere.${card.kind}`)}
        onPointerDown={stopEventPropagation}
        onKeyDown={(event) => {
          // What ends a composition is the input method's.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
            event.preventDefault();
            event.stopPropagation();
            board.editor?.complete();
            board.editor?.setCurrentTool('select');
            board.editor?.getContainer().focus();
          }
        }}
      />
      {text && (
        <OthersInText
          board={board}
          cardId={card.id}
          text={text}
          field={ref}
          className={styles.mirror}
          style={set}
        />
      )}
      {lost > 0 && (
        <p role="alert" className={styles.full} style={{ top: box.h + 4, width: box.w }}>
          {t('card.cut', { max: LIMITS.cardText, count: lost })}
        </p>
      )}
    </>
  );
}

/** A card that was opened and never filled goes again, as tldraw's own texts do; not under another's hands. */
function dropIfEmpty(board: Board, cardId: string): void {
  const entry = board.j.cards.get(cardId);
  if (!entry || entry.has('source')) return;
  const text = textOf(entry, 'text');
  if (text.length > 0 || caretsIn(board, cardId, text).length > 0) return;
  board.step((j) => removeCards(j, [cardId]));
}
