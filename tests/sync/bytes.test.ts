import { describe, expect, test } from 'vitest';
import { Frames } from '../../server/sync/frames.ts';
import { Ledger } from '../../server/sync/ledger.ts';
import { Turns } from '../../server/sync/turns.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const wire = (frames: Frames) => [...Buffer.concat(frames.buffers as Buffer[])];

describe('frames for several sockets', () => {
  test('are unmasked binary messages, whatever their length', () => {
    expect(wire(new Frames([bytes(7, 8)]))).toEqual([0x82, 2, 7, 8]);
    const [middle] = new Frames([new Uint8Array(300)]).buffers;
    expect([...(middle as Buffer).subarray(0, 4)]).toEqual([0x82, 126, 1, 44]);
    const [long] = new Frames([new Uint8Array(70_000)]).buffers;
    expect([...(long as Buffer).subarray(0, 10)]).toEqual([0x82, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70]);
  });

  test('some of them are the same bytes without the others', () => {
    const all = new Frames([bytes(1), bytes(2, 2), bytes(3), bytes(4)]);
    for (const left of [[], [0], [3], [1, 2], [0, 3], [0, 1, 2, 3]]) {
      const some = all.only((i) => !left.includes(i));
      expect(wire(some)).toEqual(wire(new Frames(some.frames)));
      expect(some.frames).toHaveLength(4 - left.length);
    }
  });
});

describe('the document as bytes', () => {
  const sent = (ledger: Ledger, from: number, to: number) =>
    ledger.since(from, to).flatMap(({ frames }) => frames.map((frame) => frame.at(-1)));

  test('a newcomer gets the state and the updates since, the others what they lack', () => {
    const ledger = new Ledger(bytes(100));
    for (let n = 1; n <= 4; n += 1) ledger.add(bytes(n));
    expect(sent(ledger, -1, 3)).toEqual([100, 1, 2, 3]);
    expect(sent(ledger, 2, 4)).toEqual([3, 4]);
    expect(sent(ledger, 4, 4)).toEqual([]);
  });

  test('durable is what is durable without a hole before it', () => {
    const ledger = new Ledger(bytes());
    const [one, two, three] = [1, 2, 3].map((n) => ledger.add(bytes(n)));
    ledger.markDurable(two as never);
    expect(ledger.durable).toBe(0);
    ledger.markDurable(one as never);
    expect(ledger.durable).toBe(2);
    ledger.markDurable(three as never);
    expect(ledger.durable).toBe(3);
  });

  test('a new state takes the place of its updates once they are durable and everybody has them', () => {
    const ledger = new Ledger(bytes(100));
    const entries = [1, 2, 3].map((n) => ledger.add(bytes(n)));
    ledger.fold(bytes(200), 2, 0);
    expect(sent(ledger, -1, 3)).toEqual([100, 1, 2, 3]);
    for (const entry of entries) ledger.markDurable(entry);
    ledger.sent(3);
    expect(sent(ledger, -1, 3)).toEqual([200, 3]);
    // Somebody who was behind it gets the whole.
    expect(sent(ledger, 1, 3)).toEqual([200, 3]);
    expect([ledger.accepted, ledger.durable]).toEqual([3, 3]);
    expect([...ledger.bytes()].map((b) => b[0])).toEqual([200, 3]);
    ledger.add(bytes(4));
    expect(sent(ledger, 3, 4)).toEqual([4]);
  });
});

test('rooms are served in turn, and what one throws stops nobody', async () => {
  const done: string[] = [];
  const failed: unknown[] = [];
  await new Promise<void>((resolve) => {
    const turns = new Turns({
      after: () => done.length >= 5 && resolve(),
      failed: (cause) => failed.push(cause),
    });
    const worker = (name: string, pieces: number) => ({
      work() {
        if (name === 'broken') throw new Error(name);
        pieces -= 1;
        done.push(name);
        return pieces > 0;
      },
      endTurn() {},
    });
    turns.add(worker('a', 3));
    turns.add(worker('broken', 1));
    turns.add(worker('b', 2));
  });
  expect(done).toEqual(['a', 'b', 'a', 'b', 'a']);
  expect(failed).toHaveLength(1);
});
