import { TYPE } from '../tokens.ts';

/**
 * The map's fixed measures, CSS pixels at 100 % zoom. (0, 0) is the top-left corner of the first cell:
 * the header band lies above it (negative y), the lane names to its left (negative x), so that a sticky
 * header is a clamp and nothing else.
 */
export const HEADER = {
  /** Lane names, left of the grid. */
  laneWidth: 148,
  /** Where a lane's name begins; left of it is the sign that folds it. */
  laneNameX: 26,
  /** Before, during, after: the topmost strip. */
  partHeight: 26,
  phaseHeight: 34,
  /** A number above up to three lines of name. */
  touchpointHeight: 94,
  padX: 12,
  phaseSize: TYPE.title,
} as const;
export const HEADER_HEIGHT = HEADER.partHeight + HEADER.phaseHeight + HEADER.touchpointHeight;

export const COLUMN = {
  width: 248,
  /** Between a cell's edge and its cards. */
  padX: 10,
  padY: 12,
  /** Between two cards of a cell. */
  gap: 10,
  /** White between two phases. */
  phaseGap: 8,
} as const;
export const CARD_WIDTH = COLUMN.width - 2 * COLUMN.padX;

/** `foldedHeight` is that of a lane folded to a strip. */
export const LANE = { minHeight: 84, foldedHeight: 28 } as const;

export const TEXT = {
  fontSize: TYPE.body,
  lineHeight: 20,
  /** The speaker's or source's line under a text. */
  metaSize: TYPE.small,
  metaHeight: 18,
  /** More lines than these end in an ellipsis; the card's panel shows all. About 400 characters. */
  mostLines: 16,
} as const;

/** A quote: bubble, tail below it, then the speaker. */
export const BUBBLE = { padX: 14, padY: 11, tail: 9, radius: 14 } as const;
/** Every other text card. `spine` is the friction's toothed edge with its marks, `sign` the room of a kind's sign. */
export const CARD = { padX: 12, padY: 10, spine: 22, sign: 27, radius: 4, minHeight: 44 } as const;

/** The emotion lane: nine levels, +2 at the top to −2, each as high as its fullest cell needs. */
export const EMOTION = { padY: 14, level: 30, token: 28, tokenGap: 4, levels: 9 } as const;
export const TOKENS_PER_ROW = Math.floor(
  (CARD_WIDTH + EMOTION.tokenGap) / (EMOTION.token + EMOTION.tokenGap),
);
