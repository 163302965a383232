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

const SPINED: readonly CardKind[] = ['friction', 'need', 'employee', 'opportunity', 'question'];

/** Kinds that show what they are in a spine at the left: severity marks or a glyph. */
export const hasSpine = (kind: CardKind): boolean => SPINED.includes(kind);

/** A card's size and text lines; a pure function of its kind, text, source and lane kind. */
export function sizeCard(card: Card, laneKind: LaneKind, expanded = false): SizedCard {
  const shape = shapeOf(card, laneKind);
  if (shape === 'token') return TOKEN;
  const bubble = shape === 'bubble';
  const textX = bubble ? BUBBLE.padX : CARD.padX + (hasSpine(card.kind) ? CARD.spine : 0);
  const textY = bubble ? BUBBLE.padY : CARD.padY;
  const width = CARD_WIDTH - textX - (bubble ? BUBBLE.padX : CARD.padX);
  const { lines, clipped } = linesOf(textOf(card), width, expanded);
  const textBottom = textY + lines.length * TEXT.lineHeight;
  const meta = bubble || card.source !== null;
  const bubbleBottom = textBottom + BUBBLE.padY + BUBBLE.tail;
  const metaY = !meta ? null : bubble ? bubbleBottom : textBottom + 2;
  const bottom = bubble
    ? bubbleBottom + TEXT.metaHeight
    : textBottom + (meta ? TEXT.metaHeight + 2 : 0) + CARD.padY;
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
