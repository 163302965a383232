import type { Editor } from 'tldraw';
import type { Board } from '../board.ts';
import { frameOf } from '../canvas/frame.ts';
import { colourOf } from '../members.ts';
import { react } from '../signals.ts';
import { companyOf } from './company.ts';
import { Pointer } from './pointer.ts';

/** With more pointers in sight than these only those that move say their names. */
const CROWD = 12;

/**
 * Draws the others' pointers and lasers into `layer`, which lies over the canvas. Elements are made when
 * somebody comes; a movement sets a transform, and neither React nor any card hears of it. What is out of
 * sight is not drawn.
 */
export function drawPointers(board: Board, editor: Editor, layer: HTMLElement): () => void {
  const company = companyOf(board);
  const frame = frameOf(board);
  const pointers = new Map<number, Pointer>();
  let running = 0;

  const place = (now: number): boolean => {
    const camera = editor.getCamera();
    const { w, h } = editor.getViewportScreenBounds();
    const map = frame.get();
    let moving = false;
    let inSight = 0;
    for (const pointer of pointers.values()) {
      if (pointer.place(now, map, camera, { w, h })) moving = true;
      if (pointer.inSight) inSight += 1;
    }
    const crowded = String(inSight > CROWD);
    if (layer.dataset.crowded !== crowded) layer.dataset.crowded = crowded;
    return moving;
  };
  const run = () => {
    running = place(performance.now()) ? requestAnimationFrame(run) : 0;
  };
  const wake = () => {
    running ||= requestAnimationFrame(run);
  };

  const stops = [
    company.onHands((changed) => {
      const now = performance.now();
      for (const client of changed) {
        const hand = company.hands.get(client);
        if (hand) pointers.get(client)?.take(hand, now, frame.get());
      }
      wake();
    }),
    react('whose pointers', () => {
      const here = new Set<number>();
      for (const { clientId, user, activity } of board.$others.get()) {
        if (user.id === board.options.userId) continue;
        here.add(clientId);
        let pointer = pointers.get(clientId);
        if (!pointer) {
          pointer = new Pointer(layer, user.name);
          pointers.set(clientId, pointer);
          const hand = company.hands.get(clientId);
          if (hand) pointer.take(hand, performance.now(), frame.get());
        }
        // Known a moment after they came.
        pointer.be(activity, colourOf(user.id));
      }
      for (const [client, pointer] of pointers) {
        if (here.has(client)) continue;
        pointer.remove();
        pointers.delete(client);
      }
      wake();
    }),
    // At once, in the same frame as the canvas: a frame later they would swim.
    react('pointers lie on the map', () => {
      editor.getCamera();
      editor.getViewportScreenBounds();
      frame.get();
      place(performance.now());
    }),
  ];
  return () => {
    cancelAnimationFrame(running);
    for (const stop of stops) stop();
    for (const pointer of pointers.values()) pointer.remove();
  };
}
