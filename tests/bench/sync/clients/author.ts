import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../../../lib/journey/document.ts';
import { noteId, orderOf, richText } from '../documents.ts';
import { mark } from './marks.ts';

/** Edits as one person makes them, as Yjs updates with a mark in them; never hears of the others' edits. */
export class Author {
  readonly doc = new Y.Doc();
  readonly #journey: JourneyDoc = openJourney(this.doc, this);
  #update: Uint8Array | null = null;
  #made = 0;

  /**
   * @param number of this one among `authors`: each keeps to entries of its own, so that its copy knows
   *   their last values, as it would if it heard of everything
   */
  constructor(
    state: Uint8Array,
    readonly number: number,
    private readonly authors: number,
  ) {
    Y.applyUpdate(this.doc, state);
    this.doc.clientID = 10_000_000 + number;
    this.doc.on('update', (update: Uint8Array) => {
      this.#update = update;
    });
  }

  /** This author's clock: everything it has made is in a state vector that has as much. */
  get clock(): number {
    return Y.getState(this.doc.store, this.doc.clientID);
  }

  /** Overwrites the text of a drawn note, one property of about 430 bytes. */
  note(): Uint8Array {
    const { drawing } = this.#journey;
    const of = Math.max(1, Math.floor(drawing.size / this.authors));
    const entry = drawing.get(noteId((this.number + this.#next(of) * this.authors) % drawing.size));
    return this.#write(() => entry?.set('props.richText', richText(mark('edit', this.number))));
  }

  /** By turns: a card's place, and a few words more in a card's text. */
  card(): Uint8Array {
    const cards = [...this.#journey.cards.values()];
    const entry = cards[this.number % cards.length] as Y.Map<unknown>;
    const sign = mark('edit', this.number);
    if (this.#next(2) === 0) {
      const place = entry.get('place') as object;
      return this.#write(() => entry.set('place', { ...place, order: `${orderOf(this.#made)}${sign}` }));
    }
    const text = entry.get('text') as Y.Text;
    return this.#write(() => {
      if (text.length > 300) text.delete(0, 100);
      text.insert(text.length, ` ord ${sign}`);
    });
  }

  #next(of: number): number {
    this.#made += 1;
    return this.#made % of;
  }

  #write(edit: () => void): Uint8Array {
    this.#update = null;
    this.doc.transact(edit, this);
    if (!this.#update) throw new Error('The bench made an edit that changed nothing.');
    return this.#update;
  }
}
