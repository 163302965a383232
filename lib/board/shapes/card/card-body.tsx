import { type Editor, type TLShapeId, useIsEditing } from 'tldraw';
import { boardOf } from '../../board.ts';
import { signOf } from '../../persona-sign.ts';
import { isChanged } from '../../reading/words.ts';
import { useValue } from '../../signals.ts';
import { sourceLine } from '../../ui/source-line.ts';
import { useMapText } from '../../ui/text.ts';
import { CardEditor } from './card-editor.tsx';
import { CardFace } from './card-face.tsx';

/** One card on the canvas; drawn anew only when its own content changes. */
export function CardBody(props: { editor: Editor; shapeId: TLShapeId; cardId: string }) {
  const { editor, shapeId, cardId } = props;
  const t = useMapText();
  const board = boardOf(editor);
  const state = useValue('card', () => board.cardState(cardId), [board, cardId]);
  const source = useValue('source', () => sourceLine(board, cardId), [board, cardId]);
  const changed = useValue('changed', () => {
    const card = board.cardState(cardId)?.card;
    return card?.source ? isChanged(board, card) : false;
  }, [board, cardId]);
  const persona = useValue('persona', () => signOf(board, board.cardState(cardId)?.card.personaId), [
    board,
    cardId,
  ]);
  const isEditing = useIsEditing(shapeId);
  if (!state?.box) return null;
  const { card, box } = state;
  const typing = isEditing && box.shape !== 'token';
  return (
    <>
      <CardFace
        card={card}
        box={box}
        meta={source ?? t(`evidence.${card.evidence}`)}
        changed={changed}
        persona={persona}
        mine={card.reactions[board.options.userId] ?? null}
        hideText={typing}
        board={board}
      />
      {typing && <CardEditor board={board} card={card} box={box} />}
    </>
  );
}
