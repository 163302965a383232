/** @y/websocket-server 0.1.1 as its own bin/server.js runs it (its ws 6, memory only), on a free port. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { docs, getYDoc, setupWSConnection } from '@y/websocket-server/utils';
import * as Y from 'yjs';
import { listening } from '../servers/control.mjs';

const itsRequire = createRequire(createRequire(import.meta.url).resolve('@y/websocket-server/utils'));
const WebSocket = itsRequire('ws');
const sockets = new WebSocket.Server({ noServer: true });
sockets.on('connection', setupWSConnection);
const server = http.createServer();
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
});
server.listen(0, '127.0.0.1', () =>
  listening(server.address().port, {
    rooms: () => docs.size,
    prepare({ rooms, file }) {
      const state = readFileSync(file);
      for (const room of rooms) Y.applyUpdate(getYDoc(room), state);
    },
  }),
);
