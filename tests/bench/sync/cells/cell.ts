import type { Peer } from '../peers.ts';

/** What a cell measured, by the name of the column. */
export type Figures = Record<string, number>;

export interface Options {
  /** How long each is measured, s. */
  seconds: number;
  quick: boolean;
  /** A folder for CPU profiles of the servers while they are measured. */
  profile: string | undefined;
}

/** One row of a table for each peer: a load, put on a fresh server. */
export interface Cell {
  name: string;
  peers: readonly Peer[];
  run(peer: Peer, options: Options): Promise<Figures>;
  /** When to give a server up that does not get through, s; default 120. */
  patience?: number;
  /** Most rounds it is worth (it is long, or exact). */
  rounds?: number;
}

/** The cells of one table and its columns: key → heading. */
export interface Group {
  name: string;
  title: string;
  columns: Record<string, string>;
  cells: readonly Cell[];
}
