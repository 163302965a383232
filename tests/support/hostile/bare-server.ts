/**
 * Our sync server in a process of its own, for `fork`: PGlite in a throw-away folder, judged with the
 * whole schema, behind the product's HTTP server; only who somebody is comes from a header. Tells its
 * parent the port, and on request what it has needed since the last reset.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkDrawingRecord } from '../../../lib/board/schema/index.ts';
import { createDocument } from '../../../lib/db/documents.ts';
import { AppError } from '../../../lib/errors.ts';
import { createHttpServer } from '../../../server/http/server.ts';
import type { Log } from '../../../server/log/index.ts';
import { documentStore } from '../../../server/sync/store.ts';
import { buildSync } from '../../../server/sync/sync.ts';
import { openTestDatabase } from '../database.ts';
import { actor, DOCUMENT } from '../network.ts';
import { groundWith } from './map.ts';
import type { Needed } from './server.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-hostile-'));
const { db } = await openTestDatabase(path.join(folder, 'db'));
await createDocument(db, DOCUMENT, groundWith(Number(process.argv[2])));
const quiet = { debug() {}, info() {}, warn() {}, error() {}, fatal() {}, child: () => quiet };

const sync = buildSync({
  config: { baseUrl: undefined },
  store: documentStore(db),
  checkDrawing: checkDrawingRecord,
  memberIds: async () => ['per', 'ada', 'eve'],
  logger: quiet,
  async authorise({ headers }) {
    const userId = String(headers['x-user']);
    // Somebody whose session takes its time, and then is none.
    if (userId === 'slow') await new Promise((resolve) => setTimeout(resolve, 3_000));
    if (userId === 'slow') throw new AppError('signInRequired');
    return actor(userId, userId.startsWith('leo') ? 'leader' : 'participant');
  },
});
const server = createHttpServer(
  (_request, response) => void response.writeHead(404).end(),
  (request, socket, head) => sync.upgrade(request, socket, head),
  quiet as unknown as Log,
);
const port = await server.listen({ port: 0, host: '127.0.0.1' });

const memory = () => process.memoryUsage();
let start = memory();
let most = { rss: 0, heap: 0 };
let stood = 0;
let at = performance.now();
let spent = process.cpuUsage();
setInterval(() => {
  const now = performance.now();
  const { user, system } = process.cpuUsage(spent);
  // A pause in which this process did nothing was another's turn.
  stood = Math.max(stood, Math.min(now - at - 10, (user + system) / 1_000));
  at = now;
  spent = process.cpuUsage();
  const { rss, heapUsed, external } = memory();
  most = { rss: Math.max(most.rss, rss), heap: Math.max(most.heap, heapUsed + external) };
}, 10);

function reset(): void {
  for (let n = 0; n < 3; n += 1) globalThis.gc?.();
  start = memory();
  most = { rss: start.rss, heap: start.heapUsed + start.external };
  stood = 0;
  at = performance.now();
  spent = process.cpuUsage();
}

function needed(): Needed {
  const mb = (bytes: number) => bytes / 2 ** 20;
  return {
    rss: mb(most.rss - start.rss),
    heap: mb(most.heap - start.heapUsed - start.external),
    loop: stood,
    clients: sync.health().clients,
  };
}

process.on('message', async (order: 'reset' | 'needed' | 'stop') => {
  if (order === 'reset') reset();
  if (order === 'stop') {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  }
  process.send?.({ answer: order === 'needed' ? needed() : true });
});
process.on('disconnect', () => process.exit(1));
process.send?.({ port });
