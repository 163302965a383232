/**
 * tldraw sync 5.4.2: a TLSocketRoom per path over a better-sqlite3 file of its own (write-ahead log), as
 * tldraw's template for Node does it; the room closes when its last session is gone. Folder: argument 1.
 */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {
  DEFAULT_INITIAL_SNAPSHOT,
  NodeSqliteWrapper,
  SQLiteSyncStorage,
  TLSocketRoom,
} from '@tldraw/sync-core';
import { createTLSchema } from '@tldraw/tlschema';
import Database from 'better-sqlite3';
import { WebSocketServer } from 'ws';
import { listening } from '../servers/control.mjs';

const [folder] = process.argv.slice(2);
const schema = createTLSchema();
const rooms = new Map();

function openFile(name) {
  const database = new Database(path.join(folder, `${name}.sqlite`));
  database.pragma('journal_mode = WAL');
  return database;
}

function open(name) {
  const held = rooms.get(name);
  if (held && !held.isClosed()) return held;
  const database = openFile(name);
  const room = new TLSocketRoom({
    schema,
    storage: new SQLiteSyncStorage({ sql: new NodeSqliteWrapper(database) }),
    log: {},
    onSessionRemoved(self, { numSessionsRemaining }) {
      if (numSessionsRemaining > 0) return;
      self.close();
      rooms.delete(name);
      database.close();
    },
  });
  rooms.set(name, room);
  return room;
}

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = http.createServer();
server.on('upgrade', (request, socket, head) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  sockets.handleUpgrade(request, socket, head, (ws) => {
    open(pathname.slice(1)).handleSocketConnect({ sessionId: searchParams.get('session'), socket: ws });
  });
});
server.listen(0, '127.0.0.1', () => {
  listening(server.address().port, {
    rooms: () => rooms.size,
    schema: () => schema.serialize(),
    /** `file`: JSON of the records; each was changed last at the clock of its place. */
    prepare({ rooms: names, file }) {
      const documents = JSON.parse(readFileSync(file, 'utf8')).map((state, i) => ({
        state,
        lastChangedClock: i + 1,
      }));
      const snapshot = {
        ...DEFAULT_INITIAL_SNAPSHOT,
        documentClock: documents.length + 1,
        documents: [...DEFAULT_INITIAL_SNAPSHOT.documents, ...documents],
      };
      for (const name of names) {
        const database = openFile(name);
        new SQLiteSyncStorage({ sql: new NodeSqliteWrapper(database), snapshot });
        database.close();
      }
    },
  });
});
