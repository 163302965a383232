import { roomOf, type SizedCard } from '../layout/card-box.ts';
import { BUBBLE, CARD } from '../layout/index.ts';
import type { Card, CardKind } from '../model.ts';
import type { Token } from '../tokens.ts';
import { KindSign, SeverityMarks } from './glyphs.tsx';
import { evidenceLine, paint } from './paint.ts';

interface SheetProps {
  card: Pick<Card, 'kind' | 'evidence' | 'severity'>;
  box: SizedCard;
}

/** Half the line's width: outlines run inside the card's box. */
const I = 0.75;

/** Where a bubble's body ends and its tail begins. */
export const bubbleBottom = (box: SizedCard): number => (box.metaY ?? box.h) - BUBBLE.tail;

/** A quote: rounded, with a tail at the lower left that points down to who said it. */
export function Bubble({ card, box }: SheetProps) {
  const r = BUBBLE.radius;
  const bottom = bubbleBottom(box);
  const right = box.w - I;
  const d = [
    `M${I} ${r}a${r} ${r} 0 0 1 ${r} ${-r + I}H${right - r}a${r} ${r} 0 0 1 ${r} ${r - I}`,
    `V${bottom - r}a${r} ${r} 0 0 1 ${-r} ${r}`,
    // The tail: down to a point left of where it began, and back with a soft inner curve.
    `H34c-2 6 -7 ${BUBBLE.tail + 2} -15 ${BUBBLE.tail + 4}c3 -4 4 -8 3 ${-BUBBLE.tail - 4}`,
    `H${r + I}a${r} ${r} 0 0 1 ${-r} ${-r}z`,
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

const FILL: Partial<Record<CardKind, Token>> = {
  friction: 'card-friction',
  employee: 'card-employee',
  action: 'card-action',
  need: 'card-action',
  metric: 'card-action',
  question: 'card-action',
  opportunity: 'accent-soft',
};
const EDGE: Partial<Record<CardKind, Token>> = { friction: 'warn', opportunity: 'accent' };

/** Every other text card: an outline and a sign of its kind's own, so that neither colour nor lane is needed. */
export function Sheet({ card, box: { w, h } }: SheetProps) {
  const { kind } = card;
  const top = roomOf(kind).top;
  return (
    <g>
      <path
        d={outline(kind, w, h)}
        fill={paint(FILL[kind] ?? 'card-other')}
        stroke={paint(EDGE[kind] ?? 'ink-faint')}
        strokeLinejoin="round"
        {...evidenceLine(card.evidence)}
      />
      {kind === 'friction' ? (
        <>
          <path d={serrated(h)} fill={paint('warn')} />
          <SeverityMarks severity={card.severity} x={9} y={h / 2 - 18.5} />
        </>
      ) : (
        <KindSign kind={kind} x={9} y={top + CARD.padY - 1} />
      )}
      {kind === 'metric' && <path d={ruler(w, h)} stroke={paint('ink-soft')} strokeWidth={1.2} />}
      {kind === 'backstage' && <path d={valance(w)} fill={paint('ink-soft')} />}
    </g>
  );
}

function outline(kind: CardKind, w: number, h: number): string {
  const right = w - I;
  const bottom = h - I;
  switch (kind) {
    // A step of a process: it points to what comes next.
    case 'action':
      return `M${I} ${I}H${w - 13}L${right} ${h / 2}L${w - 13} ${bottom}H${I}L9 ${h / 2}z`;
    case 'need':
      return `M${I} ${I}H${w - 20}L${right} 20V${bottom}H${I}z`;
    // A badge, with the tab it hangs by.
    case 'employee':
      return `${rounded(I, 8, right, bottom, CARD.radius)}M10 8V${I + 3}a3 3 0 0 1 3 -3H61a3 3 0 0 1 3 3V8`;
    case 'metric':
      return `M${I} ${I}H${right}V${bottom}H${I}z`;
    case 'opportunity':
      return rounded(I, I, right, bottom, 17);
    // The sign stands in a knob at the left.
    case 'question':
      return `M20 ${I}H${right - 4}a4 4 0 0 1 4 4V${bottom - 4}a4 4 0 0 1 -4 4H20V35.2A14.4 14.4 0 1 1 20 6.8z`;
    case 'friction':
      // Its left edge is its spine: a straight one behind it would fill the teeth.
      return rounded(8, I, right, bottom, CARD.radius);
    default:
      return rounded(I, I, right, bottom, CARD.radius);
  }
}

function rounded(left: number, top: number, right: number, bottom: number, r: number): string {
  const arc = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`;
  return `M${left + r} ${top}H${right - r}${arc(r, r)}V${bottom - r}${arc(-r, r)}H${left + r}${arc(-r, -r)}V${top + r}${arc(r, -r)}z`;
}

/** The friction's spine: straight where it meets the text, saw-toothed outside. It chafes. */
function serrated(h: number): string {
  const teeth = Math.max(3, Math.round(h / 9));
  const step = h / teeth;
  const edge = Array.from({ length: teeth }, () => `l-5 ${-step / 2}l5 ${-step / 2}`).join('');
  return `M${CARD.spine + 4} 0V${h}H5${edge}z`;
}

/** The scale along a figure's foot. */
function ruler(w: number, h: number): string {
  const marks: string[] = [];
  for (let x = 8, n = 0; x < w - 4; x += 8, n += 1) marks.push(`M${x} ${h - I}v${n % 5 === 0 ? -7 : -4}`);
  return marks.join('');
}

/** The curtain that hides what is backstage. */
function valance(w: number): string {
  const folds = 12;
  const step = (w - 2 * I) / folds;
  const edge = Array.from({ length: folds }, () => `q${-step / 2} 7 ${-step} 0`).join('');
  return `M${I} ${I}H${w - I}V6${edge}z`;
}
