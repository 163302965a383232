/**
 * Our sync server as the product builds it, without Next: PGlite in a data folder (argument 1), every
 * update judged with the whole schema, drawings checked by tldraw's. Only who somebody is comes from the
 * request's headers instead of a session.
 */

import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkDrawingRecord } from '../../../../lib/board/schema/index.ts';
import { createDocument } from '../../../../lib/db/documents.ts';
import { openDatabase } from '../../../../lib/db/open.ts';
import { journeyDocument } from '../../../../lib/sync/protocol.ts';
import { documentStore } from '../../../../server/sync/store.ts';
import { buildSync } from '../../../../server/sync/sync.ts';
import { listening } from './control.mjs';

const [folder] = process.argv.slice(2) as [string];
const { db } = await openDatabase({ dataDir: folder, databaseUrl: undefined });
const store = documentStore(db);
const sync = buildSync({
  config: { baseUrl: undefined },
  store,
  checkDrawing: checkDrawingRecord,
  memberIds: async () => [],
  async authorise({ headers }, workshopId) {
    const userId = String(headers['x-user']);
    const role = headers['x-role'] === 'reader' ? 'leader' : 'participant';
    return { userId, name: userId, functionName: 'Care', workshopId, role };
  },
});

const server = http.createServer();
server.on('upgrade', (request, socket, head) => sync.upgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => {
  listening((server.address() as AddressInfo).port, {
    rooms: () => sync.health().rooms,
    epoch: async ({ room }: { room: string }) => (await store.load(journeyDocument(room)))?.epoch ?? 1,
    async prepare({ rooms, file }: { rooms: string[]; file: string }) {
      const state = readFileSync(file);
      for (const room of rooms) await createDocument(db, journeyDocument(room), state);
    },
    /** An orderly end: everything written, the database closed. */
    async stop() {
      await sync.close(10_000);
      setImmediate(() => process.exit());
    },
  });
});
