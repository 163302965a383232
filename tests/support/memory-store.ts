import type { DocumentStore, StoredUpdate } from '../../server/sync/store.ts';

/** A document store in memory whose writes and reads can be held back, or made to fail, by hand. */
export class MemoryStore implements DocumentStore {
  readonly states = new Map<string, Uint8Array>();
  readonly rows: (StoredUpdate & { document: string })[] = [];
  loads = 0;
  appends = 0;
  /** Compactions under way or done. */
  folding = 0;
  /** Set to make every call reject. */
  failing: Error | null = null;
  #seq = 0;
  #generation = 0;
  #gates = { load: null as Gate | null, append: null as Gate | null, compact: null as Gate | null };

  /** Holds back calls until the returned function is called. */
  hold(what: 'load' | 'append' | 'compact'): () => void {
    const gate = new Gate();
    this.#gates[what] = gate;
    return () => {
      if (this.#gates[what] === gate) this.#gates[what] = null;
      gate.open();
    };
  }

  /** Writes held back are never made: the process that asked for them died. */
  forgetPending(): void {
    this.#generation += 1;
    this.#gates.append?.open();
    this.#gates.append = null;
  }

  async load(document: string) {
    this.loads += 1;
    await this.#gates.load?.opened;
    if (this.failing) throw this.failing;
    const state = this.states.get(document);
    if (!state) return null;
    const tail = this.rows
      .filter((row) => row.document === document)
      .map(({ seq, bytes }) => ({ seq, bytes }));
    return { state, tail };
  }

  async append(rows: readonly { document: string; bytes: Uint8Array }[]) {
    this.appends += 1;
    const generation = this.#generation;
    await this.#gates.append?.opened;
    if (generation !== this.#generation) return new Promise<number[]>(() => {});
    if (this.failing) throw this.failing;
    return rows.map(({ document, bytes }) => {
      this.#seq += 1;
      this.rows.push({ document, bytes: bytes.slice(), seq: this.#seq });
      return this.#seq;
    });
  }

  async compact(document: string, state: Uint8Array, covered: readonly number[]) {
    this.folding += 1;
    await this.#gates.compact?.opened;
    if (this.failing) throw this.failing;
    if (!this.states.has(document)) return;
    this.states.set(document, state);
    const gone = new Set(covered);
    const kept = this.rows.filter((row) => row.document !== document || !gone.has(row.seq));
    this.rows.splice(0, this.rows.length, ...kept);
  }
}

class Gate {
  open!: () => void;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}
