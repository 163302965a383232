/** Hocuspocus 4.7.0 with its SQLite extension, both with their defaults; the database in folder argument 1. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { listening } from '../servers/control.mjs';

const [folder] = process.argv.slice(2);
const store = new SQLite({ database: path.join(folder, 'hocus.sqlite') });
const server = new Server({
  address: '127.0.0.1',
  port: 0,
  quiet: true,
  stopOnSignals: false,
  extensions: [store],
});
await server.listen();
listening(server.address.port, {
  rooms: () => server.hocuspocus.documents.size,
  async prepare({ rooms, file }) {
    const state = readFileSync(file);
    for (const room of rooms) await store.configuration.store({ documentName: room, state });
  },
  async stop() {
    server.hocuspocus.closeConnections();
    server.hocuspocus.flushPendingStores();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    setImmediate(() => process.exit());
  },
});
