import type { CardBox } from '../../../journey/layout/index.ts';
import type { Card, Reaction } from '../../../journey/model.ts';
import type { PersonaSign } from '../../../journey/personas.ts';
import { CardPicture } from '../../../journey/svg/card-picture.tsx';
import type { Board } from '../../board.ts';
import { useFade } from '../../filter/use-fade.ts';

interface FaceProps {
  card: Card;
  box: CardBox;
  /** Who said it, or how sure it is. */
  meta: string;
  /** The words are no longer the finding's. */
  changed: boolean;
  persona: PersonaSign | null;
  /** What the reader has said to it. */
  mine: Reaction | null;
  /** While the text is typed the editor shows it. */
  hideText?: boolean;
  /** Whose filter fades it. */
  board: Board;
}

/** How a card looks: the picture of the printed map, so that the two cannot differ. */
export function CardFace({ card, box, meta, changed, persona, mine, hideText, board }: FaceProps) {
  const { w, h } = box;
  const picture = useFade(board, card.id, hideText === true);
  return (
    <svg ref={picture} width={w} height={h} viewBox={`0 0 ${w} ${h}`} overflow="visible" aria-hidden="true">
      <CardPicture
        card={card}
        box={hideText ? { ...box, lines: [] } : box}
        meta={meta}
        changed={changed}
        persona={persona}
        mine={mine}
      />
    </svg>
  );
}
