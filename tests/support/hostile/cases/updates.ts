import * as Y from 'yjs';
import { textOf } from '../../../../lib/journey/commands/text.ts';
import type { Entry, JourneyDoc } from '../../../../lib/journey/document.ts';
import { CLOSE } from '../../../../lib/sync/close-codes.ts';
import { syncFrame } from '../../../../lib/sync/messages.ts';
import { cardEntry, copyOf, frameEntry, groundState } from '../../mutants/ground.ts';
import { encodeUpdate } from '../../mutants/structs.ts';
import { random } from '../../random.ts';
import { type Case, Tally } from '../case.ts';
import { Line, outcomeOf, pause } from '../line.ts';

/** What is wrong with edits: their order, size, number, sender. */
const ground = groundState();
const MEGABYTE = 'x'.repeat(1_000_000);

/** The updates of somebody who adds so many cards, one by one. */
function edits(count: number, clientId: number, text = 'x'.repeat(100)): Uint8Array[] {
  const j = copyOf(ground, clientId);
  const made: Uint8Array[] = [];
  j.doc.on('update', (update: Uint8Array) => made.push(update));
  for (let n = 0; n < count; n += 1) j.cards.set(`e${clientId}-${n}`, cardEntry('eve', text, null));
  return made;
}

/** What somebody writes in one transaction. */
function written(clientId: number, write: (j: JourneyDoc) => void): Uint8Array {
  const j = copyOf(ground, clientId);
  const before = Y.encodeStateVector(j.doc);
  j.doc.transact(() => write(j));
  const update = Y.encodeStateAsUpdate(j.doc, before);
  j.doc.destroy();
  return update;
}

/** Sends these updates one after the other as fast as the line takes them. */
async function flood(line: Line, updates: readonly Uint8Array[]): Promise<void> {
  for (const [n, update] of updates.entries()) {
    if (!line.send(syncFrame('update', update))) return;
    if (n % 100 === 0) await line.flushed();
  }
}

async function opened(port: number, userId = 'eve'): Promise<Line> {
  const line = new Line(port, userId);
  await line.open;
  return line;
}

export const gap: Case = {
  name: '4,000 updates with one missing before them',
  ends: [CLOSE.gap, CLOSE.tooMany],
  async run({ port }) {
    const tally = new Tally();
    const line = await opened(port);
    await flood(line, edits(4_001, 71_001).slice(1));
    tally.add(await outcomeOf(line, 10_000));
    line.end();
    return tally.ends;
  },
};

/** Somebody honest whose line lost one update: answers what it is asked, and comes back when it is closed. */
export const lostUpdate: Case = {
  name: 'one lost update, and a client that goes on',
  ends: ['open', CLOSE.gap],
  leaves: 'the last of the hundred',
  async run({ port }) {
    const tally = new Tally();
    const j = copyOf(ground, 71_002);
    let line = new Line(port, 'eve');
    let lose = 5;
    const join = async () => {
      line.onSync = (step, body) => {
        if (step === 0) line.send(syncFrame('step2', Y.encodeStateAsUpdate(j.doc, body)));
        else Y.applyUpdate(j.doc, body, line);
      };
      await line.open;
      line.send(syncFrame('step1', Y.encodeStateVector(j.doc)));
    };
    await join();
    j.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === null && --lose !== 0) line.send(syncFrame('update', update));
    });
    for (let n = 0; n < 100; n += 1) {
      j.cards.set(`lost-${n}`, cardEntry('eve', n === 99 ? 'the last of the hundred' : '', null));
      await pause(40);
      if (line.code === null) continue;
      tally.add(line.code);
      line = new Line(port, 'eve');
      await join();
    }
    tally.add(await outcomeOf(line, 500));
    line.end();
    return tally.ends;
  },
};

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

export const malformed: Case = {
  name: '200 malformed updates, each on a line of its own',
  // Now and then noise can be read, and is refused.
  ends: [CLOSE.malformed, CLOSE.refused, CLOSE.tooMany],
  async run({ port }) {
    const tally = new Tally();
    const r = random(43);
    for (let n = 0; n < 200; n += 1) {
      const line = await opened(port);
      const noise = Uint8Array.from({ length: 120 }, () => r.below(256));
      line.send(syncFrame('update', Uint8Array.of(1, 200, ...noise)));
      tally.add(await outcomeOf(line, 5_000));
      line.end();
    }
    return tally.ends;
  },
};

export const fast: Case = {
  name: '20,000 edits as fast as possible',
  ends: [CLOSE.tooMany],
  async run({ port }) {
    const tally = new Tally();
    const updates = edits(20_000, 71_020);
    const line = await opened(port);
    await flood(line, updates);
    tally.add(await outcomeOf(line, 10_000));
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
