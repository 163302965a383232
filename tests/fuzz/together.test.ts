import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, moveCards, setCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import type { Card } from '../../lib/journey/model.ts';
import type { TestClient } from '../support/network.ts';
import { type Random, random } from '../support/random.ts';
import { joined, setUp } from '../sync/set-up.ts';

const cardOf = ({ journey }: TestClient, id: string) =>
  toJourney(journey).cards.find((card) => card.id === id) as Card;

/** Two people in sync, with `count` cards made by the first. */
async function two(count: number, text: string) {
  const { net, cell, sync } = setUp();
  const [per, ada] = (await joined(net, 'per', 'ada')) as [TestClient, TestClient];
  const ids = Array.from({ length: count }, () =>
    addCard(per.journey, { kind: 'quote', text, cell, authorId: 'per' }),
  );
  await net.settle();
  return { net, cell, sync, per, ada, ids };
}

/** Types `letters` into a card as a text field does: by giving the whole text anew. */
function type(client: TestClient, id: string, at: number, letters: string): void {
  const { text } = cardOf(client, id);
  setCardText(client.journey, id, text.slice(0, at) + letters + text.slice(at));
}

test('two edit one card at once, seeds 0–199: the move and every character survive (F9)', async () => {
  const base = 'Ingen kunde förklara fakturan för mig.';
  for (let seed = 0; seed < 200; seed += 1) {
    const r = random(seed);
    const { net, sync, per, ada, ids } = await two(1, base);
    const id = ids[0] as string;
    const [one, other] = [r.below(base.length + 1), r.below(base.length + 1)];
    type(per, id, one, '<per skriver>');
    type(ada, id, other, '<ada skriver>');
    const mover = r.of([per, ada]);
    moveCards(mover.journey, [id], null);
    await net.settle();
    for (const client of [per, ada]) {
      const { text, place } = cardOf(client, id);
      expect(place, `seed ${seed}`).toBeNull();
      expect(text, `seed ${seed}`).toContain('<per skriver>');
      expect(text, `seed ${seed}`).toContain('<ada skriver>');
      expect(text.replace('<per skriver>', '').replace('<ada skriver>', ''), `seed ${seed}`).toBe(base);
      expect(client.saved).toBe(true);
    }
    expect(cardOf(per, id)).toEqual(cardOf(ada, id));
    await sync.close(100);
  }
});

/** What one of two people did that must survive the other's undo. */
interface Mine {
  letters: Map<string, number>;
  cards: Set<string>;
  /** By card and property: the value this person wrote last, after the other had seen the one before. */
  values: Map<string, unknown>;
}

const undoOf = ({ journey: j }: TestClient) =>
  new Y.UndoManager([j.phases, j.touchpoints, j.lanes, j.cards, j.drawing], {
    trackedOrigins: new Set([j.origin]),
    captureTimeout: 1e9,
  });

/** One edit: a letter in a shared card, a value of one, or a card of one's own. */
function edit(r: Random, client: TestClient, ids: readonly string[], mine: Mine, other: Mine): void {
  const { journey, userId } = client;
  const id = r.of(ids);
  const kind = r.below(3);
  if (kind === 0) {
    // Each writes a letter of their own, so that it can be counted.
    type(client, id, r.below(cardOf(client, id).text.length + 1), userId === 'per' ? 'P' : 'A');
    mine.letters.set(id, (mine.letters.get(id) ?? 0) + 1);
  } else if (kind === 1) {
    const valence = r.below(9) / 2 - 2;
    if (cardOf(client, id).valence === valence) return;
    setCard(journey, id, { valence });
    mine.values.set(id, valence);
    other.values.delete(id);
  } else mine.cards.add(addCard(journey, { kind: 'quote', text: 'own', cell: null, authorId: userId }));
}

test('fifty edits each, interleaved, then one undoes everything, seeds 0–39: nothing of the other is reverted (F11)', async () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const r = random(seed);
    const { net, sync, per, ada, ids } = await two(5, 'gemensamt');
    const undo = undoOf(per);
    const fresh = (): Mine => ({ letters: new Map(), cards: new Set(), values: new Map() });
    const [pers, adas] = [fresh(), fresh()];
    for (let n = 0; n < 50; n += 1) {
      undo.stopCapturing();
      edit(r, per, ids, pers, adas);
      await net.settle();
      edit(r, ada, ids, adas, pers);
      await net.settle();
    }
    for (let n = 0; n < 60; n += 1) {
      undo.undo();
      if (r.chance(0.3)) await net.settle();
    }
    await net.settle();
    for (const client of [per, ada]) {
      expect(client.refused, `seed ${seed}`).toBeNull();
      const cards = new Map(toJourney(client.journey).cards.map((card) => [card.id, card]));
      for (const id of adas.cards) expect(cards.has(id), `seed ${seed}`).toBe(true);
      for (const id of pers.cards) expect(cards.has(id), `seed ${seed}`).toBe(false);
      for (const id of ids) {
        const { text, valence } = cards.get(id) as Card;
        expect(text.replaceAll('A', ''), `seed ${seed}`).toBe('gemensamt');
        expect(text.length - 'gemensamt'.length, `seed ${seed}`).toBe(adas.letters.get(id) ?? 0);
        if (adas.values.has(id)) expect(valence, `seed ${seed}`).toBe(adas.values.get(id));
      }
    }
    undo.destroy();
    await sync.close(100);
  }
});
