import type * as Y from 'yjs';
import type { Board } from '../board.ts';
import { colourOf } from '../members.ts';
import { indexOf } from './positions.ts';

/** Where somebody else types in a text. */
export interface Caret {
  clientId: number;
  name: string;
  colour: string;
  anchor: number;
  head: number;
}

/** The others' carets in a card's text as it reads now; read inside a signal it follows who is there. */
export function caretsIn(board: Board, cardId: string, text: Y.Text): Caret[] {
  return board.$others.get().flatMap(({ clientId, user, editing }) => {
    if (editing?.cardId !== cardId) return [];
    const head = indexOf(text, editing.head);
    if (head === null) return [];
    const anchor = indexOf(text, editing.anchor) ?? head;
    return [{ clientId, name: user.name, colour: colourOf(user.id), anchor, head }];
  });
}

/** A stretch of a text with who has selected it, and whose carets stand before it. */
export interface Stretch {
  text: string;
  selectedBy: Caret | null;
  carets: Caret[];
}

/** A text cut at carets and selections, in order; the last stretch may be empty and hold the carets at the end. */
export function stretches(text: string, carets: readonly Caret[]): Stretch[] {
  const cuts = new Set([0, text.length]);
  for (const { anchor, head } of carets) {
    cuts.add(anchor);
    cuts.add(head);
  }
  const at = [...cuts].sort((a, b) => a - b);
  return at.map((from, i) => {
    const to = at[i + 1] ?? from;
    return {
      text: text.slice(from, to),
      selectedBy:
        carets.find(
          (c) => Math.min(c.anchor, c.head) <= from && to <= Math.max(c.anchor, c.head) && to > from,
        ) ?? null,
      carets: carets.filter((c) => c.head === from),
    };
  });
}
