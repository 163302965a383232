import type { Editor, TLRecord, TLShapeId } from 'tldraw';
import { z } from 'zod';
import { addCard } from '../../journey/commands/cards.ts';
import { cellAt } from '../../journey/layout/index.ts';
import { card, laneFor } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { isCard } from '../projection/cards.ts';
import { cardShapeId } from '../schema/ids.ts';

/** What travels with a copied card; the clipboard may bring it from anywhere, so it is checked. */
const copiedCard = card
  .pick({ kind: true, text: true, evidence: true, emoji: true, valence: true, severity: true, source: true })
  .extend({ workshopId: z.string() });
type CopiedCard = z.infer<typeof copiedCard>;

/**
 * What a copy becomes on the map of `workshopId`. On another map its finding is not known, so it loses the
 * source and the claim to have been observed. null when it is no card at all.
 */
export function adoptable(copied: unknown, workshopId: string): CopiedCard | null {
  const parsed = copiedCard.safeParse(copied);
  if (!parsed.success) return null;
  if (parsed.data.workshopId === workshopId) return parsed.data;
  const { evidence } = parsed.data;
  return { ...parsed.data, source: null, evidence: evidence === 'observed' ? 'assumed' : evidence };
}

/**
 * Duplicating, pasting and alt-dragging make shapes tldraw knows and the journey does not. Each becomes a
 * card in the cell where it was put (where it came from, when that is outside the grid).
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
    board.j.doc.transact(() => {
      for (const stray of strays) {
        const original = board.$journey.get().cards.find((c) => c.id === stray.meta.card);
        const { workshopId } = board.options;
        const copied = adoptable(stray.meta.copied ?? { ...original, workshopId }, workshopId);
        if (!copied) continue;
        const bounds = editor.getShapePageBounds(stray.id);
        const hit = bounds && cellAt(map, bounds.center.x, bounds.center.y);
        const cell = hit ?? original?.place ?? null;
        const lane = laneFor(board.$journey.get().lanes, copied.kind, cell?.laneId);
        made.push(
          addCard(board.j, {
            kind: copied.kind,
            text: copied.text,
            evidence: copied.evidence,
            emoji: copied.emoji,
            valence: hit?.valence ?? copied.valence,
            severity: copied.severity,
            source: copied.source,
            authorId: board.options.userId,
            cell: cell && lane ? { touchpointId: cell.touchpointId, laneId: lane.id } : null,
          }),
        );
      }
    }, board.j.origin);
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

/** Makes copying put each card's content beside its shape; see `CopiedCard`. */
export function copyContent(board: Board, editor: Editor): void {
  const original = editor.getContentFromCurrentPage.bind(editor);
  editor.getContentFromCurrentPage = (shapes) => {
    const content = original(shapes);
    for (const shape of content?.shapes ?? []) {
      const held = board.$journey.get().cards.find((c) => c.id === shape.meta.card);
      if (!held || (shape.type as string) !== 'card') continue;
      const { kind, text, evidence, emoji, valence, severity, source } = held;
      const copied: CopiedCard = {
        kind,
        text,
        evidence,
        emoji,
        valence,
        severity,
        source,
        workshopId: board.options.workshopId,
      };
      shape.meta = { ...shape.meta, copied: copied as never };
    }
    return content;
  };
}
