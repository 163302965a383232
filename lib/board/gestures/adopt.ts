import type { Editor, TLRecord, TLShapeId } from 'tldraw';
import { addCards } from '../../journey/commands/cards.ts';
import { cellAt } from '../../journey/layout/index.ts';
import { laneFor } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { isCard } from '../projection/cards.ts';
import { cardShapeId } from '../schema/ids.ts';

/**
 * Duplicating and alt-dragging make shapes tldraw knows and the journey does not. Each becomes a card in the
 * cell where it was put (where it came from, when that is outside the grid). What is pasted goes another way:
 * see clipboard/.
 */
export function adoptStrays(board: Board, editor: Editor, ids: readonly TLShapeId[]): void {
  const strays = ids.flatMap((id) => {
    const shape = editor.getShape(id);
    return shape && isCard(shape as TLRecord) ? [shape] : [];
  });
  if (strays.length === 0) return;
  board.flush();
  const map = board.$layout.get();
  const made: string[] = [];
  if (board.options.canWrite) {
    const { lanes } = board.$journey.get();
    const copies = strays.flatMap((stray) => {
      const original = board.cardState(String(stray.meta.card))?.card;
      if (!original) return [];
      const bounds = editor.getShapePageBounds(stray.id);
      const hit = bounds && cellAt(map, bounds.center.x, bounds.center.y);
      const cell = hit ?? original.place;
      const lane = laneFor(lanes, original.kind, cell?.laneId);
      const { kind, text, evidence, emoji, severity, source, personaId } = original;
      const said = { kind, text, evidence, emoji, severity, source, personaId };
      const valence = hit?.valence ?? original.valence;
      const place = cell && lane ? { touchpointId: cell.touchpointId, laneId: lane.id } : null;
      return [{ ...said, valence, authorId: board.options.userId, cell: place }];
    });
    made.push(...addCards(board.j, copies));
  }
  const selected = new Set<string>(editor.getSelectedShapeIds());
  const wasSelected = strays.some((s) => selected.has(s.id));
  editor.store.mergeRemoteChanges(() => editor.store.remove(strays.map((s) => s.id)));
  board.project();
  if (wasSelected) {
    const shown = made.map((id) => cardShapeId(id) as TLShapeId).filter((id) => editor.getShape(id));
    const drawings = [...selected].filter((id) => editor.getShape(id as TLShapeId)) as TLShapeId[];
    editor.setSelectedShapes([...drawings, ...shown]);
  }
}
