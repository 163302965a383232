import type { Card, CardKind, LaneKind } from '../model.ts';
import { BUBBLE, CARD, CARD_WIDTH, EMOTION, TEXT } from './geometry.ts';
import type { CardBox, CardShape } from './types.ts';
import { breakLines, clampLines } from './wrap.ts';

export type SizedCard = Omit<CardBox, 'x' | 'y'>;

export function shapeOf(card: Pick<Card, 'kind'>, laneKind: LaneKind): CardShape {
  if (laneKind === 'emotion') return 'token';
  if (card.kind === 'quote') return 'bubble';
  return card.kind === 'friction' ? 'friction' : 'plain';
}

/** What a kind's own figure takes inside its sheet beyond the padding, px: its sign, tab, point or ruler. */
interface Room {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
const NONE: Room = { left: 0, top: 0, right: 0, bottom: 0 };
const ROOM: Partial<Record<CardKind, Room>> = {
  friction: { ...NONE, left: CARD.spine },
  action: { ...NONE, left: 6, right: 12 },
  need: { ...NONE, left: CARD.sign },
  employee: { ...NONE, left: CARD.sign, top: 8 },
  metric: { ...NONE, left: CARD.sign, bottom: 6 },
  backstage: { ...NONE, left: CARD.sign, top: 9 },
  opportunity: { ...NONE, left: CARD.sign },
  question: { ...NONE, left: CARD.sign },
};
export const roomOf = (kind: CardKind): Room => ROOM[kind] ?? NONE;

/**
 * Whether a line under the text says whose words these are, or how sure they are: always where the customer
 * is said to have said or met something.
 */
const hasMeta = (card: Pick<Card, 'kind' | 'source' | 'personaId'>): boolean =>
  card.kind === 'quote' || card.kind === 'friction' || card.source !== null || card.personaId !== null;

/** How long a card's lines may be that begin at `textX`. */
export const lineWidth = (kind: CardKind, textX: number): number =>
  CARD_WIDTH - textX - (kind === 'quote' ? BUBBLE.padX : CARD.padX + roomOf(kind).right);

/** A card's size and text lines; a pure function of its kind, text, source, persona and lane kind. */
export function sizeCard(card: Card, laneKind: LaneKind, expanded = false): SizedCard {
  const shape = shapeOf(card, laneKind);
  if (shape === 'token') return TOKEN;
  const bubble = shape === 'bubble';
  const room = roomOf(card.kind);
  const textX = bubble ? BUBBLE.padX : CARD.padX + room.left;
  const textY = bubble ? BUBBLE.padY : CARD.padY + room.top;
  const width = lineWidth(card.kind, textX);
  const { lines, clipped } = linesOf(textOf(card), width, expanded);
  const textBottom = textY + lines.length * TEXT.lineHeight;
  const meta = hasMeta(card);
  const bubbleBottom = textBottom + BUBBLE.padY + BUBBLE.tail;
  const metaY = !meta ? null : bubble ? bubbleBottom : textBottom + 2;
  const bottom = bubble
    ? bubbleBottom + TEXT.metaHeight
    : textBottom + (meta ? TEXT.metaHeight + 2 : 0) + CARD.padY + room.bottom;
  const h = bubble ? bottom : Math.max(CARD.minHeight, bottom);
  return { shape, w: CARD_WIDTH, h, lines, clipped, textX, textY, metaY, ...FONT };
}

const FONT = { fontSize: TEXT.fontSize, lineHeight: TEXT.lineHeight } as const;
const TOKEN: SizedCard = {
  shape: 'token',
  w: EMOTION.token,
  h: EMOTION.token,
  lines: [],
  clipped: false,
  textX: 0,
  textY: 0,
  metaY: null,
  ...FONT,
};

/** An emotion outside the emotion lane keeps its face in its text. */
const textOf = (card: Card) =>
  card.kind === 'emotion' && card.emoji ? `${card.emoji} ${card.text}` : card.text;

interface Broken {
  all: string[];
  clamped: string[];
}
/** Line breaking is the only dear step, so it is remembered; the key holds everything it depends on. */
const memo = new Map<string, Broken>();
const MOST_REMEMBERED = 8_000;

function linesOf(text: string, width: number, expanded: boolean): { lines: string[]; clipped: boolean } {
  const key = `${width} ${text}`;
  let broken = memo.get(key);
  if (!broken) {
    const style = { width, fontSize: TEXT.fontSize };
    const all = breakLines(text, style);
    broken = { all, clamped: clampLines(all, TEXT.mostLines, style) };
    if (memo.size >= MOST_REMEMBERED) memo.clear();
    memo.set(key, broken);
  }
  const clipped = !expanded && broken.all.length > TEXT.mostLines;
  return { lines: expanded ? broken.all : broken.clamped, clipped };
}
