import * as Y from 'yjs';
import { CLOSE } from '../../../../lib/sync/close-codes.ts';
import { syncFrame } from '../../../../lib/sync/messages.ts';
import { cardEntry, copyOf } from '../../mutants/ground.ts';
import { random } from '../../random.ts';
import { type Case, Tally } from '../case.ts';
import { edits, flood, ground, opened } from '../edits.ts';
import { Line, outcomeOf, pause } from '../line.ts';

/** What is wrong with edits: their order, their number, their bytes. */
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
