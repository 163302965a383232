import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { openJourney } from '../../lib/journey/document.ts';
import { type JourneySession, openSession } from '../../lib/sync/client/index.ts';
import type { Notice } from '../../lib/sync/protocol.ts';
import { DOCUMENT, WORKSHOP } from '../support/network.ts';
import { until } from '../support/sockets.ts';
import { start } from './served.ts';
import { seed, texts } from './set-up.ts';

const IDS = { interviewIds: ['i1'], findingIds: ['f1'] };
const MARKER = 'marker-e7d1';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A server that records what is erased, as the database does: a room that is opened later reads it there. */
async function erasing() {
  const recorded = { interviewIds: [] as string[], findingIds: [] as string[], cardIds: [], mark: 0 };
  const made = await start({ erasures: async () => recorded });
  async function erase() {
    Object.assign(recorded, IDS, { mark: Date.now() });
    await made.sync.rooms.erase(WORKSHOP, IDS);
  }
  return { ...made, erase };
}

const quote = ({ journey }: JourneySession, text: string, isTheirs = true) =>
  addCard(journey, {
    kind: 'quote',
    text,
    cell: null,
    authorId: 'per',
    source: isTheirs ? { interviewId: 'i1', findingId: 'f1' } : null,
  });
const saved = (session: JourneySession) => until(() => session.state.get().kind === 'saved', 'saved');

/** What a browser keeps of the map for Per, as one text. */
async function kept(): Promise<string> {
  const request = indexedDB.open(`utifran:${DOCUMENT}:per`);
  const db = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const read = <T>(asked: IDBRequest<T>) =>
    new Promise<T>((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
  const stores = db.transaction(['updates', 'custom'], 'readwrite');
  const all = [
    await read(stores.objectStore('updates').getAll()),
    await read(stores.objectStore('custom').getAll()),
  ];
  db.close();
  return all
    .flat()
    .map((held) => {
      const bytes = held instanceof Uint8Array ? held : (held as { state?: Uint8Array })?.state;
      return bytes ? Buffer.from(bytes).toString('latin1') : JSON.stringify(held);
    })
    .join(' ');
}

test('a browser that has the map open forgets what was erased, and is told of it', async () => {
  const { server, erase } = await erasing();
  const per = server.session('per');
  await saved(per);
  const told: Notice[] = [];
  per.onNotice((notice) => void told.push(notice));
  quote(per, MARKER);
  quote(per, 'the rest', false);
  await saved(per);
  expect(await kept()).toContain(MARKER);
  await erase();
  await until(() => told.length > 0, 'the notice');
  expect(told).toMatchObject([{ type: 'erased', interviewIds: ['i1'], findingIds: ['f1'] }]);
  await until(async () => !(await kept()).includes(MARKER));
  expect(await kept()).toContain('the rest');
  expect(texts(per)).toEqual(['the rest']);
});

test('a browser that was away forgets when it comes back, with what it had put aside', async () => {
  const { server, erase } = await erasing();
  const first = server.session('per');
  await saved(first);
  quote(first, MARKER);
  quote(first, 'the rest', false);
  await saved(first);
  first.destroy();
  await putAside();
  expect(await kept()).toContain(`${MARKER} aside`);
  await erase();
  const per = server.session('per');
  await saved(per);
  await until(async () => !(await kept()).includes(MARKER));
  expect(texts(per)).toEqual(['the rest']);
  expect(JSON.stringify([...per.awareness.getStates()])).not.toContain(MARKER);
});

test('what could not be saved and was erased is not offered to anybody to copy', async () => {
  const { server, erase } = await erasing();
  const line = cutting(server.socketOf('per'));
  const per = openSession({
    url: server.url,
    document: DOCUMENT,
    user: { id: 'per', name: 'per' },
    readOnly: false,
    WebSocket: line.WebSocket,
  });
  await saved(per);
  const card = quote(per, MARKER);
  await saved(per);
  line.cut();
  await until(() => per.state.get().kind === 'offline', 'the cut');
  setCardText(per.journey, card, `${MARKER} more`);
  quote(per, `${MARKER} another`);
  quote(per, 'my own', false);
  await erase();
  const refused = new Promise((resolve) => void per.onRefused(resolve));
  line.mend();
  expect(await refused).toEqual({ code: 'sourceErased', params: {}, texts: ['my own'] });
  await until(async () => !(await kept()).includes(MARKER));
  per.destroy();
});

/** A WebSocket class whose line can be cut, for as long as one likes. */
function cutting(Base: typeof WebSocket) {
  let isCut = false;
  let open: { terminate(): void } | null = null;
  class Line extends Base {
    constructor(url: string | URL) {
      super(isCut ? 'ws://127.0.0.1:1/' : url);
      open = this as unknown as { terminate(): void };
    }
  }
  return {
    WebSocket: Line as typeof WebSocket,
    cut() {
      isCut = true;
      open?.terminate();
    },
    mend() {
      isCut = false;
    },
  };
}

/** An earlier epoch's document with the card in it, which nobody could carry over yet. */
async function putAside(): Promise<void> {
  const old = openJourney(new Y.Doc());
  Y.applyUpdate(old.doc, seed().state);
  const source = { interviewId: 'i1', findingId: 'f1' };
  addCard(old, { kind: 'quote', text: `${MARKER} aside`, cell: null, authorId: 'per', source });
  const request = indexedDB.open(`utifran:${DOCUMENT}:per`);
  await new Promise<void>((resolve) => {
    request.onsuccess = () => {
      const transaction = request.result.transaction('custom', 'readwrite');
      const aside = { epoch: 0, state: Y.encodeStateAsUpdate(old.doc), known: null };
      transaction.objectStore('custom').put(aside, 'aside:0');
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}
