import {
  type Box,
  type Editor,
  InstancePresenceRecordType,
  react,
  type TLInstancePresence,
  type TLPageId,
} from 'tldraw';
import type { Awareness } from 'y-protocols/awareness';
import type { Drag } from '../../journey/layout/index.ts';
import type { Board } from '../board.ts';
import { colourOf } from '../members.ts';
import { PAGE_ID } from '../schema/ids.ts';
import { type Other, readOthers } from './presence.ts';

const EVERY_MS = 60;

/** Tells the others my cursor, selection and drag, and shows theirs on the canvas. */
export function sharePresence(board: Board, editor: Editor, awareness: Awareness): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    awareness.setLocalState({ ...awareness.getLocalState(), ...mine(board, editor) });
  };
  const stopTelling = react('presence', () => {
    mine(board, editor);
    timer ??= setTimeout(tell, EVERY_MS);
  });

  let shown = new Set<TLInstancePresence['id']>();
  const show = () => {
    const others = readOthers(awareness.getStates(), awareness.clientID);
    board.$others.set(others);
    const records = others.map(toRecord);
    const now = new Set(records.map((r) => r.id));
    const gone = [...shown].filter((id) => !now.has(id));
    shown = now;
    editor.store.mergeRemoteChanges(() => {
      editor.store.put(records);
      if (gone.length > 0) editor.store.remove(gone);
    });
  };
  // Once at the start: whoever was here before sends no change.
  show();
  awareness.on('change', show);
  board.onDetach(() => {
    stopTelling();
    clearTimeout(timer);
    awareness.off('change', show);
  });
}

function mine(board: Board, editor: Editor) {
  const { x, y } = editor.inputs.currentPagePoint;
  const dragging = board.$drag.get();
  const bounds = dragging && dragging.cardIds.length > 0 ? editor.getSelectionPageBounds() : null;
  return {
    // Touch has no cursor between two touches; a stale one would lie.
    cursor: editor.getInstanceState().isCoarsePointer ? null : { x: Math.round(x), y: Math.round(y) },
    selection: editor.getSelectedShapeIds().slice(0, 200),
    drag: bounds && dragging ? outlineOf(bounds, dragging) : null,
  };
}

function outlineOf({ x, y, w, h }: Box, { cardIds }: Drag) {
  const [card] = cardIds;
  return { x, y, w, h, card: cardIds.length === 1 && card ? card : null };
}

function toRecord(other: Other): TLInstancePresence {
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(String(other.clientId)),
    userId: `${other.user.id}:${other.clientId}`,
    userName: other.user.name,
    color: colourOf(other.user.id),
    currentPageId: PAGE_ID as TLPageId,
    cursor: other.cursor ? { ...other.cursor, type: 'default', rotation: 0 } : null,
    selectedShapeIds: other.selection as TLInstancePresence['selectedShapeIds'],
    lastActivityTimestamp: Date.now(),
  });
}
