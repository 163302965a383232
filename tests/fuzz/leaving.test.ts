import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { random } from '../support/random.ts';
import { settled, setUp, texts } from '../sync/set-up.ts';
import { storedDoc } from './histories/checks.ts';

/** A store that knows whether a document is read while something of it is still being written. */
class WatchedStore extends MemoryStore {
  #writing = 0;
  readBetween = 0;

  override async load(document: string) {
    if (this.#writing > 0) this.readBetween += 1;
    return super.load(document);
  }

  override async append(rows: Parameters<MemoryStore['append']>[0]) {
    this.#writing += 1;
    return super.append(rows).finally(() => {
      this.#writing -= 1;
    });
  }
}

test('writes that take their time, people who leave and come back meanwhile, seeds 0–99: nothing is lost, and there is one live copy (F2)', async () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const r = random(seed);
    const store = new WatchedStore();
    const { net, sync } = setUp({ store, relayPatience: r.chance(0.5) ? 0 : 1_000_000 });
    const written: string[] = [];
    const held: (() => void)[] = [];
    for (let visit = 0; visit < 5; visit += 1) {
      const client = net.client(r.of(['per', 'ada']));
      client.connect();
      if (r.chance(0.6)) held.push(store.hold(r.of(['append', 'append', 'compact'] as const)));
      await settled(net, () => client.synced);
      for (let n = r.below(20); n > 0; n -= 1) {
        const text = `${visit}.${n}`;
        addCard(client.journey, { kind: 'quote', text, cell: null, authorId: client.userId });
        written.push(text);
      }
      await net.settle();
      if (r.chance(0.5)) held.pop()?.();
      client.disconnect();
      // Timers fire in the order they were set: the room may or may not have had its chance to leave.
      if (r.chance(0.5)) await new Promise((resolve) => setTimeout(resolve, 1));
      expect(sync.health().rooms).toBeLessThanOrEqual(1);
    }
    for (const release of held) release();
    await settled(net, () => sync.health().rooms === 0);
    const stored = await storedDoc(store);
    expect(texts({ journey: stored }).sort(), `seed ${seed}`).toEqual(written.sort());
    expect(store.readBetween, `seed ${seed}`).toBe(0);
    const back = net.client('per');
    back.connect();
    await net.settle();
    expect(Y.encodeStateVector(back.doc)).toEqual(Y.encodeStateVector(stored.doc));
    await sync.close(100);
  }
});
