/**
 * Profile W of a workshop against the built server: twelve stock y-websocket clients (a facilitator, a
 * note-taker who types, eight who place and move, two who read), 200 cards, five edits a second in all,
 * every pointer moving. Prints how long an edit takes until the server says it is durable, and until each
 * of the others has it.
 *
 * `npm run build && node --import tsx tests/bench/edit-to-saved.ts [seconds]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readVarUint } from 'lib0/decoding';
import { WebSocket as NodeSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { addCard, moveCards, setCardText } from '../../lib/journey/commands/cards.ts';
import { openJourney, toJourney } from '../../lib/journey/document.ts';
import { countingSocket } from '../../lib/sync/client/socket.ts';
import { journeyDocument, MESSAGE } from '../../lib/sync/protocol.ts';
import { type Furnished, furnish } from '../support/furnish.ts';
import { startServer } from '../support/process.ts';
import { random } from '../support/random.ts';
import { until } from '../support/sockets.ts';
import { figures } from './figures.ts';

const SECONDS = Number(process.argv[2] ?? 60);
const EVERY_MS = 200;
const POINTER_MS = 100;
const CARDS = 200;
const ROLES = [
  'noteTaker',
  ...Array.from({ length: 8 }, () => 'participant' as const),
  'leader',
  'leader',
] as const;

const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-bench-'));
const furnished = await furnish(folder, ROLES);
const server = await startServer({ DATA_DIR: folder });
const clients = furnished.people.map((person) => connect(furnished, person));
const durable: number[] = [];
const fannedOut: number[] = [];

interface Edit {
  author: Client;
  clock: number;
  at: number;
  waiting: Set<Client>;
}
const edits = new Set<Edit>();

try {
  await until(() => clients.every((c) => c.provider.synced), 'sync', 30_000);
  const [facilitator] = clients as [Client];
  const { touchpoints, lanes } = toJourney(facilitator.journey);
  const lane = lanes.find((l) => l.kind === 'quote') ?? lanes[0];
  const cells = touchpoints.map((t) => ({ touchpointId: t.id, laneId: lane?.id ?? '' }));
  const r = random(1);
  const authorId = facilitator.userId;
  const cards = Array.from({ length: CARDS }, (_, i) =>
    addCard(facilitator.journey, { kind: 'quote', text: `Kort nummer ${i}`, cell: r.of(cells), authorId }),
  );
  await until(() => clients.every((c) => c.journey.cards.size === CARDS), 'every card', 60_000);
  await until(() => clients.every((c) => c.sentAt.size === 0), 'the receipts for them', 60_000);
  durable.length = 0;
  for (const client of clients) client.provider.doc.on('afterTransaction', () => arrived(client));

  const pointers = setInterval(() => {
    for (const c of clients)
      c.provider.awareness.setLocalStateField('cursor', { x: r.below(4000), y: r.below(2000) });
  }, POINTER_MS);
  const writers = clients.slice(0, 10);
  let made = 0;
  await new Promise<void>((resolve) => {
    const acts = setInterval(() => {
      if (made >= (SECONDS * 1000) / EVERY_MS) {
        clearInterval(acts);
        resolve();
        return;
      }
      made += 1;
      // Every other edit is the note-taker's typing.
      const author = made % 2 === 0 ? (writers[1] as Client) : r.of(writers);
      act(author, () => {
        const card = r.of(cards);
        if (author === writers[1]) {
          const text = author.journey.cards.get(card)?.get('text')?.toString() ?? '';
          setCardText(author.journey, card, `${text.slice(0, 300)} ord`);
        } else moveCards(author.journey, [card], r.of(cells), r.below(3));
      });
    }, EVERY_MS);
  });
  clearInterval(pointers);
  await until(() => edits.size === 0 && clients.every((c) => c.sentAt.size === 0), 'the last edit', 30_000);
  console.info(
    `${made} edits by ${writers.length} of ${clients.length} clients on ${CARDS} cards, ${SECONDS} s`,
  );
  console.info(`edit → durable: ${figures(durable)}`);
  console.info(`edit → another client: ${figures(fannedOut)}`);
} finally {
  for (const { provider } of clients) {
    provider.destroy();
    // Presence keeps a timer of its own until its document goes.
    provider.doc.destroy();
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

type Client = ReturnType<typeof connect>;

function act(author: Client, change: () => void): void {
  const at = performance.now();
  const { doc } = author.provider;
  const before = Y.getState(doc.store, doc.clientID);
  change();
  const clock = Y.getState(doc.store, doc.clientID);
  if (clock > before) edits.add({ author, clock, at, waiting: new Set(clients.filter((c) => c !== author)) });
}

function arrived(client: Client): void {
  for (const edit of edits) {
    if (!edit.waiting.has(client)) continue;
    if (Y.getState(client.provider.doc.store, edit.author.provider.doc.clientID) < edit.clock) continue;
    fannedOut.push(performance.now() - edit.at);
    edit.waiting.delete(client);
    if (edit.waiting.size === 0) edits.delete(edit);
  }
}

function connect({ workshopId }: Furnished, { userId, cookie }: Furnished['people'][number]) {
  const doc = new Y.Doc();
  const journey = openJourney(doc, { userId });
  const origin = server.url;
  const Base = class extends NodeSocket {
    constructor(url: string | URL) {
      super(url, { headers: { origin, cookie } });
    }
  } as unknown as typeof WebSocket;
  /** By the number of the message on this connection: when it was sent. */
  const sentAt = new Map<number, number>();
  let sent = 0;
  const provider = new WebsocketProvider(
    `${origin.replace('http', 'ws')}/sync`,
    journeyDocument(workshopId),
    doc,
    {
      disableBc: true,
      WebSocketPolyfill: countingSocket(Base, () => {
        sent += 1;
        sentAt.set(sent, performance.now());
      }),
    },
  );
  for (const type of [MESSAGE.keepAlive, MESSAGE.refused, MESSAGE.notice, MESSAGE.store]) {
    provider.messageHandlers[type] = () => {};
  }
  provider.messageHandlers[MESSAGE.receipt] = (_encoder, decoder) => {
    const count = readVarUint(decoder);
    for (const [number, at] of sentAt) {
      if (number > count) break;
      durable.push(performance.now() - at);
      sentAt.delete(number);
    }
  };
  return { userId, provider, journey, sentAt };
}
