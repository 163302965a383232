import * as Y from 'yjs';
import { CLOSE } from '../../../../lib/sync/close-codes.ts';
import { syncFrame } from '../../../../lib/sync/messages.ts';
import { cardEntry, copyOf, groundState } from '../../mutants/ground.ts';
import { type Case, Tally } from '../case.ts';
import { Line, outcomeOf, pause } from '../line.ts';

/** Whoever asks for much and reads little. */
const EMPTY = Uint8Array.of(0);

export const unread: Case = {
  name: '400 sync step 1 whose answers are not read',
  // Whoever does not read may never see the frame that says why: the connection is cut half a second later.
  ends: [CLOSE.tooMany, CLOSE.slow, 1006],
  async run({ port }) {
    const tally = new Tally();
    const line = new Line(port, 'eve');
    await line.open;
    line.pause();
    for (let n = 0; n < 400; n += 1) line.send(syncFrame('step1', EMPTY));
    await pause(3_000);
    line.resume();
    tally.add(await outcomeOf(line, 10_000));
    line.end();
    return tally.ends;
  },
};

/** Five who stop reading while four others write two megabytes a second. */
export const slowReaders: Case = {
  name: 'five readers that stop reading, 8 s of 2 MB/s',
  ends: [CLOSE.slow, 1006, 'open'],
  async run({ port }) {
    const tally = new Tally();
    const readers = Array.from({ length: 5 }, (_, n) => new Line(port, `leo${n}`));
    await Promise.all(readers.map((line) => line.open));
    for (const line of readers) {
      line.send(syncFrame('step1', EMPTY));
      line.pause();
    }
    const writers = await Promise.all([0, 1, 2, 3].map((n) => writer(port, n)));
    const end = Date.now() + 8_000;
    while (Date.now() < end) {
      for (const write of writers) write();
      await pause(80);
    }
    await pause(500);
    for (const line of readers) {
      line.resume();
      tally.add(await outcomeOf(line, 3_000));
      line.end();
    }
    return tally.ends;
  },
};

/** Somebody whose every edit is 40 kB: twenty cards of 2,000 letters, and the twenty before are removed. */
async function writer(port: number, n: number): Promise<() => void> {
  const line = new Line(port, `w${n}`);
  await line.open;
  const j = copyOf(groundState(), 72_000 + n);
  j.doc.on('update', (update: Uint8Array) => line.send(syncFrame('update', update)));
  let turn = 0;
  return () => {
    turn += 1;
    j.doc.transact(() => {
      for (let i = 0; i < 20; i += 1) {
        j.cards.delete(`w${n}-${turn - 1}-${i}`);
        j.cards.set(`w${n}-${turn}-${i}`, cardEntry(`w${n}`, `${turn}`.padEnd(2_000, 'x'), null));
      }
    });
  };
}

export const joining: Case = {
  name: '400 who come in for the whole map, read it and go, ten at once',
  ends: ['open', CLOSE.tooMany],
  async run({ port }) {
    const tally = new Tally();
    for (let n = 0; n < 400; n += 10) {
      await Promise.all(
        Array.from({ length: 10 }, async () => {
          const line = new Line(port, 'eve');
          await line.open;
          const whole = new Promise<void>((resolve) => {
            line.onSync = (step) => step === 1 && resolve();
          });
          line.send(syncFrame('step1', EMPTY));
          await Promise.race([whole, line.closed]);
          tally.add(line.code ?? 'open');
          line.end();
        }),
      );
    }
    return tally.ends;
  },
};

/** A returning client with a state vector of a hundred thousand clients: each answer must compare them all. */
export const vectors: Case = {
  name: 'state vectors of 100,000 clients, 100 of them',
  ends: [CLOSE.tooMany, CLOSE.malformed, CLOSE.renewed],
  async run({ port }) {
    const tally = new Tally();
    const clients = new Map(Array.from({ length: 100_000 }, (_, n) => [n + 1, 1] as const));
    const vector = Y.encodeStateVector(clients);
    const line = new Line(port, 'eve');
    await line.open;
    for (let n = 0; n < 100; n += 1) line.send(syncFrame('step1', vector));
    tally.add(await outcomeOf(line, 10_000));
    line.end();
    return tally.ends;
  },
};
