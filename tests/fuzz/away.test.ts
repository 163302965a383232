import { expect, test } from 'vitest';
import { addCard, moveCards, removeCards, setCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import type { Card } from '../../lib/journey/model.ts';
import type { TestClient } from '../support/network.ts';
import { type Random, random } from '../support/random.ts';
import { joined, settled, setUp } from '../sync/set-up.ts';

const cardsOf = ({ journey }: TestClient) => new Map(toJourney(journey).cards.map((c) => [c.id, c]));

/** One property of one card changes, or a card comes; `touched` notes which. */
function edit(r: Random, client: TestClient, ids: readonly string[], touched: Set<string>): void {
  const { journey, userId } = client;
  const id = r.of(ids);
  const kind = r.below(4);
  if (kind === 0) {
    addCard(journey, { kind: 'quote', text: `by ${userId}`, cell: null, authorId: userId });
  } else if (kind === 1) {
    setCard(journey, id, { valence: r.below(9) / 2 - 2 });
    touched.add(`${id} valence`);
  } else if (kind === 2) {
    const text = cardsOf(client).get(id)?.text ?? '';
    const at = r.below(text.length + 1);
    setCardText(journey, id, text.slice(0, at) + (userId === 'per' ? 'P' : 'A') + text.slice(at));
  } else {
    moveCards(journey, [id], null);
    touched.add(`${id} place`);
  }
}

const letters = (text: string, letter: string) => text.split(letter).length - 1;

/** Somebody's laptop sleeps while the others work, the room is left, tidied, and the server starts anew. */
test('a client that was away comes back, seeds 0–99: its edits are merged, nothing of the others is overwritten (F12)', async () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const r = random(seed);
    const made = setUp({ relayPatience: r.chance(0.5) ? 0 : 1_000_000 });
    const { store, cell } = made;
    let { net } = made;
    const [per, ada] = (await joined(net, 'per', 'ada')) as [TestClient, TestClient];
    const ids = Array.from({ length: 8 }, (_, n) =>
      addCard(ada.journey, { kind: 'quote', text: `card ${n}.`, cell, authorId: 'ada' }),
    );
    await net.settle();
    per.disconnect();
    const [offline, online] = [new Set<string>(), new Set<string>()];
    for (let n = 0; n < 12; n += 1) edit(r, per, ids, offline);
    for (let n = 0; n < 40; n += 1) edit(r, ada, ids.slice(1), online);
    removeCards(ada.journey, [ids[0] as string]);
    await net.settle();
    if (r.chance(0.5)) {
      ada.disconnect();
      await settled(net, () => made.sync.health().rooms === 0);
      if (r.chance(0.5)) {
        const again = setUp({ store });
        net = again.net;
        net.clients.push(per, ada);
        for (const client of [per, ada]) client.moveTo(again.sync);
      }
      ada.connect();
      await net.settle();
    }
    const [mine, theirs] = [cardsOf(per), cardsOf(ada)];
    per.connect();
    await net.settle();
    wentWell(seed, [per, ada], { mine, theirs, offline, online });
  }
});

interface Before {
  mine: Map<string, Card>;
  theirs: Map<string, Card>;
  offline: Set<string>;
  online: Set<string>;
}

function wentWell(seed: number, [per, ada]: [TestClient, TestClient], before: Before): void {
  const { mine, theirs, offline, online } = before;
  const name = `seed ${seed}`;
  expect([per.refused, ada.refused, per.saved, ada.saved], name).toEqual([null, null, true, true]);
  const now = cardsOf(per);
  expect(now, name).toEqual(cardsOf(ada));
  // What the others removed stays removed, whatever was done to it elsewhere.
  for (const id of mine.keys())
    if (!theirs.has(id)) expect(now.has(id), name).toBe(mine.get(id)?.text === 'by per');
  for (const card of theirs.values()) {
    const after = now.get(card.id) as Card;
    const own = mine.get(card.id);
    expect(letters(after.text, 'A'), name).toBe(letters(card.text, 'A'));
    if (own) expect(letters(after.text, 'P'), name).toBe(letters(own.text, 'P'));
    for (const field of ['valence', 'place'] as const) {
      const key = `${card.id} ${field}`;
      if (!offline.has(key)) expect(after[field], name).toEqual(card[field]);
      else if (!online.has(key)) expect(after[field], name).toEqual(own?.[field]);
    }
  }
  const added = [...mine.values()].filter((c) => c.text === 'by per');
  for (const card of added) expect(now.get(card.id), name).toEqual(card);
}
