/** How one attack is made and what must come of it. Runs in a process of its own. */
export interface Case {
  name: string;
  /** The close codes that may end its sockets; 'open' where staying connected is right. */
  ends: readonly (number | 'open')[];
  run(at: Target): Promise<Ends>;
}

export interface Target {
  port: number;
  /** The Yjs client id of an honest person who is connected. */
  victim: number;
}

/** How often each end came about. */
export type Ends = Record<string, number>;

export class Tally {
  readonly ends: Ends = {};
  add(end: number | 'open', times = 1): void {
    this.ends[end] = (this.ends[end] ?? 0) + times;
  }
}
