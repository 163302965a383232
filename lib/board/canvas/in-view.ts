import type { Editor, TLRenderingShape, TLShape, TLShapeId } from 'tldraw';
import type { Box } from '../../journey/layout/index.ts';
import { keep } from '../../journey/layout/keep.ts';
import type { Board } from '../board.ts';
import { cardShapeId, isCardShapeId } from '../schema/ids.ts';
import { computed, type Signal } from '../signals.ts';
import { drawnSoFar } from './drawn-so-far.ts';

/** How far beyond the view cards are drawn, in screen pixels; the stretch moves by as much at a time. */
const STEP = 400;

export type Ids = ReadonlySet<TLShapeId>;

/**
 * Draws only the cards near the view. tldraw draws every shape there is and hides those out of sight: at
 * 2,000 cards that is most of a page's start, and a pass over all of them at every change. The shapes
 * themselves stay in its store, so that selecting, finding, arrows and export know all of them.
 *
 * Cards lie under everything drawn freely, all on one level; what is dragged lies over the others.
 */
export function drawInView(board: Board, editor: Editor): void {
  const $drawn = drawnSoFar(board, editor, cardsNear(board, editor));
  const $shapes = renderingShapes(board, editor, $drawn);
  const $culled = culledShapes(editor, $drawn);
  editor.getRenderingShapes = () => $shapes.get();
  // Its type says Set and nobody writes to it.
  editor.getCulledShapes = () => $culled.get() as Set<TLShapeId>;
}

export function sameIds(a: Ids, b: Ids): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}

/** The cards whose boxes lie in the view or not far from it, those in hand, and the one that is typed in. */
function cardsNear(board: Board, editor: Editor): Signal<Ids> {
  const $stretch = computed<Box>('stretch that is drawn', (before) => {
    const view = editor.getViewportPageBounds();
    const step = STEP / editor.getZoomLevel();
    const from = (n: number) => (Math.floor(n / step) - 1) * step;
    const to = (n: number) => (Math.ceil(n / step) + 1) * step;
    const [x, y] = [from(view.minX), from(view.minY)];
    const next = { x, y, w: to(view.maxX) - x, h: to(view.maxY) - y };
    return typeof before === 'object' && 'w' in before ? keep(before, next) : next;
  });
  const $boxes = computed('boxes of cards', () => board.$layout.get().cards);
  return computed<Ids>(
    'cards near the view',
    () => {
      const { x, y, w, h } = $stretch.get();
      const boxes = $boxes.get();
      const ids = new Set<TLShapeId>();
      for (const [cardId, box] of boxes) {
        const isNear = box.x < x + w && box.x + box.w > x && box.y < y + h && box.y + box.h > y;
        if (isNear) ids.add(cardShapeId(cardId) as TLShapeId);
      }
      for (const id of board.$drag.get()?.cardIds ?? []) ids.add(cardShapeId(id) as TLShapeId);
      const edited = editor.getEditingShapeId();
      if (edited && isCardShapeId(edited)) ids.add(edited);
      return ids;
    },
    { isEqual: sameIds },
  );
}

/** What stands in for tldraw's list of all shapes to be drawn. */
function renderingShapes(board: Board, editor: Editor, $drawn: Signal<Ids>): Signal<TLRenderingShape[]> {
  const $inHand = computed<Ids>(
    'cards in hand',
    () => new Set((board.$drag.get()?.cardIds ?? []).map((id) => cardShapeId(id) as TLShapeId)),
    { isEqual: sameIds },
  );
  const { maxShapesPerPage } = editor.options;
  const known = new Map<TLShapeId, TLRenderingShape>();

  /** The same object as long as it is drawn the same: React passes it over, wherever the card lies. */
  function cardOf(id: TLShapeId, level: number, opacity: number): TLRenderingShape {
    const held = known.get(id);
    const index = 2 * maxShapesPerPage - level;
    if (held?.index === index && held.opacity === opacity) return held;
    const shape = editor.store.unsafeGetWithoutCapture(id) as TLShape;
    const util = editor.getShapeUtil(shape);
    const made = { id, shape, util, index, backgroundIndex: maxShapesPerPage - level, opacity };
    known.set(id, made);
    return made;
  }

  return computed('rendering shapes', () => {
    const out = drawingsOf(editor);
    const [there, inHand] = [editor.getCurrentPageShapeIds(), $inHand.get()];
    const erased = new Set(editor.getErasingShapeIds());
    for (const id of $drawn.get()) {
      if (there.has(id)) out.push(cardOf(id, inHand.has(id) ? 1 : 2, erased.has(id) ? 0.32 : 1));
    }
    // By id: moving an element in the document would tear what is in it.
    return out.sort((a, b) => (a.id < b.id ? -1 : 1));
  });
}

/** Left out of tldraw's published types. */
interface Internal {
  getUnorderedRenderingShapes(useEditorState: boolean): TLRenderingShape[];
}

/** What tldraw would draw if there were no cards. */
function drawingsOf(editor: Editor): TLRenderingShape[] {
  const withoutCards: Internal = Object.create(editor, {
    getSortedChildIdsForParent: {
      value: (parent: TLShapeId) =>
        editor.getSortedChildIdsForParent(parent).filter((id) => !isCardShapeId(id)),
    },
  });
  return withoutCards.getUnorderedRenderingShapes(true);
}

/** What tldraw hides and does not look for under the pointer: cards that are not drawn, drawings out of sight. */
function culledShapes(editor: Editor, $drawn: Signal<Ids>): Signal<Ids> {
  const $drawings = computed<readonly TLShapeId[]>('ids of drawings', () =>
    [...editor.getCurrentPageShapeIds()].filter((id) => !isCardShapeId(id)),
  );
  const $outOfSight = computed<Ids>(
    'drawings out of sight',
    () => {
      const view = editor.getViewportPageBounds();
      const spared = new Set<TLShapeId | null>([...editor.getSelectedShapeIds(), editor.getEditingShapeId()]);
      return new Set(
        $drawings.get().filter((id) => {
          const bounds = editor.getShapePageBounds(id);
          return !spared.has(id) && !(bounds && view.includes(bounds));
        }),
      );
    },
    { isEqual: sameIds },
  );
  return computed<Ids>('culled shapes', () => {
    const drawn = $drawn.get();
    const culled = new Set($outOfSight.get());
    for (const id of editor.getCurrentPageShapeIds()) if (isCardShapeId(id) && !drawn.has(id)) culled.add(id);
    return culled;
  });
}
