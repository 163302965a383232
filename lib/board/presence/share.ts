import type { Editor } from 'tldraw';
import type { Board } from '../board.ts';
import { frameOf } from '../canvas/frame.ts';
import { computed, react } from '../signals.ts';
import { companyOf } from './company.ts';
import { LaserTeller } from './laser.ts';
import { MOST_SELECTED } from './presence.ts';
import { type Point, spotAt, spotOnScreen } from './spot.ts';
import { viewOf } from './view.ts';

/** How often a follower's view is told, ms: it moves because another's does, and nobody waits for it. */
const FOLLOWING_MS = 400;

/** Tells the others this person's pointer, selection, drag, laser and view on a canvas. */
export function shareHands(board: Board, editor: Editor): void {
  const company = companyOf(board);
  const frame = frameOf(board);
  const container = editor.getContainer();
  /** From the canvas' corner; null while the pointer is elsewhere, or a finger, which has none between touches. */
  let pointer: Point | null = null;
  const cursor = () => pointer && spotOnScreen(frame.get(), editor.getCamera(), pointer);
  const laser = new LaserTeller(board, editor);

  const onMove = (event: PointerEvent) => {
    const { x, y } = editor.getViewportScreenBounds();
    const at = { x: event.clientX - x, y: event.clientY - y };
    pointer = event.pointerType === 'touch' ? null : at;
    laser.move(at, (event.buttons & 1) === 1);
    company.tell({ cursor: cursor() });
  };
  const onLeave = () => {
    pointer = null;
    company.tell({ cursor: null });
  };
  const onUp = () => laser.end();
  container.addEventListener('pointermove', onMove, { passive: true });
  window.addEventListener('pointerup', onUp, { capture: true });
  container.addEventListener('pointerleave', onLeave);

  const drag = computed('drag told', () => {
    const dragged = board.$drag.get();
    const bounds = dragged && dragged.cardIds.length > 0 ? editor.getSelectionPageBounds() : null;
    if (!bounds || !dragged) return null;
    const { x, y, w, h } = bounds;
    const [card] = dragged.cardIds;
    const only = dragged.cardIds.length === 1 && card ? card : null;
    return { at: spotAt(frame.get(), { x, y }), w, h, card: only };
  });

  let later: ReturnType<typeof setTimeout> | undefined;
  const tellView = () => {
    clearTimeout(later);
    later = undefined;
    const { w, h } = editor.getViewportScreenBounds();
    if (w > 0 && h > 0) company.tell({ view: viewOf(frame.get(), editor.getCamera(), { w, h }) });
  };
  const stops = [
    react('view', () => {
      editor.getCamera();
      editor.getViewportScreenBounds();
      frame.get();
      if (company.$following.get()) later ??= setTimeout(tellView, FOLLOWING_MS);
      else {
        tellView();
        // What lies under a pointer at rest changes when the map moves under it.
        if (pointer) company.tell({ cursor: cursor() });
      }
    }),
    react('selection', () =>
      company.tell({ selection: editor.getSelectedShapeIds().slice(0, MOST_SELECTED) }),
    ),
    react('drag', () => company.tell({ drag: drag.get() })),
  ];
  board.onDetach(() => {
    clearTimeout(later);
    laser.stop();
    container.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp, { capture: true });
    container.removeEventListener('pointerleave', onLeave);
    for (const stop of stops) stop();
    company.tell({ cursor: null, view: null, drag: null, selection: [] });
  });
}
