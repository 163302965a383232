import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Config, readConfig, StartError, setEnvironment } from '../lib/config.ts';
import { lockFolder } from '../lib/db/lock.ts';
import { openDatabase } from '../lib/db/open.ts';
import { installationRoot } from '../lib/db/root.ts';
import { lockDatabase } from '../lib/db/server-lock.ts';
import { setRuntime } from '../lib/runtime.ts';
import { hasAccounts } from '../lib/services/users.ts';
import { addressOf, pathOf } from './address.ts';
import { keepErasing } from './erasures.ts';
import { createAnswerStatus } from './http/answer-status.ts';
import { securityHeaders } from './http/headers.ts';
import { createPing } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { operationsPages } from './http/operations.ts';
import { createHttpServer, refuseUpgrade } from './http/server.ts';
import { adoptConsole } from './log/console.ts';
import { createLog } from './log/index.ts';
import { markup } from './markup.ts';
import { startNext } from './next.ts';
import { createShutdown, stopOnSignals } from './shutdown.ts';
import { AutomaticSnapshots } from './snapshots/automatic.ts';
import { keepThinning } from './snapshots/thinning.ts';
import { createStyles } from './styles.ts';
import { openFanOut } from './sync/fan-out/index.ts';
import { createSync } from './sync/index.ts';
import { createWork } from './work/threads.ts';

const STOP_WITHIN_MS = 15_000;
const SYNC_CLOSES_WITHIN_MS = 8_000;
const ANSWERS_END_WITHIN_MS = 2_000;

const config = readConfigOrEnd(!process.argv.includes('--dev'));
const log = createLog({ level: config.logLevel, terminal: process.stdout.isTTY === true });
// While developing, Next's own console is the more readable one.
if (config.production) adoptConsole(log);
const shutdown = createShutdown(log);
stopOnSignals(shutdown, STOP_WITHIN_MS, log);
// One forgotten promise in one request must not end everybody's workshop; it is in the log.
process.on('unhandledRejection', (error) => log.error('A promise failed unattended.', error));
// Nobody knows what state this leaves: only what is durable counts, and browsers bring the rest back.
process.on('uncaughtException', (error) => {
  log.error('The server broke and ends.', error);
  process.exit(1);
});
try {
  await start();
} catch (error) {
  if (error instanceof StartError) tellStarter(error);
  else log.error('The server could not start.', error);
  await shutdown.run();
  process.exit(1);
}

/** Configuration → lock → database and migrations → other nodes → live documents → Next → listen; closed in reverse. */
async function start(): Promise<void> {
  setEnvironment(config);
  const root = installationRoot();
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

  const announced = addressOf(config, config.port);
  let servers = async () => 1;
  if (config.databaseUrl) {
    const sharing = config.redisUrl ? 'together' : 'alone';
    const lock = await lockDatabase(config.databaseUrl, announced, sharing);
    shutdown.add('the lock', lock.release);
    lock.lost.then(giveUp);
    servers = lock.holders;
  } else {
    const lock = await lockFolder(config.dataDir, announced);
    shutdown.add('the lock', lock.release);
  }
  const database = await openDatabase(config);
  shutdown.add('the database', database.close);
  database.broken.then(giveUp);
  const { db } = database;

  const metrics = createMetrics(version);
  shutdown.add('the metrics', metrics.stop);
  const fanOut = await openFanOut(config, log, servers);
  shutdown.add('the fan-out', fanOut.close);
  const automatic = new AutomaticSnapshots(log);
  const sync = createSync({
    db,
    config,
    logger: log,
    counters: metrics.counters,
    fanOut,
    observe: automatic,
  });
  metrics.watch(sync.figures);
  shutdown.add('the live documents', () => sync.close(SYNC_CLOSES_WITHIN_MS));
  const work = createWork();
  shutdown.add('the working threads', work.stop);
  void automatic.begin({ db, rooms: sync.rooms, work });
  shutdown.add('snapshots that take themselves', () => automatic.stop());
  const status = createAnswerStatus();
  setRuntime({
    config,
    db,
    rooms: sync.rooms,
    work,
    answerStatus: status.set,
    markup,
    styles: createStyles(config, root),
  });
  const thinning = keepThinning({ db, log });
  shutdown.add('thinning', thinning.stop);
  const erasures = keepErasing({ db, config, rooms: sync.rooms, work, log });
  shutdown.add('erasing', erasures.stop);

  const pages = await startNext(config, root, log);
  const secure = securityHeaders(config);
  const ping = createPing(() => database.pool.query('select 1'));
  const operations = operationsPages({
    version,
    log,
    metricsToken: config.metricsToken,
    metrics: metrics.page,
    async health() {
      const { store, rooms, clients } = sync.health();
      const well = store === 'ok' && (await ping());
      const storing = fanOut.ok ? 'ok' : 'degraded';
      return { status: shutdown.stopping ? 'stopping' : well ? storing : 'failing', version, rooms, clients };
    },
  });
  const server = createHttpServer(
    (request, response) => {
      secure(request, response);
      if (shutdown.stopping) response.setHeader('Connection', 'close');
      const page = operations(pathOf(request.url));
      if (page) return page(request, response);
      return status.during(request, response, () => pages.handle(request, response));
    },
    (request, socket, head) => {
      const wanted = pathOf(request.url);
      if (wanted.startsWith('/sync/') && !shutdown.stopping) return sync.upgrade(request, socket, head);
      if (wanted.startsWith('/_next/') && pages.upgrade(request, socket, head)) return;
      refuseUpgrade(socket, shutdown.stopping ? 503 : 404);
    },
    log,
  );
  const port = await server.listen(config);
  shutdown.add('Next', async () => {
    await server.close(ANSWERS_END_WITHIN_MS);
    await pages.close();
  });
  shutdown.add('the listener', server.stopListening);

  const address = addressOf(config, port);
  log.info(`Utifrån ${version} is ready on ${address}`);
  if (!(await hasAccounts(db)))
    log.info(`Nobody has an account yet: open ${address}/welcome to make the first.`);
}

function readConfigOrEnd(production: boolean): Config {
  try {
    return readConfig({ production });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    tellStarter(error);
    process.exit(1);
  }
}

/** Whoever starts us wants the sentence, whatever becomes of the log. */
function tellStarter(error: StartError): void {
  process.stderr.write(`${error.message}\n`);
}

/** What can no longer be stored must not be taken in. */
async function giveUp(error: Error): Promise<void> {
  if (shutdown.stopping) return;
  log.error('The database is lost to this server, which stops now.', error);
  await Promise.race([shutdown.run(), pause(STOP_WITHIN_MS)]);
  process.exit(1);
}
