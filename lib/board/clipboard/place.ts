import type { TLShapeId } from 'tldraw';
import { addCards, type NewCard } from '../../journey/commands/cards.ts';
import { type CardKind, laneFor } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { bringIntoView, type Cell } from '../commands.ts';
import { cardShapeId } from '../schema/ids.ts';
import { adoptable, type OwnContent } from './own.ts';
import type { Pasted } from './rows.ts';

/**
 * Copied cards as new ones. Laid on a cell, they keep their order and how many touchpoints they lay apart;
 * cards of one lane go into that cell's lane, those of several keep theirs. Without a cell each goes back to
 * where it was copied, as far as this map knows the place, and else to the tray.
 */
export function newOwnCards(board: Board, content: OwnContent, at: Cell | null): NewCard[] {
  const { workshopId, userId } = board.options;
  const { touchpoints, lanes, personas } = board.$journey.get();
  const cards = content.cards.map((c) => adoptable(c, content.workshopId, workshopId));
  const columnOf = (id: string | undefined) => touchpoints.findIndex((t) => t.id === id);
  // Of the copied ones, not the adoptable: what lay in one lane of another map goes into one lane here.
  const oneLane = new Set(content.cards.map((c) => c.place?.laneId)).size <= 1;
  const columns = cards.map((c) => columnOf(c.place?.touchpointId)).filter((column) => column >= 0);
  const shift = at ? columnOf(at.touchpointId) - Math.min(...columns) : 0;

  return cards.map(({ place, personaId, ...card }) => {
    const column = columnOf(place?.touchpointId);
    const touchpointId = at
      ? column < 0
        ? at.touchpointId
        : touchpoints[Math.max(0, Math.min(column + shift, touchpoints.length - 1))]?.id
      : touchpoints[column]?.id;
    const wished = at && oneLane ? at.laneId : place?.laneId;
    const lane = touchpointId === undefined ? undefined : laneFor(lanes, card.kind, wished);
    const here = touchpointId === at?.touchpointId && lane?.id === at?.laneId;
    return {
      ...card,
      authorId: userId,
      personaId: personas.some((p) => p.id === personaId) ? personaId : null,
      cell: touchpointId !== undefined && lane ? { touchpointId, laneId: lane.id } : null,
      ...(here && Number.isFinite(at?.index) ? { index: at?.index } : {}),
    };
  });
}

/** What was decided for cards whose rows do not say it themselves. */
export interface PasteChoice {
  kind: CardKind;
  /** null: the tray. */
  cell: Cell | null;
}

/**
 * Rows, notes or lines as new cards; a touchpoint or lane they name is theirs when the map has it. What says
 * itself of which kind it is goes into that kind's own lane, whatever lane was pointed at.
 */
export function newCards(board: Board, pasted: readonly Pasted[], choice: PasteChoice): NewCard[] {
  const { touchpoints, lanes } = board.$journey.get();
  const named = (list: readonly { id: string; name: string }[], name: string | null) =>
    name === null ? undefined : list.find((entry) => same(entry.name, name))?.id;
  return pasted.map((row) => {
    const kind = row.kind ?? choice.kind;
    const touchpointId = named(touchpoints, row.touchpoint) ?? choice.cell?.touchpointId;
    const pointedAt = kind === choice.kind ? choice.cell?.laneId : undefined;
    const lane = laneFor(lanes, kind, named(lanes, row.lane) ?? pointedAt);
    const cell = touchpointId !== undefined && lane ? { touchpointId, laneId: lane.id } : null;
    const here = cell?.touchpointId === choice.cell?.touchpointId && cell?.laneId === choice.cell?.laneId;
    return {
      kind,
      text: row.text,
      authorId: board.options.userId,
      cell,
      ...(here && Number.isFinite(choice.cell?.index) ? { index: choice.cell?.index } : {}),
      ...(kind === 'emotion' ? { valence: row.valence } : {}),
      ...(kind === 'friction' ? { severity: row.severity } : {}),
    };
  });
}

const same = (a: string, b: string): boolean => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/**
 * Adds them as one undo step, with what else belongs to it, and shows them selected.
 * @returns how many there are, and how many of them lie on the tray.
 */
export function addPasted(board: Board, cards: readonly NewCard[], besides: () => TLShapeId[] = () => []) {
  if (!board.options.canWrite) return { added: 0, onTray: 0 };
  let drawn: TLShapeId[] = [];
  const ids = board.step((j) => {
    const made = addCards(j, cards);
    drawn = besides();
    board.flush();
    return made;
  });
  board.project();
  const { editor } = board;
  const shown = [...ids.map((id) => cardShapeId(id) as TLShapeId), ...drawn].filter((id) =>
    editor?.getShape(id),
  );
  if (editor && shown.length > 0) {
    editor.setCurrentTool('select');
    editor.setSelectedShapes(shown);
    const bounds = editor.getSelectionPageBounds();
    if (bounds) bringIntoView(editor, bounds);
  }
  return { added: ids.length, onTray: cards.filter((c) => c.cell === null).length };
}
