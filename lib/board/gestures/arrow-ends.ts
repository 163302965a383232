import {
  type Editor,
  getArrowBindings,
  getArrowTerminalsInArrowSpace,
  type TLArrowShape,
  type TLShapeId,
} from 'tldraw';
import type { Board } from '../board.ts';
import { cardShapeId } from '../schema/ids.ts';

/**
 * An arrow as the document should hold it: each end where it is seen. tldraw leaves the ends of a bound
 * arrow where they were before they were bound (often a pixel apart), and the arrow collapses when what
 * it was bound to is gone.
 */
export function withSeenEnds(editor: Editor, arrow: TLArrowShape): TLArrowShape {
  const bindings = getArrowBindings(editor, arrow);
  if (!bindings.start && !bindings.end) return arrow;
  const { start, end } = getArrowTerminalsInArrowSpace(editor, arrow, bindings);
  const props = { ...arrow.props };
  if (bindings.start) props.start = { x: start.x, y: start.y };
  if (bindings.end) props.end = { x: end.x, y: end.y };
  return { ...arrow, props };
}

/** Writes where the canvas shows the ends of the arrows bound to these cards; see `keepArrowEnds`. */
export function writeSeenEnds(board: Board, editor: Editor, cardIds: Iterable<string>): void {
  const { j } = board;
  for (const cardId of cardIds) {
    for (const { fromId } of editor.getBindingsToShape(cardShapeId(cardId) as TLShapeId, 'arrow')) {
      const arrow = editor.getShape<TLArrowShape>(fromId);
      const entry = j.drawing.get(fromId);
      if (!arrow || !entry) continue;
      const { start, end } = withSeenEnds(editor, arrow).props;
      entry.set('props.start', start);
      entry.set('props.end', end);
    }
  }
}
