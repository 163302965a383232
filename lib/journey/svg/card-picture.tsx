import { roomOf, type SizedCard } from '../layout/card-box.ts';
import { BUBBLE } from '../layout/index.ts';
import type { Card, CardKind, Reaction } from '../model.ts';
import type { PersonaSign } from '../personas.ts';
import { EvidenceSign, MetaLine, ReactionChips } from './card-foot.tsx';
import { EmotionToken } from './emotion-token.tsx';
import { Bubble, bubbleBottom, Sheet } from './sheet.tsx';
import { TextLines } from './text-lines.tsx';

export interface CardPictureProps {
  card: Pick<Card, 'kind' | 'evidence' | 'emoji' | 'valence' | 'severity'> & Partial<Pick<Card, 'reactions'>>;
  box: SizedCard;
  /** The line under the text: who said it, or how sure it is. */
  meta: string;
  /** Whose card it is, where somebody has said so. */
  persona?: PersonaSign | null;
  /** The words are no longer those of its finding. */
  changed?: boolean;
  /** What the reader has said to it. */
  mine?: Reaction | null;
}

/**
 * One card with its top-left corner at (0, 0). The canvas may draw it inside an `<svg>` of the box's
 * size: then picture and canvas cannot differ.
 */
export function CardPicture(props: CardPictureProps) {
  const { card, box, meta, persona = null, changed = false, mine = null } = props;
  if (box.shape === 'token') return <EmotionToken card={card} size={box.w} persona={persona} />;
  const bubble = box.shape === 'bubble';
  return (
    <g>
      {bubble ? <Bubble card={card} box={box} /> : <Sheet card={card} box={box} />}
      <TextLines
        lines={box.lines}
        x={box.textX}
        y={box.textY}
        fontSize={box.fontSize}
        lineHeight={box.lineHeight}
        figures={card.kind === 'metric'}
      />
      {box.metaY === null ? (
        <EvidenceSign evidence={card.evidence} {...corner(card.kind, box.h)} />
      ) : (
        <MetaLine
          x={bubble ? BUBBLE.padX + 22 : box.textX}
          y={bubble ? box.metaY - 3 : box.metaY}
          right={box.w - (bubble ? 0 : 6 + roomOf(card.kind).right)}
          words={meta}
          evidence={card.evidence}
          persona={persona}
          changed={changed}
        />
      )}
      {card.reactions && (
        <ReactionChips
          reactions={card.reactions}
          // Beside what ends a bubble's line, which lies below its edge.
          right={box.w - (bubble ? 44 : 12 + roomOf(card.kind).right)}
          y={bubble ? bubbleBottom(box) : box.h - 1}
          mine={mine}
        />
      )}
    </g>
  );
}

/** The lower left corner inside a kind's outline. */
function corner(kind: CardKind, h: number): { x: number; y: number } {
  if (kind === 'question') return { x: 28, y: h - 9 };
  if (kind === 'opportunity') return { x: 13, y: h - 11 };
  return { x: 9, y: h - 9 - roomOf(kind).bottom };
}
