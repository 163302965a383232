import type { LaneKind, Mark, Part } from '../model.ts';
import type { PersonaSign } from '../personas.ts';

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** How a card is drawn: speech bubble, friction with a spine, round emotion token, or a plain card. */
export type CardShape = 'bubble' | 'friction' | 'token' | 'plain';

export interface CardBox extends Box {
  shape: CardShape;
  /** The text as it is drawn, one element per line; empty for tokens. */
  lines: string[];
  fontSize: number;
  lineHeight: number;
  /** Top-left corner of the first line's box, from the card's own top-left corner. */
  textX: number;
  textY: number;
  /** Top of the speaker's or source's line from the card's top; null when the card has none. */
  metaY: number | null;
  /** True when the text is longer than `TEXT.mostLines` and ends in an ellipsis. */
  clipped: boolean;
}

export interface PhaseBox {
  id: string;
  part: Part;
  x: number;
  w: number;
  lines: string[];
  /** A long name over a narrow phase is set smaller, then on two lines, before it is cut. */
  fontSize: number;
  lineHeight: number;
}
export interface ColumnBox {
  touchpointId: string;
  phaseId: string;
  x: number;
  w: number;
  lines: string[];
  /** How the group has marked it; null where the mark follows from the emotions. */
  mark: Mark | null;
  /** Who comes here among the personas, as many as there is room for; empty: everybody. */
  signs: PersonaSign[];
  /** Personas beyond those shown. */
  moreSigns: number;
  /** Channel and owner, cut to the room beside the number; empty without either. */
  meta: string;
  /** Where mark and personas begin, and where `meta` does, from the column's own x. */
  signsX: number;
  metaX: number;
}
export interface RowBox {
  laneId: string;
  kind: LaneKind;
  y: number;
  h: number;
  lines: string[];
  /** Only in an emotion lane that is not folded: the nine levels' heights, from valence +2 down to −2. */
  levels: number[] | null;
  /** Folded to a strip of `LANE.foldedHeight`: its cards have no box, `cells` still lists them. */
  collapsed: boolean;
}

export interface CurvePoint {
  laneId: string;
  touchpointId: string;
  /** Whose curve the point is on; null: everybody's. */
  personaId: string | null;
  x: number;
  y: number;
  /** Mean valence of the touchpoint's emotion cards in this lane, −2…+2. */
  mean: number;
  n: number;
  /** The least and the greatest valence behind the mean. */
  low: number;
  high: number;
  /** A moment of truth: the mean furthest from 0 on its curve, at least 1 away. */
  star: boolean;
  cards: string[];
}

export interface MapLayout {
  /** Of the grid, without headers. */
  width: number;
  height: number;
  /** The header's corner and fixed measures; all of the map is from (header.x, header.y). */
  header: {
    x: number;
    y: number;
    laneWidth: number;
    partHeight: number;
    phaseHeight: number;
    touchpointHeight: number;
  };
  phases: PhaseBox[];
  columns: ColumnBox[];
  rows: RowBox[];
  cards: Map<string, CardBox>;
  /** Card ids of a cell in reading order; keyed by `cellKey`. */
  cells: Map<string, string[]>;
  /** Where a dragged card will land. */
  gap: Box | null;
  /**
   * Per emotion lane and touchpoint that has an emotion with a valence, in reading order: everybody's point,
   * then the personas'.
   */
  curve: CurvePoint[];
}

export interface Drag {
  /** Lifted out of the flow: they have no box while they are dragged. */
  cardIds: readonly string[];
  cell: { touchpointId: string; laneId: string } | null;
  /** Rank in the cell, dragged cards not counted. */
  index: number;
  /** Of the gap; default one short card. */
  height?: number;
  /** Over an emotion lane: the level the gap opens on, −2…+2. */
  valence?: number | null;
}

export interface LayoutOptions {
  drag?: Drag;
  /** Cards shown at full length however long they are, for instance while they are edited. */
  expanded?: readonly string[];
  /** Lanes folded to a strip: their cards have no box, only their number per cell is shown. */
  collapsed?: readonly string[];
}

export const cellKey = (touchpointId: string, laneId: string): string => `${touchpointId} ${laneId}`;
