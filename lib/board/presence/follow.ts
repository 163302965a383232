import type { Editor } from 'tldraw';
import type { Board } from '../board.ts';
import { frameOf } from '../canvas/frame.ts';
import { react } from '../signals.ts';
import { switchView } from '../views/address.ts';
import { companyOf } from './company.ts';
import { clientOf, leadsBack } from './roster.ts';
import type { Camera } from './spot.ts';
import { cameraFor, towards } from './view.ts';

/** Shows what another sees, until this person moves the view. Nobody follows whoever follows them. */
export function follow(board: Board, userId: string, summoned = false): void {
  const company = companyOf(board);
  const leader = clientOf(board.$others.get(), userId);
  if (!leader || !board.editor) return;
  const { name } = leader.user;
  // A call is stronger than a wish: whoever called does not follow any more, but may not have said so yet.
  if (!summoned && leadsBack(board.$others.get(), board.options.userId, userId)) {
    company.note('followsYou', name);
    return;
  }
  const { x, y, z } = board.editor.getCamera();
  company.$called.set(null);
  company.$following.set({ userId, name, summoned, back: { x, y, z } });
  company.tell({ follows: userId });
}

/** For whoever is not on the canvas: goes there, and to whoever called. */
export function answerCall(board: Board, userId: string): void {
  companyOf(board).$called.set(null);
  switchView('map');
  const stop = react('the canvas is there', () => {
    if (!board.$mounted.get()) return;
    // After the canvas has taken up its own view.
    queueMicrotask(() => {
      stop();
      follow(board, userId, true);
    });
  });
  board.onDestroy(stop);
}

/** @param back returns to where this person was when it began. */
export function stopFollowing(board: Board, back = false): void {
  const company = companyOf(board);
  const following = company.$following.get();
  if (!following) return;
  company.$following.set(null);
  company.tell({ follows: null });
  if (back) board.editor?.setCamera(following.back, { immediate: true });
}

/** Calls everybody to this person's view; only a facilitator's call is heard. */
export function summon(board: Board): void {
  stopFollowing(board);
  companyOf(board).tell({ summon: Date.now() });
}

/** Moves a canvas along with whoever is followed, and takes calls. */
export function steer(board: Board, editor: Editor): void {
  const company = companyOf(board);
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  /** Where following put the camera, and whether it is doing so now: any other move is this person's own. */
  let own: Camera | null = null;
  let steering = false;

  const tick = (elapsed: number) => {
    const following = company.$following.get();
    if (!following) return;
    const others = board.$others.get();
    const leader = clientOf(others, following.userId);
    if (!leader) {
      stopFollowing(board);
      company.note('left', following.name);
      return;
    }
    // Two who chose each other at the same moment: the same one of them gives way on both screens.
    if (leader.follows && board.options.userId < following.userId) {
      if (leadsBack(others, board.options.userId, following.userId)) return stopFollowing(board);
    }
    const view = company.hands.get(leader.clientId)?.view;
    if (!view) return;
    const goal = cameraFor(frameOf(board).get(), view, editor.getViewportScreenBounds());
    const now = editor.getCamera();
    const next = calm.matches ? goal : towards(now, goal, elapsed);
    if (isSame(now, next)) return;
    steering = true;
    editor.setCamera(next, { immediate: true });
    own = editor.getCamera();
    steering = false;
  };
  const stopTicking = react('following', () => {
    editor.off('tick', tick);
    if (!company.$following.get()) return;
    own = editor.getCamera();
    editor.on('tick', tick);
  });
  // At once: tldraw moves the camera in the very tick that would take it back.
  const stopWatching = react('own moves', () => {
    const camera = editor.getCamera();
    if (!steering && own && !isSame(camera, own)) stopFollowing(board);
  });

  const container = editor.getContainer();
  const onPointer = (event: PointerEvent) => {
    if ((event.target as Element).closest('.tl-canvas')) stopFollowing(board);
  };
  const onKey = (event: KeyboardEvent) => {
    const following = company.$following.get();
    if (event.key !== 'Escape' || !following || isBusy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stopFollowing(board, following.summoned);
  };
  container.addEventListener('pointerdown', onPointer, { capture: true });
  window.addEventListener('keydown', onKey, { capture: true });
  const stopListening = company.onCall(({ user: { id, name } }) => {
    // Nobody is torn away from a sentence.
    if (isBusy()) company.$called.set({ userId: id, name });
    else follow(board, id, true);
  });
  board.onDetach(() => {
    stopFollowing(board);
    stopTicking();
    stopWatching();
    stopListening();
    editor.off('tick', tick);
    container.removeEventListener('pointerdown', onPointer, { capture: true });
    window.removeEventListener('keydown', onKey, { capture: true });
  });
}

/** Typing, in a dialog or in a menu: the keys are theirs, and so is the view. */
function isBusy(): boolean {
  const at = document.activeElement;
  if (document.querySelector('dialog[open]')) return true;
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) ||
      at.closest('[role=menu]') !== null)
  );
}

const isSame = (a: Camera, b: Camera | null) => b !== null && a.x === b.x && a.y === b.y && a.z === b.z;
