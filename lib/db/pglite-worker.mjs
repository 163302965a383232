/**
 * PGlite in a thread of its own, spoken to over a unix socket like any PostgreSQL: on the main thread a
 * chain of awaited queries never lets the event loop turn. Plain JavaScript, so that it starts the same
 * way from the sources, from the tests and from the bundle.
 *
 * workerData: `{ folder: string | undefined, socket: string, archive?: Uint8Array }`: the data folder
 * (undefined: in memory), the socket's path, and a dump to start from.
 * Says `{ ready: true }`, or `{ failed: message }` at any time; closes on `'close'` and says `{ closed: true }`.
 */
import { chmodSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const { folder, socket, archive } = workerData;

// `-F` would switch syncing off; open_datasync puts each commit's log on the disk before it is answered.
// The log's old files are removed, not kept under a new name: what was erased still stands in them (scrub.ts).
const DURABLE = ['-c', 'wal_sync_method=open_datasync', '-c', 'wal_recycle=off'];
const onDisk = PGlite.defaultStartParams.filter((param) => param !== '-F').concat(DURABLE);
const inMemory = [...PGlite.defaultStartParams];

const fail = (error) =>
  parentPort.postMessage({ failed: error instanceof Error ? error.message : String(error) });

try {
  const database = await PGlite.create({
    dataDir: folder ?? 'memory://',
    startParams: [...(folder ? onDisk : inMemory), '-c', 'shared_buffers=16MB'],
    ...(archive ? { loadDataDir: new Blob([archive]) } : {}),
  });

  // The socket server stops its queue without a word when the engine itself breaks: say so, loudly.
  const run = database.execProtocolRawStream.bind(database);
  database.execProtocolRawStream = (...call) =>
    run(...call).catch((error) => {
      fail(error);
      throw error;
    });

  const server = new PGLiteSocketServer({ db: database, path: socket, maxConnections: 2 });
  server.addEventListener('error', (event) => fail(event.detail));
  await server.start();
  chmodSync(socket, 0o600);

  parentPort.on('message', async (message) => {
    if (message === 'dump') {
      const dump = await database.dumpDataDir('none');
      parentPort.postMessage({ dump: new Uint8Array(await dump.arrayBuffer()) });
    }
    if (message === 'close') {
      await server.stop();
      await database.close();
      parentPort.postMessage({ closed: true });
      parentPort.close();
    }
  });
  parentPort.postMessage({ ready: true });
} catch (error) {
  fail(error);
}
