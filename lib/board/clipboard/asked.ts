import { type Atom, atom } from 'tldraw';
import type { CardKind } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import type { Cell } from '../commands.ts';
import type { PasteChoice } from './place.ts';
import type { Pasted } from './rows.ts';

/** A question about cards that are about to be pasted; see paste-dialog.tsx. */
export interface PasteQuestion {
  from: 'table' | 'notes' | 'lines' | 'map';
  cards: Pasted[];
  /** The same words as one card, where that is thinkable. */
  whole: Pasted | null;
  /** What is chosen to begin with. */
  kind: CardKind;
  cell: Cell | null;
  paste(cards: readonly Pasted[], choice: PasteChoice): void;
}

const questions = new WeakMap<Board, Atom<PasteQuestion | null>>();

export function questionOf(board: Board): Atom<PasteQuestion | null> {
  let question = questions.get(board);
  if (!question) {
    question = atom<PasteQuestion | null>('paste question', null);
    questions.set(board, question);
  }
  return question;
}

export const ask = (board: Board, question: PasteQuestion): void => questionOf(board).set(question) as never;
