import { encodeStateVector, type Transaction } from 'yjs';
import type { Collection, JourneyDoc } from '../../journey/document.ts';
import type { Erased } from '../../journey/erased.ts';
import { changesOf, type EntryChange, wordsOf } from '../../journey/judge/index.ts';

/** One's own edits not known to be durable. */
export interface OwnUnsaved {
  /** The state vector from before the first of them; null when there are none. */
  readonly known: Uint8Array | null;
  add(transaction: Transaction): void;
  clear(): void;
  /** What they hold in words as it reads here, with what the server sent back, each once. */
  words(fromServer: readonly string[]): string[];
}

/** Remembers which entries one's own unsaved edits touched, so that their words can be offered as a copy. */
export class Unsaved implements OwnUnsaved {
  known: Uint8Array | null = null;
  #entries = new Map<string, { collection: Collection; key: string }>();

  /** @param erased cards whose words are not to be given to anybody */
  constructor(
    private readonly journey: JourneyDoc,
    private readonly erased: Erased,
  ) {}

  add(transaction: Transaction): void {
    this.known ??= encodeStateVector(transaction.beforeState);
    for (const { collection, key } of changesOf(transaction, this.journey).entries) {
      this.#entries.set(`${collection}/${key}`, { collection, key });
    }
  }

  clear(): void {
    this.#entries.clear();
    this.known = null;
  }

  words(fromServer: readonly string[]): string[] {
    const entries: EntryChange[] = [...this.#entries.values()].map((entry) => ({
      ...entry,
      whole: true,
      fields: new Set<string>(),
    }));
    const own = wordsOf({ entries, meta: new Set(), strange: null }, this.journey, this.erased);
    return eachOnce([...own, ...fromServer]);
  }
}

/** Texts without those that another of them holds. */
export function eachOnce(texts: readonly string[]): string[] {
  const all = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '');
  return all.filter((text) => !all.some((longer) => longer !== text && longer.includes(text)));
}
