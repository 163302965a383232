import * as Y from 'yjs';
import { textOf } from '../../../../lib/journey/commands/text.ts';
import type { Entry } from '../../../../lib/journey/document.ts';
import { CLOSE } from '../../../../lib/sync/close-codes.ts';
import { syncFrame } from '../../../../lib/sync/messages.ts';
import { cardEntry, frameEntry } from '../../mutants/ground.ts';
import { encodeUpdate } from '../../mutants/structs.ts';
import { type Case, Tally } from '../case.ts';
import { edits, opened, written } from '../edits.ts';
import { outcomeOf } from '../line.ts';

/** What is too much in one edit. */
const MEGABYTE = 'x'.repeat(1_000_000);

export const hugeEntry: Case = {
  name: 'one entry of 30 MB: in one message, in pieces, as a drawing',
  ends: [1009, CLOSE.refused, CLOSE.tooMany],
  async run({ port }) {
    const tally = new Tally();
    const whole = await opened(port);
    whole.send(syncFrame('update', edits(1, 71_003, 'x'.repeat(30_000_000))[0] as Uint8Array));
    tally.add(await outcomeOf(whole, 5_000));
    // In pieces: each alone is under the limit of a message, and over that of a card.
    for (let n = 0; n < 10; n += 1) {
      const line = await opened(port);
      const piece = written(71_040 + n, (j) =>
        textOf(j.cards.get('c0') as Entry, 'text').insert(0, MEGABYTE),
      );
      line.send(syncFrame('update', piece));
      tally.add(await outcomeOf(line, 5_000));
      line.end();
    }
    const drawn = await opened(port);
    const drawing = written(71_005, (j) =>
      j.drawing.set('shape:huge', frameEntry({}, { 'props.name': MEGABYTE })),
    );
    drawn.send(syncFrame('update', drawing));
    tally.add(await outcomeOf(drawn, 5_000));
    return tally.ends;
  },
};

/** Valid or nearly so, small, and made to cost as much as an update can. */
export const dear: Case = {
  name: 'updates built to be dear: a crowded place, 4,900 cards, a deep value, 20,000 letters',
  ends: ['taken', CLOSE.refused, CLOSE.malformed, CLOSE.tooMany, CLOSE.gap],
  async run({ port }) {
    const tally = new Tally();
    for (const update of dearUpdates()) {
      for (let n = 0; n < 5; n += 1) {
        const line = await opened(port);
        line.send(syncFrame('update', update));
        const end = await Promise.race([line.receipt, outcomeOf(line, 5_000)]);
        tally.add(end);
        line.end();
      }
    }
    return tally.ends;
  },
};

function dearUpdates(): Uint8Array[] {
  const at = written(71_006, (j) => textOf(j.cards.get('c0') as Entry, 'text').insert(1, 'x'));
  const [one] = Y.decodeUpdate(at).structs as [Y.Item];
  // Thousands of clients type at one and the same place: Yjs compares each with all the others.
  const structs = Array.from({ length: 20_000 }, (_, n) => {
    const { origin, rightOrigin } = one;
    const id = Y.createID(71_100 + n, 0);
    return new Y.Item(id, null, origin, null, rightOrigin, null, null, new Y.ContentString('x'));
  });
  const crowd = encodeUpdate({ structs, deleted: [] });
  const cards = written(71_007, (j) => {
    for (let n = 0; n < 4_900; n += 1) j.cards.set(`d${n}`, cardEntry('eve', 'many', null));
  });
  let deep: unknown = 1;
  for (let n = 0; n < 5_000; n += 1) deep = [deep];
  const nested = written(71_009, (j) => {
    j.drawing.set('shape:deep', frameEntry({}, { 'props.name': deep }));
  });
  const letters = written(71_010, (j) => {
    const text = textOf(j.cards.get('c0') as Entry, 'text');
    for (let n = 0; n < 20_000; n += 1) text.insert(n % 2 === 0 ? 0 : text.length, 'x');
  });
  return [crowd, cards, nested, letters];
}
