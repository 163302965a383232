import type { SizedCard } from '../layout/card-box.ts';
import { BUBBLE, CARD, cutBefore, hasSpine, TEXT } from '../layout/index.ts';
import type { Card } from '../model.ts';
import type { Token } from '../tokens.ts';
import { EmotionToken } from './emotion-token.tsx';
import { KindGlyph, SeverityMarks } from './glyphs.tsx';
import { evidenceLine, paint } from './paint.ts';
import { TextLines } from './text-lines.tsx';

export interface CardPictureProps {
  card: Pick<Card, 'kind' | 'evidence' | 'emoji' | 'valence' | 'severity'>;
  box: SizedCard;
  /** The line under the text: who said it, or how sure it is. */
  meta: string;
}

/**
 * One card with its top-left corner at (0, 0). The canvas may draw it inside an `<svg>` of the box's
 * size: then picture and canvas cannot differ.
 */
export function CardPicture({ card, box, meta }: CardPictureProps) {
  if (box.shape === 'token') return <EmotionToken card={card} size={box.w} />;
  const bubble = box.shape === 'bubble';
  const metaX = bubble ? BUBBLE.padX + 22 : box.textX;
  return (
    <g>
      {bubble ? <Bubble card={card} box={box} /> : <Sheet card={card} box={box} />}
      <TextLines
        lines={box.lines}
        x={box.textX}
        y={box.textY}
        fontSize={box.fontSize}
        lineHeight={box.lineHeight}
      />
      {box.metaY !== null && (
        <TextLines
          lines={[cutBefore(meta, ' · ', { width: box.w - metaX - 2, fontSize: TEXT.metaSize })]}
          x={metaX}
          y={bubble ? box.metaY - 3 : box.metaY}
          fontSize={TEXT.metaSize}
          lineHeight={TEXT.metaHeight}
          fill="ink-soft"
        />
      )}
    </g>
  );
}

type PartProps = Pick<CardPictureProps, 'card' | 'box'>;

/** Rounded, with a tail at the lower left that points down to who said it. */
function Bubble({ card, box }: PartProps) {
  const r = BUBBLE.radius;
  const bottom = (box.metaY ?? box.h) - BUBBLE.tail;
  const right = box.w - 0.75;
  const d = [
    `M0.75 ${r}a${r} ${r} 0 0 1 ${r} ${-r + 0.75}H${right - r}a${r} ${r} 0 0 1 ${r} ${r - 0.75}`,
    `V${bottom - r}a${r} ${r} 0 0 1 ${-r} ${r}`,
    // The tail: down to a point left of where it began, and back with a soft inner curve.
    `H34c-2 6 -7 ${BUBBLE.tail + 2} -15 ${BUBBLE.tail + 4}c3 -4 4 -8 3 ${-BUBBLE.tail - 4}`,
    `H${r + 0.75}a${r} ${r} 0 0 1 ${-r} ${-r}z`,
  ].join('');
  return (
    <path
      d={d}
      fill={paint('card-quote')}
      stroke={paint('ink-soft')}
      strokeLinejoin="round"
      {...evidenceLine(card.evidence)}
    />
  );
}

const FILL: Partial<Record<Card['kind'], Token>> = {
  friction: 'card-friction',
  employee: 'card-employee',
  action: 'card-action',
  need: 'card-action',
  question: 'card-action',
  opportunity: 'accent-soft',
};
const EDGE: Partial<Record<Card['kind'], Token>> = { friction: 'warn', opportunity: 'accent' };

function Sheet({ card, box }: PartProps) {
  const friction = card.kind === 'friction';
  // The friction's own left edge is its spine: a straight one behind it would fill the teeth.
  const left = friction ? 8 : 0.75;
  return (
    <g>
      <rect
        x={left}
        y={0.75}
        width={box.w - 0.75 - left}
        height={box.h - 1.5}
        rx={CARD.radius}
        fill={paint(FILL[card.kind] ?? 'card-other')}
        stroke={paint(EDGE[card.kind] ?? 'ink-faint')}
        {...evidenceLine(card.evidence)}
      />
      {friction && <path d={serrated(box.h)} fill={paint('warn')} />}
      {friction && <SeverityMarks severity={card.severity} x={9} y={box.h / 2 - 18.5} />}
      {!friction && hasSpine(card.kind) && <KindGlyph kind={card.kind} x={10} y={CARD.padY + 2} />}
    </g>
  );
}

/** The friction's spine: straight where it meets the text, saw-toothed outside. It chafes. */
function serrated(h: number): string {
  const teeth = Math.max(3, Math.round(h / 9));
  const step = h / teeth;
  const edge = Array.from({ length: teeth }, () => `l-5 ${-step / 2}l5 ${-step / 2}`).join('');
  return `M${CARD.spine + 4} 0V${h}H5${edge}z`;
}
