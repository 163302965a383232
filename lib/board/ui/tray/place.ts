import { addCards, moveCards, type NewCard, setCard } from '../../../journey/commands/cards.ts';
import { type CardKind, type Lane, laneFor, naturalLane } from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import { type Cell, reveal } from '../../commands.ts';
import { cardOf, kindOf } from '../../findings.ts';
import { cardShapeId } from '../../schema/ids.ts';
import type { Waiting } from './unplaced.ts';

/** What became of what was to be placed. */
export interface Placed {
  /** The cards that are on the map now. */
  cards: { cardId: string; findingId: string | null }[];
  /** The map has no lane for these kinds. */
  noLane: CardKind[];
  /** How many were taken out of their interview, or off the tray, meanwhile. */
  gone: number;
  /** How many somebody else placed meanwhile. */
  taken: number;
}

/**
 * Puts what waited in the tray under a touchpoint as one undo step. One, or several of one kind, go into the
 * lane wished for when that takes them; of a mixed lot each goes into the lane of its kind.
 */
export function placeWaiting(board: Board, items: readonly Waiting[], cell: Cell): Placed {
  return placeHeaps(board, [{ items, cell }]);
}

/** Puts what waited where its interview says it was said about, all as one undo step; others stay. */
export function placeWhereSaid(board: Board, items: readonly Waiting[]): Placed {
  const known = new Set(board.$journey.get().touchpoints.map(({ id }) => id));
  const heaps = new Map<string, { items: Waiting[]; cell: Cell }>();
  for (const item of items) {
    const touchpointId = item.finding?.touchpointId;
    if (!touchpointId || !known.has(touchpointId)) continue;
    const heap = heaps.get(touchpointId) ?? { items: [], cell: { touchpointId } };
    heaps.set(touchpointId, heap);
    heap.items.push(item);
  }
  return placeHeaps(board, [...heaps.values()]);
}

function placeHeaps(board: Board, heaps: readonly { items: readonly Waiting[]; cell: Cell }[]): Placed {
  const result: Placed = { cards: [], noLane: [], gone: 0, taken: 0 };
  if (!board.options.canWrite) return result;
  const sortedHeaps = heaps.map(({ items, cell }) => ({
    lots: sorted(board, items, cell, result),
    cell,
    alone: items.length === 1,
  }));
  board.step((j) =>
    j.doc.transact(() => {
      for (const { lots, cell, alone } of sortedHeaps)
        for (const lot of lots.values()) result.cards.push(...put(board, lot, cell, alone));
    }, j.origin),
  );
  show(
    board,
    result.cards.map((c) => c.cardId),
  );
  return result;
}

/** What goes into one lane, in the order of the tray: cards lifted off the map come first there. */
interface Lot {
  lane: Lane;
  lifted: string[];
  findings: Extract<Waiting, { type: 'finding' }>['finding'][];
}

/** By lane; what cannot be placed is counted in `result`. */
function sorted(board: Board, items: readonly Waiting[], cell: Cell, result: Placed): Map<string, Lot> {
  const { lanes, cards } = board.$journey.get();
  const known = board.$findings.get();
  const used = new Set(cards.map((c) => c.source?.findingId));
  const wished = lanes.find((l) => l.id === cell.laneId);
  const mixed = new Set(items.map(cardKindOf)).size > 1;
  const lots = new Map<string, Lot>();
  for (const item of items) {
    const kind = cardKindOf(item);
    const lane = laneFor(lanes, kind, mixed && naturalLane(kind) !== wished?.kind ? undefined : wished?.id);
    if (item.type === 'finding' && used.has(item.id)) result.taken++;
    else if (item.type === 'finding' ? !known.has(item.id) : !board.j.cards.has(item.id)) result.gone++;
    else if (!lane) result.noLane.push(kind);
    else {
      const lot = lots.get(lane.id) ?? { lane, lifted: [], findings: [] };
      lots.set(lane.id, lot);
      if (item.type === 'finding') lot.findings.push(item.finding);
      else lot.lifted.push(item.id);
    }
  }
  return lots;
}

const cardKindOf = (item: Waiting): CardKind => (item.type === 'finding' ? kindOf(item.finding) : item.kind);

function put(board: Board, { lane, lifted, findings }: Lot, cell: Cell, alone: boolean): Placed['cards'] {
  const { j, options } = board;
  const here = lane.id === cell.laneId;
  const place = { touchpointId: cell.touchpointId, laneId: lane.id };
  const first = here && Number.isFinite(cell.index) ? cell.index : undefined;
  // One height cannot be the feeling of several.
  const valence = here && alone ? cell.valence : undefined;
  moveCards(j, lifted, place, first);
  if (lane.kind === 'emotion' && valence !== undefined)
    for (const cardId of lifted) setCard(j, cardId, { valence });
  const inputs = findings.map((finding): NewCard => {
    const made = cardOf(finding);
    return {
      ...made,
      valence: valence ?? made.valence ?? null,
      cell: place,
      index: first === undefined ? undefined : first + lifted.length,
      authorId: options.userId,
    };
  });
  const made = addCards(j, inputs);
  return [
    ...lifted.map((cardId) => ({ cardId, findingId: null })),
    ...findings.map(({ id }, i) => ({ cardId: made[i] as string, findingId: id })),
  ];
}

/** As many as a canvas shows as selected without being slowed by it. */
const MOST_SELECTED = 100;

/** What was placed is selected, and the first of it in sight. */
function show(board: Board, cardIds: readonly string[]): void {
  const [first] = cardIds;
  if (!first) return;
  reveal(board, first);
  const { editor } = board;
  if (!editor || cardIds.length < 2 || cardIds.length > MOST_SELECTED) return;
  const shapes = cardIds.map(cardShapeId) as ReturnType<typeof editor.getSelectedShapeIds>;
  editor.select(...shapes.filter((id) => editor.getShape(id)));
}
