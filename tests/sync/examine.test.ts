import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { examine, type Grammar } from '../../server/sync/examine.ts';

const GRAMMAR: Grammar = { roots: new Set(['cards']), types: new Set([1, 2]), mostItems: 20_000 };
const fresh = () => 0;
const holding = (doc: Y.Doc) => (client: number) => Y.getState(doc.store, client);

/** The update that `change` makes on top of what `doc` has. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(change);
  return Y.encodeStateAsUpdate(doc, before);
}

const written = (write: (encoder: encoding.Encoder) => void) => {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
};
const numbers = (...values: number[]) =>
  written((e) => {
    for (const value of values) encoding.writeVarUint(e, value);
  });

describe('an update is read to its end before it touches a document', () => {
  test('what a client writes is sound, and whose items are new in it is told', () => {
    const doc = new Y.Doc();
    const update = updateOf(doc, () =>
      doc.getMap('cards').set('c', new Y.Map([['text', new Y.Text('Hej')]])),
    );
    expect(examine(update, fresh, GRAMMAR)).toEqual({
      kind: 'sound',
      clients: [doc.clientID],
      writers: [doc.clientID],
      repeats: false,
      between: [],
    });
    expect(examine(update, holding(doc), GRAMMAR)).toMatchObject({ writers: [], repeats: true });
  });

  test('what builds on an update that is missing is a gap: items, deletions, another’s items', () => {
    const doc = new Y.Doc();
    const lost = updateOf(doc, () => doc.getMap('cards').set('c', 1));
    const next = updateOf(doc, () => doc.getMap('cards').set('c', 2));
    expect(examine(next, fresh, GRAMMAR).kind).toBe('gap');
    const deletion = updateOf(doc, () => doc.getMap('cards').delete('c'));
    expect(examine(deletion, fresh, GRAMMAR).kind).toBe('gap');
    const other = new Y.Doc();
    Y.applyUpdate(other, lost);
    const onTop = updateOf(other, () => other.getMap('cards').set('c', 3));
    expect(examine(onTop, fresh, GRAMMAR).kind).toBe('gap');
    expect(examine(onTop, holding(doc), GRAMMAR).kind).toBe('sound');
  });

  test('a hole within an update is a gap', () => {
    const doc = new Y.Doc();
    const [one, , three] = [1, 2, 3].map((n) => updateOf(doc, () => doc.getMap('cards').set('c', n)));
    const holed = Y.mergeUpdates([one as Uint8Array, three as Uint8Array]);
    expect(examine(holed, fresh, GRAMMAR).kind).toBe('gap');
  });

  test.each([
    ['another root', (doc: Y.Doc) => doc.getMap('elsewhere').set('c', 1)],
    ['formatting', (doc: Y.Doc) => doc.getText('cards').insert(0, 'a', { bold: true })],
    ['an embed', (doc: Y.Doc) => doc.getText('cards').insertEmbed(0, { image: 'x' })],
    ['a list', (doc: Y.Doc) => doc.getMap('cards').set('c', new Y.Array())],
    ['an XML element', (doc: Y.Doc) => doc.getMap('cards').set('c', new Y.XmlElement('p'))],
    ['a document', (doc: Y.Doc) => doc.getMap('cards').set('c', new Y.Doc())],
    ['bytes', (doc: Y.Doc) => doc.getMap('cards').set('c', Uint8Array.of(1))],
  ])('%s is strange to a journey', (_name, change) => {
    const doc = new Y.Doc();
    expect(
      examine(
        updateOf(doc, () => void change(doc)),
        fresh,
        GRAMMAR,
      ).kind,
    ).toBe('strange');
  });

  test('cut off anywhere, or with anything after its end, it is malformed', () => {
    const doc = new Y.Doc();
    const update = updateOf(doc, () => doc.getMap('cards').set('c', new Y.Map([['text', new Y.Text('Åh')]])));
    for (let length = 0; length < update.length; length += 1) {
      expect(examine(update.subarray(0, length), fresh, GRAMMAR).kind).toBe('malformed');
    }
    expect(examine(Uint8Array.of(...update, 0), fresh, GRAMMAR).kind).toBe('malformed');
  });

  test('it is not read beyond its end into the bytes behind it', () => {
    // One item of client 1: letters, 100 of them by its own account, and then the update ends.
    const short = Uint8Array.of(
      ...numbers(1, 1, 1, 0),
      4,
      1,
      ...written((e) => encoding.writeVarString(e, 'cards')),
      100,
    );
    const pool = new Uint8Array(1_000).fill(65);
    pool.set(short);
    expect(examine(pool.subarray(0, short.length), fresh, GRAMMAR).kind).toBe('malformed');
  });

  test('claims of millions of items, of items that refer to themselves, of a client twice: malformed', () => {
    expect(examine(numbers(1, 2 ** 24, 1, 0), fresh, GRAMMAR).kind).toBe('malformed');
    // Client 1, clock 0: a deleted item whose left neighbour is itself.
    expect(
      examine(Uint8Array.of(...numbers(1, 1, 1, 0), 1 | 128, ...numbers(1, 0, 1, 0)), fresh, GRAMMAR).kind,
    ).toBe('malformed');
    const gc = [...numbers(1, 7, 0), 0, ...numbers(3)];
    expect(examine(Uint8Array.of(2, ...gc, ...gc, 0), fresh, GRAMMAR).kind).toBe('malformed');
    expect(examine(Uint8Array.of(1, ...numbers(1, 7, 2 ** 41), 0, 1, 0), fresh, GRAMMAR).kind).toBe(
      'malformed',
    );
  });

  test('thousands of items at one place, which Yjs would compare with each other, are strange', () => {
    const base = new Y.Doc();
    const text = base.getText('cards');
    text.insert(0, 'ab');
    const state = Y.encodeStateAsUpdate(base);
    const crowd = Array.from({ length: 200 }, () => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, state);
      return updateOf(doc, () => {
        for (let i = 0; i < 20; i += 1) doc.getText('cards').insert(1, 'x');
      });
    });
    const of = (people: number) => examine(Y.mergeUpdates(crowd.slice(0, people)), holding(base), GRAMMAR);
    expect(of(100).kind).toBe('sound');
    expect(of(200).kind).toBe('strange');
  });

  test('more items than anybody makes at once are strange', () => {
    const many = new Y.Doc();
    const items = updateOf(many, () => {
      for (let i = 0; i < 25_000; i += 1) many.getMap('cards').set(`c${i}`, i);
    });
    expect(examine(items, fresh, GRAMMAR).kind).toBe('strange');
  });
});
