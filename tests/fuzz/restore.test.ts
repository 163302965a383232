import { expect, test } from 'vitest';
import { addCard, moveCards, removeCards, setCardText } from '../../lib/journey/commands/cards.ts';
import { addTouchpoint, removeTouchpoint, rename } from '../../lib/journey/commands/structure.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { DOCUMENT, type TestClient } from '../support/network.ts';
import { random } from '../support/random.ts';
import { joined, settled, setUp, stored, texts } from '../sync/set-up.ts';

const mapOf = (client: Pick<TestClient, 'journey'>) => toJourney(client.journey);

test('a restore while ten edit and one is away: all show it, what came after it stays, the one away merges (F15, seed 15)', async () => {
  const r = random(15);
  const { net, sync, store, cell, phaseId } = setUp();
  const clients = await joined(net, 'fia', ...Array.from({ length: 10 }, (_, i) => (i % 2 ? 'per' : 'ada')));
  const [fia, away, ...others] = clients as [TestClient, TestClient, ...TestClient[]];
  const cards = Array.from({ length: 12 }, (_, i) =>
    addCard(fia.journey, { kind: 'quote', text: `then ${i}`, cell, authorId: 'fia' }),
  );
  await net.settle();
  const snapshot = await Promise.all([sync.rooms.read(DOCUMENT), net.settle()]).then(([state]) => state);
  const then = mapOf(fia);

  away.disconnect();
  setCardText(away.journey, cards[0] as string, 'then 0, and away');
  const gone = addTouchpoint(fia.journey, { name: 'Later', phaseId });
  rename(fia.journey, 'touchpoints', cell.touchpointId, 'Renamed');
  for (const client of [fia, ...others]) {
    const card = r.of(cards.slice(1));
    if (r.chance(0.4)) removeCards(client.journey, [card]);
    else if (r.chance(0.5)) moveCards(client.journey, [card], null);
    else setCardText(client.journey, card, `now ${client.userId}`);
    addCard(client.journey, { kind: 'friction', text: 'now', cell, authorId: client.userId });
    await net.settle();
  }
  const restored = sync.rooms.restore(DOCUMENT, snapshot);
  await net.settle();
  await restored;
  await net.settle();
  for (const client of [fia, ...others]) expect(mapOf(client)).toEqual(then);
  expect(mapOf(stored(store))).toEqual(then);

  addCard(fia.journey, { kind: 'quote', text: 'after it', cell, authorId: 'fia' });
  await net.settle();
  away.connect();
  await net.settle();
  for (const client of clients) {
    expect(client.refused).toBeNull();
    expect(mapOf(client)).toEqual(mapOf(stored(store)));
  }
  const words = texts(away).sort();
  expect(words).toEqual(
    [...then.cards.map((c) => c.text).filter((t) => t !== 'then 0'), 'after it', 'then 0, and away'].sort(),
  );
  expect(mapOf(away).touchpoints.map((t) => t.id)).not.toContain(gone);
  expect(clients.every((client) => client.saved)).toBe(true);
});

test('a map nobody is in is restored too, and its room leaves memory after', async () => {
  const { net, sync, store, state, cell } = setUp();
  const [fia] = await joined(net, 'fia');
  addCard(fia.journey, { kind: 'quote', text: 'Too much', cell, authorId: 'fia' });
  await net.settle();
  removeTouchpoint(fia.journey, cell.touchpointId);
  await net.settle();
  fia.disconnect();
  await settled(net, () => sync.health().rooms === 0);
  await sync.rooms.restore(DOCUMENT, state);
  await settled(net, () => sync.health().rooms === 0);
  expect(mapOf(stored(store)).touchpoints.map((t) => t.id)).toEqual([cell.touchpointId]);
  expect(texts(stored(store))).toEqual([]);
});
