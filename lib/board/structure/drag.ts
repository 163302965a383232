import type { Editor } from 'tldraw';
import type { Board } from '../board.ts';
import { frameOf } from '../canvas/frame.ts';
import { type Atom, atom } from '../signals.ts';
import type { Target } from './actions.ts';
import { sayPlace } from './say-place.ts';
import { moveTo, nearestSpot, type Spot, spotsOf } from './spots.ts';

export interface Lifted extends Target {
  name: string;
}

/** Where the lifted name is (pixels of the window) and where it would land; null where it lies now. */
export interface Over {
  x: number;
  y: number;
  spot: Spot | null;
}

export interface HeaderDrag {
  readonly $lifted: Atom<Lifted | null>;
  readonly $over: Atom<Over | null>;
  /** Call on pointerdown; nothing happens before the pointer has moved (a finger: has rested). */
  press(target: Lifted, event: PointerEvent): void;
}

/** A mouse must move this far, so that nobody moves the structure by a click. */
const MOVED = 6;
/** A finger must rest this long: what it begins as a swipe is no drag. */
const RESTED_MS = 350;
/** This near to an edge the map runs, at most so many pixels a frame. */
const EDGE = 48;
const SPEED = 14;

/**
 * Reordering phases, touchpoints and lanes by dragging their names. Nothing is written before the drop,
 * which is one step; Escape or a second finger lets everything be.
 */
export function headerDrag(board: Board, editor: Editor): HeaderDrag {
  const $lifted = atom<Lifted | null>('lifted header', null);
  const $over = atom<Over | null>('header over', null);
  let end: () => void = () => {};

  function press(target: Lifted, down: PointerEvent) {
    if (down.button !== 0 || !down.isPrimary || !board.canStructure()) return;
    end();
    const touch = down.pointerType === 'touch';
    let at = { x: down.clientX, y: down.clientY };
    let frame = 0;
    const rested = touch ? setTimeout(lift, RESTED_MS) : undefined;

    function lift() {
      if (!board.canStructure()) return end();
      $lifted.set(target);
      hover();
      frame = requestAnimationFrame(run);
    }
    function hover() {
      const page = editor.screenToPage(at);
      const spots = spotsOf(frameOf(board).get(), target.collection);
      const spot = nearestSpot(spots, target.collection === 'lanes' ? page.y : page.x);
      const moves = spot !== null && moveTo(board.$journey.get(), target, spot) !== null;
      $over.set({ ...at, spot: moves ? spot : null });
    }
    /** Near the edge the map runs under the pointer. */
    function run() {
      const { minX, minY, maxX, maxY } = editor.getViewportScreenBounds();
      const across = target.collection !== 'lanes';
      const by = across ? pull(at.x, minX, maxX) : pull(at.y, minY, maxY);
      if (by !== 0) {
        const { x, y, z } = editor.getCamera();
        const camera = across ? { x: x + by / z, y, z } : { x, y: y + by / z, z };
        editor.setCamera(camera, { immediate: true });
        hover();
      }
      frame = requestAnimationFrame(run);
    }
    function move(event: PointerEvent) {
      if (event.pointerId !== down.pointerId) return;
      const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > MOVED;
      at = { x: event.clientX, y: event.clientY };
      if ($lifted.get()) {
        event.preventDefault();
        hover();
      } else if (far) {
        if (touch) end();
        else lift();
      }
    }
    function up(event: PointerEvent) {
      if (event.pointerId !== down.pointerId) return end();
      const spot = $lifted.get() && $over.get()?.spot;
      end();
      const command = spot && board.canStructure() && moveTo(board.$journey.get(), target, spot);
      if (!command) return;
      board.step(command);
      board.project();
      sayPlace(board, target);
    }
    function key(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !$lifted.get()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      end();
    }
    const stop = new AbortController();
    const options = { capture: true, signal: stop.signal };
    window.addEventListener('pointermove', move, { ...options, passive: false });
    window.addEventListener('pointerup', up, options);
    // A second finger is no drop.
    window.addEventListener('pointerdown', () => end(), options);
    window.addEventListener('pointercancel', () => end(), options);
    // The window's own: those of what loses the focus pass by here as well.
    window.addEventListener('blur', (event) => event.target === window && end(), options);
    window.addEventListener('keydown', key, options);
    end = () => {
      stop.abort();
      clearTimeout(rested);
      cancelAnimationFrame(frame);
      $lifted.set(null);
      $over.set(null);
      end = () => {};
    };
  }

  board.onDetach(() => end());
  return { $lifted, $over, press };
}

/** Pixels the map runs towards a pointer that is near one of its two edges. */
function pull(at: number, least: number, most: number): number {
  if (at < least + EDGE) return SPEED * Math.min(1, (least + EDGE - at) / EDGE);
  if (at > most - EDGE) return -SPEED * Math.min(1, (at - most + EDGE) / EDGE);
  return 0;
}
