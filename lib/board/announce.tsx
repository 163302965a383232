import { useEffect } from 'react';
import type { Board } from './board.ts';
import { type Atom, atom, useValue } from './signals.ts';
import { useMapText } from './ui/text.ts';

type Text = ReturnType<typeof useMapText>;

const texts = new WeakMap<Board, Text>();

/** The map's sentences where no component asks: tldraw wants a card's description at any time. */
export const textsOf = (board: Board): Text | undefined => texts.get(board);

const said = new WeakMap<Board, Atom<(t: Text) => string>>();

function saidOn(board: Board): Atom<(t: Text) => string> {
  let atomOf = said.get(board);
  if (!atomOf) {
    atomOf = atom<(t: Text) => string>('said', () => '');
    said.set(board, atomOf);
  }
  return atomOf;
}

/** Says what a key has done, to whoever does not see it. */
export function announce(board: Board, sentence: (t: Text) => string): void {
  saidOn(board).set(sentence);
}

/** Where what is announced is read from; one on the page. */
export function Announcer({ board }: { board: Board }) {
  const t = useMapText();
  useEffect(() => {
    texts.set(board, t);
  }, [board, t]);
  const sentence = useValue(saidOn(board));
  return (
    <p role="status" className="visually-hidden">
      {sentence(t)}
    </p>
  );
}
