import { expect, test } from 'vitest';
import { addCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { toJourney } from '../../lib/journey/document.ts';
import { clearsDevice } from '../../lib/sync/client/clearing.ts';
import type { JourneySession, SaveState } from '../../lib/sync/client/index.ts';
import { RECEIPT_PATIENCE, SaveTracker } from '../../lib/sync/client/save-state.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import type { Refused } from '../../lib/sync/messages.ts';
import { MESSAGE } from '../../lib/sync/protocol.ts';
import { DOCUMENT, WORKSHOP } from '../support/network.ts';
import { until } from '../support/sockets.ts';
import { start } from './served.ts';

const is = (session: JourneySession, kind: SaveState['kind']) => () => session.state.get().kind === kind;
const texts = (session: JourneySession) => toJourney(session.journey).cards.map((c) => c.text);

test('saving until the receipt, then saved; the numbers tell of one’s own edits', async () => {
  const { server, store, cell } = await start();
  const per = server.session('per');
  expect(per.state.get()).toMatchObject({ kind: 'connecting', editable: false, pending: 0 });
  await per.ready;
  await until(is(per, 'saved'), 'saved');
  expect(per.state.get().editable).toBe(true);
  const seen: string[] = [];
  per.state.subscribe(() => seen.push(`${per.state.get().kind} ${per.state.get().pending}`));
  const release = store.hold('append');
  addCard(per.journey, { kind: 'quote', text: 'Kept', cell, authorId: 'per' });
  expect(per.state.get()).toMatchObject({ kind: 'saving', pending: 1 });
  release();
  await until(is(per, 'saved'), 'saved');
  expect(seen.at(-1)).toBe('saved 0');
  expect(store.rows).toHaveLength(1);
});

test('not saved while the store fails, saved when it is back', async () => {
  const { server, store, cell } = await start();
  const per = server.session('per');
  await until(is(per, 'saved'), 'saved');
  store.failing = new Error('away');
  addCard(per.journey, { kind: 'quote', text: 'Patience', cell, authorId: 'per' });
  await until(is(per, 'notSaved'), 'not saved');
  expect(per.state.get().pending).toBe(1);
  const late = server.session('ada');
  await until(is(late, 'notSaved'), 'the newcomer told');
  store.failing = null;
  await until(() => is(per, 'saved')() && is(late, 'saved')(), 'saved');
  expect(store.rows).toHaveLength(1);
});

test('offline edits wait, are counted, and are saved after coming back', async () => {
  const { server, sync, cell } = await start();
  const per = server.session('per');
  const ada = server.session('ada');
  await until(() => is(per, 'saved')() && is(ada, 'saved')(), 'saved');
  sync.rooms.rightsChanged(WORKSHOP, 'per');
  await until(is(per, 'offline'), 'offline');
  addCard(per.journey, { kind: 'quote', text: 'On the train', cell, authorId: 'per' });
  expect(per.state.get()).toMatchObject({ kind: 'offline', pending: 1, editable: true });
  await until(is(per, 'saved'), 'saved again');
  await until(() => texts(ada).includes('On the train'), 'the others have it');
});

test('a refused edit ends the session with all unsaved words, and a new one starts clean', async () => {
  const { server, store, sync, cell } = await start();
  const per = server.session('per');
  await until(is(per, 'saved'), 'saved');
  const refused = new Promise<Refused>((resolve) => per.onRefused(resolve));
  sync.rooms.rightsChanged(WORKSHOP, 'per');
  await until(is(per, 'offline'), 'offline');
  const own = addCard(per.journey, { kind: 'quote', text: 'An honest', cell, authorId: 'per' });
  addCard(per.journey, { kind: 'quote', text: 'In her name', cell, authorId: 'nobody' });
  setCardText(per.journey, own, 'An honest thought');
  expect(await refused).toEqual({
    code: 'editInvalid',
    params: {},
    texts: expect.arrayContaining(['An honest thought', 'In her name']),
  });
  expect(per.state.get()).toMatchObject({ kind: 'refused', editable: false, code: 4409 });
  expect(store.rows).toEqual([]);
  per.destroy();
  const anew = server.session('per');
  await until(is(anew, 'saved'), 'a clean start');
  expect(texts(anew)).toEqual([]);
});

test('a right that was taken away ends the session for good', async () => {
  const { server } = await start();
  const stranger = server.session('stranger');
  await until(is(stranger, 'closed'), 'closed');
  expect(stranger.state.get()).toMatchObject({ code: 4401, editable: false });
});

test('a session that ran out keeps unsaved edits on the device; a right that was taken away keeps nothing', () => {
  expect(clearsDevice(CLOSE.signInRequired, 1)).toBe(false);
  expect(clearsDevice(CLOSE.signInRequired, 0)).toBe(true);
  for (const code of [CLOSE.forbidden, CLOSE.documentUnknown, CLOSE.refused, 1009]) {
    expect(clearsDevice(code, 1)).toBe(true);
  }
  for (const code of [CLOSE.rightsChanged, CLOSE.goingAway, CLOSE.unavailable, 1006]) {
    expect(clearsDevice(code, 0)).toBe(false);
  }
});

test('two sessions of one user work side by side', async () => {
  const { server, cell } = await start();
  const [one, two] = [server.session('per'), server.session('per')];
  await until(() => is(one, 'saved')() && is(two, 'saved')(), 'saved');
  addCard(one.journey, { kind: 'quote', text: 'From one', cell, authorId: 'per' });
  addCard(two.journey, { kind: 'quote', text: 'From two', cell, authorId: 'per' });
  await until(() => texts(one).length === 2 && texts(two).length === 2, 'both');
  await until(() => is(one, 'saved')() && is(two, 'saved')(), 'saved');
});

test('a reader follows, is never editable, and gets notices', async () => {
  const { server, sync, cell } = await start();
  const leo = server.session('leo', true);
  const per = server.session('per');
  await until(() => is(leo, 'saved')() && is(per, 'saved')(), 'saved');
  addCard(per.journey, { kind: 'quote', text: 'Look', cell, authorId: 'per' });
  await until(() => texts(leo).includes('Look'), 'the edit');
  expect(leo.state.get().editable).toBe(false);
  const told = new Promise((resolve) => leo.onNotice(resolve));
  sync.rooms.notify(DOCUMENT, { type: 'snapshots' });
  expect(await told).toEqual({ type: 'snapshots' });
});

test('our client sends its own presence only, never echoes', async () => {
  const { server } = await start();
  const [per, ada] = [server.session('per'), server.session('ada')];
  await until(() => is(per, 'saved')() && is(ada, 'saved')(), 'saved');
  await until(() => per.awareness.getStates().size === 2, 'each other');
  const before = server.sent.length;
  ada.awareness.setLocalStateField('cursor', { x: 1, y: 2 });
  await until(() => per.awareness.getStates().get(ada.doc.clientID)?.cursor?.x === 1, 'the cursor');
  expect(server.sent.slice(before).map(({ userId, frame }) => [userId, frame[0]])).toEqual([
    ['ada', MESSAGE.awareness],
  ]);
  expect(per.awareness.getStates().get(ada.doc.clientID)?.user).toMatchObject({
    id: 'ada',
    role: 'participant',
  });
});

test('saved takes the server’s state, our own sent, and every receipt', () => {
  const tracker = new SaveTracker(false);
  const kind = () => tracker.get().kind;
  tracker.connected();
  expect(kind()).toBe('connecting');
  tracker.synced();
  // What we have and the server lacks is not sent yet.
  expect(kind()).toBe('saving');
  tracker.sent(true, 0);
  expect(kind()).toBe('saving');
  tracker.receipted(1, 0);
  expect(kind()).toBe('saved');
  tracker.edited();
  tracker.sent(false, 0);
  tracker.edited();
  tracker.sent(false, 0);
  tracker.receipted(2, 0);
  expect(tracker.get()).toMatchObject({ kind: 'saving', pending: 2 });
  tracker.tick(RECEIPT_PATIENCE + 1);
  expect(kind()).toBe('notSaved');
  tracker.disconnected();
  expect(tracker.get()).toMatchObject({ kind: 'offline', pending: 2 });
  tracker.connected();
  tracker.synced();
  tracker.sent(true, 0);
  expect(kind()).toBe('saving');
  tracker.receipted(1, 0);
  expect(tracker.get()).toMatchObject({ kind: 'saved', pending: 0 });
});

test('offline from the start, only a copy of a whole earlier session may be edited', () => {
  for (const loaded of [true, false]) {
    const tracker = new SaveTracker(false);
    tracker.device(loaded, loaded);
    expect(tracker.get().editable).toBe(false);
    tracker.disconnected();
    expect(tracker.get()).toMatchObject({
      kind: 'offline',
      editable: loaded,
      keptOnDevice: true,
      pending: loaded ? 1 : 0,
    });
  }
});
