import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { addCard, setCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { DOCUMENT } from '../support/network.ts';
import type { Person } from '../support/person.ts';
import { until } from '../support/sockets.ts';
import { person, renew, startWorn } from './epochs-support.ts';

/** As in a browser: what is unsaved is kept on the device, and a closed tab takes nothing with it. */

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const textOf = (one: Person, id: string) =>
  toJourney(one.session.journey).cards.find((card) => card.id === id)?.text;

/** Per has edited offline and closed the tab; the map has been written anew meanwhile. */
async function closedOffline() {
  const made = await startWorn();
  const per = person(made, 'per');
  await until(() => per.isSaved, 'saved');
  per.unplug();
  await until(() => !per.isSaved, 'offline');
  setCardText(per.session.journey, 'card1', 'Card 1, on the train');
  addCard(per.session.journey, { kind: 'quote', text: 'No seats', cell: made.cell, authorId: 'per' });
  expect(per.session.state.get()).toMatchObject({ pending: 2, keptOnDevice: true });
  per.leave();
  await renew(made);
  return made;
}

const carriedTo = (one: Person): boolean =>
  textOf(one, 'card1') === 'Card 1, on the train' &&
  toJourney(one.session.journey).cards.filter((card) => card.text === 'No seats').length === 1;

test('edits of a closed tab are carried over when the map is opened again', async () => {
  const made = await closedOffline();
  const per = person(made, 'per');
  await until(() => per.renewals === 1 && per.isSaved && carriedTo(per), 'carried over');
  expect(per.session.state.get()).toMatchObject({ pending: 0, keptOnDevice: true });
  per.leave();
  // Nothing is left to do.
  const again = person(made, 'per', { past: () => Promise.reject(new Error('nobody asks')) });
  await until(() => again.isSaved, 'saved');
  expect(again.renewals).toBe(0);
  expect(carriedTo(again)).toBe(true);
});

test('the tab is closed while they wait for the earlier state: the next one goes on', async () => {
  const made = await closedOffline();
  let asked = false;
  const never = new Promise<Uint8Array>(() => {});
  const past = () => {
    asked = true;
    return never;
  };
  const first = person(made, 'per', { past });
  await until(() => asked, 'asked for it');
  first.leave();
  const per = person(made, 'per');
  await until(() => per.isSaved && carriedTo(per), 'carried over');
  expect(per.renewals).toBe(0);
});

test('the tab is closed when they are in the new map but not yet saved: they come once', async () => {
  const made = await closedOffline();
  const release = made.store.hold('append');
  const first = person(made, 'per');
  await until(() => carriedTo(first), 'in the map');
  first.leave();
  const per = person(made, 'per');
  await until(() => carriedTo(per), 'in the map');
  release();
  await until(() => per.isSaved, 'saved');
  expect(carriedTo(per)).toBe(true);
  expect(toJourney(per.session.journey).cards.filter((card) => card.text === 'No seats')).toHaveLength(1);
});

test('what could not be carried over is told again until somebody has seen it', async () => {
  const made = await closedOffline();
  const ada = person(made, 'ada');
  await until(() => ada.isSaved, 'saved');
  ada.session.doc.transact(() => ada.session.journey.cards.delete('card1'));
  await until(() => ada.isSaved, 'saved');
  const first = person(made, 'per');
  await until(() => first.lost.length > 0 && first.isSaved, 'told');
  first.leave();
  const second = person(made, 'per');
  await until(() => second.lost.length > 0 && second.isSaved, 'told again');
  expect(second.lost).toMatchObject([{ reason: 'removed', texts: ['Card 1, on the train'] }]);
  second.session.forgetLost();
  second.leave();
  const third = person(made, 'per');
  await until(() => third.isSaved, 'saved');
  expect(third.lost).toEqual([]);
});

test('two tabs of one person come back: every edit is there once', async () => {
  const made = await startWorn();
  const tabs = [person(made, 'per'), person(made, 'per')];
  await until(() => tabs.every((tab) => tab.isSaved), 'saved');
  for (const tab of tabs) tab.unplug();
  await until(() => tabs.every((tab) => !tab.isSaved), 'offline');
  setCardText(tabs[0]?.session.journey as never, 'card1', 'Card 1, of the first tab');
  setCard(tabs[1]?.session.journey as never, 'card2', { severity: 2 });
  await renew(made);
  for (const tab of tabs) tab.plug();
  const isThere = (tab: Person) =>
    textOf(tab, 'card1') === 'Card 1, of the first tab' &&
    toJourney(tab.session.journey).cards.find((card) => card.id === 'card2')?.severity === 2;
  await until(() => tabs.every((tab) => tab.isSaved && isThere(tab)), 'both everywhere');
  expect(tabs.flatMap((tab) => [...tab.lost, ...tab.refusals])).toEqual([]);
});

test('a browser whose store breaks down carries the edits over in memory', async () => {
  const made = await startWorn();
  const per = person(made, 'per');
  await until(() => per.isSaved, 'saved');
  per.unplug();
  await until(() => !per.isSaved, 'offline');
  setCardText(per.session.journey, 'card1', 'Card 1, on the train');
  await renew(made);
  const open = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = () => {
    throw new Error('the disk is full');
  };
  try {
    per.plug();
    await until(() => per.renewals === 1 && per.isSaved, 'saved');
    expect(textOf(per, 'card1')).toBe('Card 1, on the train');
    expect(per.session.state.get().keptOnDevice).toBe(false);
  } finally {
    IDBDatabase.prototype.transaction = open;
  }
  expect(await made.sync.rooms.read(DOCUMENT)).toBeInstanceOf(Uint8Array);
});
