import { expect, test } from 'vitest';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { openJourney } from '../../lib/journey/document.ts';
import { awarenessFrame, syncFrame } from '../../lib/sync/messages.ts';
import { cardEntry } from '../support/mutants/ground.ts';
import type { Network, TestClient } from '../support/network.ts';
import { joined, setUp, stored, texts } from '../sync/set-up.ts';

/** A client as the canvas makes it: it shows who it is, and with that its Yjs id, before it ever writes. */
function show(client: TestClient): void {
  const { clientID } = client.doc;
  const states = new Map([[clientID, { cursor: null }]]);
  const meta = new Map([[clientID, { clock: 1, lastUpdated: 0 }]]);
  client.push(awarenessFrame(encodeAwarenessUpdate({ states, meta } as never, [clientID], states)));
}

/** What another one writes under `clientId`, in that one's own name. */
function forged(from: TestClient, clientId: number): Uint8Array {
  const j = openJourney(new Y.Doc());
  Y.applyUpdate(j.doc, Y.encodeStateAsUpdate(from.doc));
  j.doc.clientID = clientId;
  const before = Y.encodeStateVector(j.doc);
  j.cards.set('forged', cardEntry(from.userId, 'Not by her', null));
  return Y.encodeStateAsUpdate(j.doc, before);
}

/** Moves what a client has to say to the server, and nothing to it. */
async function speak(net: Network, client: TestClient): Promise<void> {
  while (client.step('up'));
  for (let n = 0; n < 4; n += 1) await net.idle();
}

test.each(['update', 'step2'] as const)(
  'who is here and is just writing their first cannot be written for, by %s: their edit is taken',
  async (kind) => {
    const { net, store } = setUp();
    const [per, ada] = (await joined(net, 'per', 'ada')) as [TestClient, TestClient];
    show(per);
    await net.settle();
    ada.push(syncFrame(kind, forged(ada, per.doc.clientID)));
    await speak(net, ada);
    addCard(per.journey, { kind: 'quote', text: 'By himself', cell: null, authorId: 'per' });
    await net.settle();
    expect([per.refused, per.closedWith, per.saved]).toEqual([null, null, true]);
    expect(texts(stored(store))).toEqual(['By himself']);
    expect(texts(per)).toEqual(['By himself']);
  },
);

test('who has written cannot be written for, also after the room was left', async () => {
  const { net, store } = setUp();
  const [per, ada] = (await joined(net, 'per', 'ada')) as [TestClient, TestClient];
  addCard(per.journey, { kind: 'quote', text: 'First', cell: null, authorId: 'per' });
  await net.settle();
  ada.push(syncFrame('update', forged(ada, per.doc.clientID)));
  await net.settle();
  expect(ada.refused).toMatchObject({ code: 'editInvalid' });
  addCard(per.journey, { kind: 'quote', text: 'Second', cell: null, authorId: 'per' });
  await net.settle();
  expect([per.refused, per.saved]).toEqual([null, true]);
  expect(texts(stored(store)).sort()).toEqual(['First', 'Second']);
});
