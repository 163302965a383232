/** How one attack is made and what must come of it. Runs in a process of its own. */
export interface Case {
  name: string;
  /** What may come of its sockets: close codes, 'open' where staying connected is right, 'taken' with a receipt. */
  ends: readonly End[];
  /** The text of a card that everybody must have in the end: its author meant no harm. */
  leaves?: string;
  run(at: Target): Promise<Ends>;
}

export interface Target {
  port: number;
  /** The Yjs client id of an honest person who is connected. */
  victim: number;
}

export type End = number | 'open' | 'taken';

/** How often each end came about. */
export type Ends = Record<string, number>;

export class Tally {
  readonly ends: Ends = {};
  add(end: End, times = 1): void {
    this.ends[end] = (this.ends[end] ?? 0) + times;
  }
}
