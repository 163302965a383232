import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig, StartError, setEnvironment } from '../lib/config.ts';
import { lockFolder } from '../lib/db/lock.ts';
import { openDatabase } from '../lib/db/open.ts';
import { installationRoot } from '../lib/db/root.ts';
import { lockDatabase } from '../lib/db/server-lock.ts';
import { setRuntime } from '../lib/runtime.ts';
import { hasAccounts } from '../lib/services/users.ts';
import { addressOf, pathOf } from './address.ts';
import { createAnswerStatus } from './http/answer-status.ts';
import { securityHeaders } from './http/headers.ts';
import { createPing, sendHealth } from './http/health.ts';
import { createHttpServer, refuseUpgrade } from './http/server.ts';
import { startNext } from './next.ts';
import { createShutdown, stopOnSignals } from './shutdown.ts';
import { createSync } from './sync/index.ts';

const STOP_WITHIN_MS = 15_000;
const SYNC_CLOSES_WITHIN_MS = 8_000;
const ANSWERS_END_WITHIN_MS = 2_000;

const shutdown = createShutdown();
stopOnSignals(shutdown, STOP_WITHIN_MS);
// One forgotten promise in one request must not end everybody's workshop; it is in the log.
process.on('unhandledRejection', (error) => console.error('A promise failed unattended:', error));
try {
  await start(!process.argv.includes('--dev'));
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  await shutdown.run();
  process.exit(1);
}

/** Configuration → lock → database and migrations → live documents → Next → listen; closed in reverse. */
async function start(production: boolean): Promise<void> {
  const config = readConfig({ production });
  setEnvironment(config);
  const root = installationRoot();
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

  const announced = addressOf(config, config.port);
  if (config.databaseUrl) {
    const lock = await lockDatabase(config.databaseUrl, announced);
    shutdown.add('the lock', lock.release);
    lock.lost.then(giveUp);
  } else {
    const lock = await lockFolder(config.dataDir, announced);
    shutdown.add('the lock', lock.release);
  }
  const database = await openDatabase(config);
  shutdown.add('the database', database.close);
  database.broken.then(giveUp);
  const { db } = database;

  const sync = createSync({ db, config });
  shutdown.add('the live documents', () => sync.close(SYNC_CLOSES_WITHIN_MS));
  const status = createAnswerStatus();
  setRuntime({ config, db, rooms: sync.rooms, answerStatus: status.set });

  const pages = await startNext(config, root);
  const secure = securityHeaders(config);
  const ping = createPing(() => database.pool.query('select 1'));
  const server = createHttpServer(
    async (request, response) => {
      secure(request, response);
      if (shutdown.stopping) response.setHeader('Connection', 'close');
      if (pathOf(request.url) !== '/api/health') {
        return status.during(request, response, () => pages.handle(request, response));
      }
      const { store, rooms, clients } = sync.health();
      const well = store === 'ok' && (await ping());
      const state = shutdown.stopping ? 'stopping' : well ? 'ok' : 'failing';
      sendHealth(response, { status: state, version, rooms, clients });
    },
    (request, socket, head) => {
      const wanted = pathOf(request.url);
      if (wanted.startsWith('/sync/') && !shutdown.stopping) return sync.upgrade(request, socket, head);
      if (wanted.startsWith('/_next/') && pages.upgrade(request, socket, head)) return;
      refuseUpgrade(socket, shutdown.stopping ? 503 : 404);
    },
  );
  const port = await server.listen(config);
  shutdown.add('Next', async () => {
    await server.close(ANSWERS_END_WITHIN_MS);
    await pages.close();
  });
  shutdown.add('the listener', server.stopListening);

  const address = addressOf(config, port);
  console.info(`Utifrån ${version} is ready on ${address}`);
  if (!(await hasAccounts(db)))
    console.info(`Nobody has an account yet: open ${address}/welcome to make the first.`);
}

/** What can no longer be stored must not be taken in. */
async function giveUp(error: Error): Promise<void> {
  if (shutdown.stopping) return;
  console.error('The database is lost to this server, which stops now:', error);
  await Promise.race([shutdown.run(), pause(STOP_WITHIN_MS)]);
  process.exit(1);
}
