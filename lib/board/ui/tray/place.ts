import { addCard, moveCards, setCard } from '../../../journey/commands/cards.ts';
import { type CardKind, laneFor, naturalLane } from '../../../journey/model.ts';
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
  const result: Placed = { cards: [], noLane: [], gone: 0, taken: 0 };
  if (!board.options.canWrite) return result;
  const { lanes, cards } = board.$journey.get();
  const findings = board.$findings.get();
  const used = new Set(cards.map((c) => c.source?.findingId));
  const next = new Map<string, number>();
  const wished = lanes.find((l) => l.id === cell.laneId);
  const mixed = new Set(items.map(cardKindOf)).size > 1;
  board.step((j) =>
    j.doc.transact(() => {
      for (const item of items) {
        const kind = cardKindOf(item);
        const lane = laneFor(
          lanes,
          kind,
          mixed && naturalLane(kind) !== wished?.kind ? undefined : wished?.id,
        );
        if (item.type === 'finding' && used.has(item.id)) result.taken++;
        else if (item.type === 'finding' ? !findings.has(item.id) : !j.cards.has(item.id)) result.gone++;
        else if (!lane) result.noLane.push(kind);
        else {
          const here = lane.id === cell.laneId;
          const index = here ? rankOf(next, lane.id, cell.index) : undefined;
          const place = { touchpointId: cell.touchpointId, laneId: lane.id };
          // One height cannot be the feeling of several.
          const valence = here && items.length === 1 ? cell.valence : undefined;
          result.cards.push(put(board, item, kind, place, index, valence));
        }
      }
    }, j.origin),
  );
  show(
    board,
    result.cards.map((c) => c.cardId),
  );
  return result;
}

const cardKindOf = (item: Waiting): CardKind => (item.type === 'finding' ? kindOf(item.finding) : item.kind);

/** Several go into a cell one below the other. */
function rankOf(next: Map<string, number>, laneId: string, first: number | undefined): number | undefined {
  if (first === undefined || !Number.isFinite(first)) return undefined;
  const at = next.get(laneId) ?? first;
  next.set(laneId, at + 1);
  return at;
}

function put(
  { j, options }: Board,
  item: Waiting,
  kind: CardKind,
  place: { touchpointId: string; laneId: string },
  index: number | undefined,
  valence: number | undefined,
) {
  if (item.type === 'card') {
    moveCards(j, [item.id], place, index);
    if (kind === 'emotion' && valence !== undefined) setCard(j, item.id, { valence });
    return { cardId: item.id, findingId: null };
  }
  const { finding } = item;
  const made = cardOf(finding);
  const cardId = addCard(j, {
    ...made,
    valence: valence ?? made.valence ?? null,
    cell: place,
    index,
    authorId: options.userId,
  });
  return { cardId, findingId: finding.id };
}

/** What was placed is selected, and the first of it in sight. */
function show(board: Board, cardIds: readonly string[]): void {
  const [first] = cardIds;
  if (!first) return;
  reveal(board, first);
  const { editor } = board;
  if (!editor || cardIds.length < 2) return;
  const shapes = cardIds.map(cardShapeId) as ReturnType<typeof editor.getSelectedShapeIds>;
  editor.select(...shapes.filter((id) => editor.getShape(id)));
}
