import * as decoding from 'lib0/decoding';

/** Yjs' numbers of its types, as far as documents of ours are made of them. */
export const TYPE = { map: 1, text: 2, xmlElement: 3, xmlText: 6 } as const;
/** Y.XmlElement and Y.XmlHook, whose number is followed by a name. */
const NAMED: ReadonlySet<number> = new Set([TYPE.xmlElement, 5]);

/** What an update may be made of, by what kind of document it is for. */
export interface Grammar {
  roots: ReadonlySet<string>;
  /** Numbers of `TYPE`. */
  types: ReadonlySet<number>;
  /** Items of one update: more than anybody makes without a connection, or pastes at once. */
  mostItems: number;
}

export type Finding =
  /** It cannot be read, or refers to itself. */
  | { kind: 'malformed' }
  /** It can be read, and has things in it that no client of ours writes. */
  | { kind: 'strange' }
  /** It builds on something we have not got. */
  | { kind: 'gap' }
  /**
   * `clients`: whose items are in it; `writers`: those of them it brings new items of; `repeats`: it holds
   * some that we have; `between`: the ids of neighbours that its items name, in pairs of left and right.
   */
  | { kind: 'sound'; clients: number[]; writers: number[]; repeats: boolean; between: Pair[] };

/** A client and a clock for the left, and for the right. */
export type Pair = readonly [number, number, number, number];

/** Items of one update that may stand at the same place: Yjs compares each with all the others. */
const MOST_AT_ONE_PLACE = 2_000;
/** UTF-16 code units in one piece: far more than a card takes, so that pasting too much is told as that. */
const MOST_TEXT = 100_000;
/** Client ids one update may bring new items of: each is a session of somebody's. */
const MOST_WRITERS = 256;
/** Below this many items nobody counts them by place. */
const FEW = 256;
/** An id's clock; Yjs computes with it as a double, and nobody types that much. */
const MOST_CLOCK = 2 ** 40;

/** JSON of old, binary, embeds, formatting, subdocuments. */
const OTHER_CONTENT: ReadonlySet<number> = new Set([2, 3, 5, 6, 9]);
const CONTENT = { gc: 0, deleted: 1, string: 4, type: 7, any: 8, skip: 10 } as const;

/**
 * Reads an update (version 1, yjs `readClientsStructRefs` and `readDeleteSet`) to its end without building
 * anything or touching a document: Yjs itself makes room for as many items as twenty bytes may claim,
 * keeps what has a gap, and reads past a malformed item after it has integrated those before.
 * @param clockOf how many of a client's items the document has
 */
export function examine(update: Uint8Array, clockOf: (client: number) => number, grammar: Grammar): Finding {
  try {
    return new Examination(update, clockOf, grammar).run();
  } catch (cause) {
    return { kind: cause instanceof Strange ? 'strange' : 'malformed' };
  }
}

class Examination {
  readonly #in: decoding.Decoder;
  /** By client: the clock after its last item here. */
  readonly #ends = new Map<number, number>();
  /** By client: the highest clock something here refers to. */
  readonly #needs = new Map<number, number>();
  readonly #places = new Map<string, number>();
  readonly #between: Pair[] = [];
  #items = 0;
  #isStrange = false;
  #hasGap = false;

  constructor(
    update: Uint8Array,
    private readonly clockOf: (client: number) => number,
    private readonly grammar: Grammar,
  ) {
    this.#in = decoding.createDecoder(update);
  }

  run(): Finding {
    const writers: number[] = [];
    let repeats = false;
    for (let sections = this.#number(); sections > 0; sections -= 1) {
      const count = this.#number();
      const client = this.#number();
      const from = this.#number();
      if (this.#ends.has(client)) throw new Error('a client twice');
      const have = this.clockOf(client);
      let clock = from;
      for (let i = 0; i < count; i += 1) clock += this.#struct(client, clock);
      if (!(clock < MOST_CLOCK)) throw new Error('a clock nobody has');
      this.#ends.set(client, clock);
      if (from > have) this.#hasGap = true;
      if (from < have) repeats = true;
      if (clock > have) writers.push(client);
    }
    this.#deletes();
    if (this.#in.pos !== this.#in.arr.length) throw new Error('more than an update');
    if (this.#isStrange || writers.length > MOST_WRITERS) return { kind: 'strange' };
    for (const [client, clock] of this.#needs) {
      if (clock >= Math.max(this.clockOf(client), this.#ends.get(client) ?? 0)) this.#hasGap = true;
    }
    return this.#hasGap
      ? { kind: 'gap' }
      : { kind: 'sound', clients: [...this.#ends.keys()], writers, repeats, between: this.#between };
  }

  /** Reads one struct; returns its length in clocks. */
  #struct(client: number, clock: number): number {
    const info = this.#byte();
    const content = info & 31;
    if (content === CONTENT.gc) return this.#length();
    if (content === CONTENT.skip) {
      this.#hasGap = true;
      return this.#length();
    }
    const left = (info & 128) !== 0 ? this.#id(client, clock) : null;
    const right = (info & 64) !== 0 ? this.#id(client, clock) : null;
    if (left && right) this.#between.push([...left, ...right]);
    let parent = '';
    if (!left && !right) {
      parent = this.#number() === 1 ? this.#root() : this.#id(client, clock).join(':');
      if ((info & 32) !== 0) parent += `/${this.#text()}`;
    }
    this.#items += 1;
    if (this.#items > this.grammar.mostItems) throw new Strange();
    if (this.#items > FEW) this.#place(left?.join(':') ?? (parent || (right?.join(':') ?? '')));
    return this.#content(content);
  }

  #content(content: number): number {
    if (content === CONTENT.deleted) return this.#length();
    if (content === CONTENT.string) {
      const { length } = this.#text();
      if (length > MOST_TEXT) throw new Strange();
      return length;
    }
    if (content === CONTENT.type) {
      const type = this.#number();
      if (!this.grammar.types.has(type)) throw new Strange();
      if (NAMED.has(type)) this.#text();
      return 1;
    }
    if (content === CONTENT.any) {
      const count = this.#number();
      for (let i = 0; i < count; i += 1) {
        decoding.readAny(this.#in);
        this.#within();
      }
      return count;
    }
    if (OTHER_CONTENT.has(content)) throw new Strange();
    throw new Error('no content of Yjs');
  }

  #deletes(): void {
    for (let clients = this.#number(); clients > 0; clients -= 1) {
      const client = this.#number();
      for (let ranges = this.#number(); ranges > 0; ranges -= 1) {
        const from = this.#number();
        this.#need(client, from + this.#length() - 1);
      }
    }
  }

  /** An id that something of `owner` at `clock` refers to. */
  #id(owner: number, clock: number): [number, number] {
    const client = this.#number();
    const at = this.#number();
    if (client === owner && at >= clock) throw new Error('it refers to itself');
    this.#need(client, at);
    return [client, at];
  }

  #need(client: number, clock: number): void {
    if (!(clock < MOST_CLOCK)) throw new Error('a clock nobody has');
    if (clock > (this.#needs.get(client) ?? -1)) this.#needs.set(client, clock);
  }

  #root(): string {
    const name = this.#text();
    if (!this.grammar.roots.has(name)) this.#isStrange = true;
    return name;
  }

  #place(key: string): void {
    const count = (this.#places.get(key) ?? 0) + 1;
    if (count > MOST_AT_ONE_PLACE) throw new Strange();
    this.#places.set(key, count);
  }

  #length(): number {
    const length = this.#number();
    if (length < 1) throw new Error('nothing');
    return length;
  }

  #number(): number {
    return decoding.readVarUint(this.#in);
  }

  #byte(): number {
    const byte = decoding.readUint8(this.#in);
    this.#within();
    return byte;
  }

  #text(): string {
    const text = decoding.readVarString(this.#in);
    this.#within();
    return text;
  }

  /** lib0 does not stop everywhere at the end of a view into a larger buffer. */
  #within(): void {
    if (this.#in.pos > this.#in.arr.length) throw new Error('it ends too soon');
  }
}

/** What comes after is not worth reading: the update is refused whatever it is. */
class Strange extends Error {}
