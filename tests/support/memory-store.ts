import type { DocumentStore, Fresh, StoredUpdate, Version } from '../../server/sync/store.ts';

type Row = StoredUpdate & { document: string; epoch: number };

/** A document store in memory whose writes and reads can be held back, or made to fail, by hand. */
export class MemoryStore implements DocumentStore {
  readonly states = new Map<string, Uint8Array>();
  readonly versions = new Map<string, Version & { genesis: number | null }>();
  readonly rows: Row[] = [];
  readonly pasts = new Map<string, { state: Uint8Array; retiredAt: Date }>();
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
    const version = this.#versionOf(document);
    const rows = this.rows.filter((row) => row.document === document);
    const tail = rows.filter((row) => row.epoch === version.epoch).map(({ seq, bytes }) => ({ seq, bytes }));
    const stale = rows
      .filter((row) => row.epoch !== version.epoch)
      .map(({ seq, epoch, bytes }) => ({ seq, epoch, bytes }));
    return { ...version, state, tail, stale };
  }

  async append(rows: readonly { document: string; epoch: number; bytes: Uint8Array }[]) {
    this.appends += 1;
    const generation = this.#generation;
    await this.#gates.append?.opened;
    if (generation !== this.#generation) return new Promise<number[]>(() => {});
    if (this.failing) throw this.failing;
    return rows.map(({ document, epoch, bytes }) => {
      this.#seq += 1;
      this.rows.push({ document, epoch, bytes: bytes.slice(), seq: this.#seq });
      return this.#seq;
    });
  }

  async compact(document: string, at: Version, state: Uint8Array, covered: readonly number[]) {
    this.folding += 1;
    await this.#gates.compact?.opened;
    if (this.failing) throw this.failing;
    if (!this.#isAt(document, at)) return null;
    this.states.set(document, state);
    const generation = at.generation + 1;
    this.versions.set(document, { ...this.#versionOf(document), generation });
    this.#remove(document, covered);
    return generation;
  }

  async since(document: string, at: Version, seen: Iterable<number>) {
    if (this.failing) throw this.failing;
    const state = this.states.get(document);
    if (!state) return null;
    const { epoch, generation } = this.#versionOf(document);
    const known = new Set(seen);
    const rows = this.rows
      .filter((row) => row.document === document && row.epoch === epoch && !known.has(row.seq))
      .map(({ seq, bytes }) => ({ seq, bytes }));
    return { epoch, generation, state: this.#isAt(document, at) ? null : state, rows };
  }

  async renew(document: string, at: Version, fresh: Fresh, covered: readonly number[]) {
    if (this.failing) throw this.failing;
    const known = new Set(covered);
    const unseen = this.rows.some(
      (row) => row.document === document && row.epoch === at.epoch && !known.has(row.seq),
    );
    if (!this.#isAt(document, at) || unseen) return false;
    this.pasts.set(`${document}/${at.epoch}`, { state: fresh.past, retiredAt: new Date() });
    this.states.set(document, fresh.state);
    this.versions.set(document, {
      epoch: at.epoch + 1,
      generation: at.generation + 1,
      genesis: fresh.genesis,
    });
    this.#remove(document, covered);
    return true;
  }

  async past(document: string, epoch: number) {
    return this.pasts.get(`${document}/${epoch}`)?.state ?? null;
  }

  async forgetPasts(document: string) {
    if (this.failing) throw this.failing;
    for (const key of this.pasts.keys()) if (key.startsWith(`${document}/`)) this.pasts.delete(key);
    const { epoch } = this.#versionOf(document);
    const late = this.rows.filter((row) => row.document === document && row.epoch < epoch);
    this.#remove(
      document,
      late.map((row) => row.seq),
    );
  }

  async remove(document: string) {
    if (this.failing) throw this.failing;
    await this.forgetPasts(document);
    this.states.delete(document);
    this.versions.delete(document);
    const rows = this.rows.filter((row) => row.document === document);
    this.#remove(
      document,
      rows.map((row) => row.seq),
    );
  }

  async forgetPast(before: Date) {
    const waiting = new Set(this.rows.map((row) => `${row.document}/${row.epoch}`));
    for (const [key, { retiredAt }] of this.pasts) {
      if (retiredAt < before && !waiting.has(key)) this.pasts.delete(key);
    }
  }

  #versionOf(document: string): Version & { genesis: number | null } {
    return this.versions.get(document) ?? { epoch: 1, generation: 0, genesis: null };
  }

  #isAt(document: string, at: Version): boolean {
    const { epoch, generation } = this.#versionOf(document);
    return this.states.has(document) && epoch === at.epoch && generation === at.generation;
  }

  #remove(document: string, seqs: readonly number[]): void {
    const gone = new Set(seqs);
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
