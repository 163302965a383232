import * as Y from 'yjs';
import { eachOnce, type OwnUnsaved } from '../sync/client/index.ts';
import type { NotesDoc } from './document.ts';
import { notesChangesOf, wordsOfNotes } from './judge/index.ts';

/** Remembers which lines one's own unsaved edits touched, so that their words can be offered as a copy. */
export class UnsavedNotes implements OwnUnsaved {
  known: Uint8Array | null = null;
  readonly #lines = new Set<Y.XmlElement>();
  readonly #prompts = new Set<string>();

  constructor(private readonly notes: NotesDoc) {}

  add(transaction: Y.Transaction): void {
    this.known ??= Y.encodeStateVector(transaction.beforeState);
    const { lines, keys } = notesChangesOf(transaction, this.notes);
    for (const line of lines) this.#lines.add(line);
    for (const id of keys.get('prompts') ?? []) this.#prompts.add(id);
  }

  clear(): void {
    this.known = null;
    this.#lines.clear();
    this.#prompts.clear();
  }

  words(fromServer: readonly string[]): string[] {
    const own = wordsOfNotes({ lines: this.#lines, keys: new Map([['prompts', this.#prompts]]) }, this.notes);
    return eachOnce([...own, ...fromServer]);
  }
}
