import type { Board } from '../board.ts';

/** Something that can be done by its name, in the palette that Ctrl/Cmd+K opens. */
export interface Command {
  id: string;
  /** As it reads, in the reader's language. */
  label: string;
  /** The key that does the same, or what is at stake. */
  hint?: string;
  /** Other words it is found by. */
  words?: string;
  /** Not offered before something is typed: one of many of its kind. */
  quiet?: boolean;
  run: () => void;
}

/** Asked each time the palette is opened; gives only what can be done now. */
export type CommandSource = () => readonly Command[];

const sources = new WeakMap<Board, Set<CommandSource>>();

/**
 * Adds commands to a board's palette, for instance in an effect of the component that does them.
 * @returns a function that takes them out again.
 */
export function offerCommands(board: Board, source: CommandSource): () => void {
  let held = sources.get(board);
  if (!held) {
    held = new Set();
    sources.set(board, held);
  }
  held.add(source);
  return () => held.delete(source);
}

/** Everything that can be done on a board now, in the order it was offered. */
export function commandsOf(board: Board): Command[] {
  return [...(sources.get(board) ?? [])].flatMap((source) => source());
}
