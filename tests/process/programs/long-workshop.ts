/**
 * Three hours of a workshop in a few seconds: ten people move cards 20,000 times and type 2,000 times on 200
 * cards. Tells as JSON what is stored afterwards, how long opening takes, and what memory is left:
 * `node --expose-gc --import tsx long-workshop.ts <seed>`.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { createDocument } from '../../../lib/db/documents.ts';
import { docPasts, docStates, docUpdates } from '../../../lib/db/schema/index.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { openJourney } from '../../../lib/journey/document.ts';
import { ordersBetween } from '../../../lib/journey/order.ts';
import { renewed } from '../../../lib/journey/renew/index.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { documentStore } from '../../../server/sync/store.ts';
import { buildSync } from '../../../server/sync/sync.ts';
import { BareClient } from '../../support/bare-client.ts';
import { openTestDatabase } from '../../support/database.ts';
import { memoryAfterCollection } from '../../support/memory.ts';
import { actor } from '../../support/network.ts';
import { random } from '../../support/random.ts';
import { serve, until } from '../../support/sockets.ts';
import { seed } from '../../sync/set-up.ts';

const PEOPLE = 10;
const CARDS = 200;
/** Each moves so many cards at a time. */
const MOVES = { times: 5_000, cards: 4 };
const WORDS = 2_000;
/** A person makes an edit every so many ms: below what the server takes of one socket. */
const PACE = 12;

const r = random(Number(process.argv[2]));
const { db, close } = await openTestDatabase();
const { state, cell } = seed();
const said: string[] = [];
const sync = buildSync({
  config: { baseUrl: undefined },
  store: documentStore(db),
  authorise: async (request) => actor(String(request.headers['x-user']), 'participant'),
  memberIds: async () => [],
  checkDrawing: () => null,
  linger: 50,
  logger: { info: (line) => void said.push(line), warn: console.error, error: console.error },
});
const server = await serve(sync);
const open = (document: string, who: string) =>
  BareClient.open(`${server.url}/${document}`, server.socketOf(who));

// A short one first: code that is compiled and buffers that are made are no growth.
await hold(250, 100);
const before = memoryAfterCollection();
const { document, last } = await hold(MOVES.times, WORDS);
// It is written anew when the last one has left, with both copies in memory.
await until(() => said.some((line) => line.includes(document)), 'the document written anew', 30_000);
const after = memoryAfterCollection();

const began = performance.now();
const late = await open(document, 'late');
const openedIn = performance.now() - began;
const isWhole = isDeepStrictEqual(late.doc.toJSON(), documentOf(last).toJSON());
late.close();
const [held] = await db.select().from(docStates).where(eq(docStates.doc, document));
const log = await db.select().from(docUpdates).where(eq(docUpdates.doc, document));
const past = await db.select().from(docPasts).where(eq(docPasts.doc, document));
const size = (rows: { length: number }[]) => rows.reduce((sum, row) => sum + row.length, 0);
console.info(
  JSON.stringify({
    isWhole,
    openedIn,
    fresh: renewed(openJourney(documentOf(last))).state.length,
    stored: (held?.state.length ?? 0) + size(log.map((row) => row.bytes)),
    past: size(past.map((row) => row.state)),
    epoch: held?.epoch,
    before,
    after,
  }),
);
await server.close();
await close();

/** A workshop from its beginning until everybody has left and its room is closed. */
async function hold(moves: number, words: number): Promise<{ document: string; last: Uint8Array }> {
  const document = journeyDocument(randomUUID());
  await createDocument(db, document, laidOut());
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, i) => open(document, `person-${i}`)));
  await work(people, moves, words);
  await Promise.all(people.map((person) => person.saved()));
  const heard = ({ doc }: BareClient) => people.every((other) => knows(doc, other.doc));
  await until(() => people.every(heard), 'everybody to have heard of everything', 30_000);
  const last = Y.encodeStateAsUpdate((people[0] as BareClient).doc);
  for (const person of people) person.close();
  // The tests' server remembers every frame.
  server.sent.length = 0;
  await until(() => sync.health().rooms === 0, 'the room closed', 30_000);
  return { document, last };
}

function laidOut(): Uint8Array {
  const journey = openJourney(documentOf(state));
  journey.doc.transact(() => {
    for (let i = 0; i < CARDS; i += 1) {
      addCard(journey, { kind: 'quote', text: `Kort nummer ${i}`, cell, authorId: 'person-0' });
    }
  });
  return Y.encodeStateAsUpdate(journey.doc);
}

/** Whether a document has all that the other's own client has written. */
function knows(doc: Y.Doc, { clientID, store }: Y.Doc): boolean {
  return Y.getState(doc.store, clientID) === Y.getState(store, clientID);
}

function documentOf(update: Uint8Array): Y.Doc {
  const { doc } = openJourney(new Y.Doc());
  Y.applyUpdate(doc, update);
  return doc;
}

/** Everybody by turns, until all is done: of seven edits two are words. */
async function work(clients: readonly BareClient[], moves: number, words: number): Promise<void> {
  const journeys = clients.map((client) => client.journey);
  const left = { moves, words };
  await new Promise<void>((resolve) => {
    const clock = setInterval(() => {
      for (const journey of journeys) {
        const cards = [...journey.cards.values()];
        if (left.moves > 0 && (left.words === 0 || r.below(7) > 1)) {
          left.moves -= 1;
          const order = () => ordersBetween(null, null, 1)[0];
          journey.doc.transact(() => {
            for (let i = 0; i < MOVES.cards; i += 1) r.of(cards).set('place', { ...cell, order: order() });
          });
        } else if (left.words > 0) {
          left.words -= 1;
          const text = r.of(cards).get('text') as Y.Text;
          text.insert(r.below(text.length + 1), r.of(['sa hon', ' och sedan', 'aldrig ', 'ja']));
        }
      }
      if (left.moves + left.words > 0) return;
      clearInterval(clock);
      resolve();
    }, PACE);
  });
}
