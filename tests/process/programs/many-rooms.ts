/**
 * Opens rooms and closes them again, in rounds, and tells after each what is left of them, as JSON:
 * `node --expose-gc --import tsx many-rooms.ts <rounds> <rooms a round>`. In every fifth room somebody edits.
 */
import { randomUUID } from 'node:crypto';
import { docStates } from '../../../lib/db/schema/index.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { documentStore } from '../../../server/sync/store.ts';
import { buildSync } from '../../../server/sync/sync.ts';
import { BareClient } from '../../support/bare-client.ts';
import { openTestDatabase } from '../../support/database.ts';
import { memoryAfterCollection } from '../../support/memory.ts';
import { actor } from '../../support/network.ts';
import { serve, until } from '../../support/sockets.ts';
import { seed } from '../../sync/set-up.ts';

const [rounds = 10, rooms = 300] = process.argv.slice(2).map(Number);
/** How many are open at one time. */
const AT_ONCE = 30;

const { db, close } = await openTestDatabase();
const { state, cell } = seed();
const names = Array.from({ length: rooms }, () => journeyDocument(randomUUID()));
await db.insert(docStates).values(names.map((doc) => ({ doc, state })));
const sync = buildSync({
  config: { baseUrl: undefined },
  store: documentStore(db),
  authorise: async (request) => actor(String(request.headers['x-user']), 'participant'),
  memberIds: async () => [],
  checkDrawing: () => null,
  linger: 50,
});
const server = await serve(sync);

for (let round = 1; round <= rounds; round += 1) {
  for (let first = 0; first < rooms; first += AT_ONCE) {
    await Promise.all(names.slice(first, first + AT_ONCE).map((name, i) => visit(name, first + i)));
  }
  // The tests' server remembers every frame.
  server.sent.length = 0;
  await until(() => sync.health().rooms === 0, 'every room closed', 60_000);
  console.info(JSON.stringify({ round, rooms: sync.health().rooms, ...memoryAfterCollection() }));
}
await server.close();
await close();

async function visit(name: string, number: number): Promise<void> {
  const userId = `user-${number}`;
  const client = await BareClient.open(`${server.url}/${name}`, server.socketOf(userId));
  if (number % 5 === 0) {
    addCard(client.journey, { kind: 'quote', text: 'Tack', cell, authorId: userId });
    await client.saved();
  }
  client.close();
}
