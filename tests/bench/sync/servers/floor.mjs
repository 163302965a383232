/** The floor: a bare `ws` broadcast. No document, no store, no checks: what sockets alone cost. */
import http from 'node:http';
import { WebSocketServer } from 'ws';
import { listening } from './control.mjs';

const rooms = new Map();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = http.createServer();
server.on('upgrade', (request, socket, head) => {
  socket.setNoDelay(true);
  sockets.handleUpgrade(request, socket, head, (ws) => {
    const room = rooms.get(request.url) ?? new Set();
    rooms.set(request.url, room.add(ws));
    ws.on('message', (data, binary) => {
      for (const other of room) if (other !== ws) other.send(data, { binary });
    });
    ws.on('close', () => {
      room.delete(ws);
      if (room.size === 0) rooms.delete(request.url);
    });
  });
});
server.listen(0, '127.0.0.1', () =>
  listening(server.address().port, { rooms: () => rooms.size, prepare() {} }),
);
