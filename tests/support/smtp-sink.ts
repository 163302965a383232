import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Letter {
  from: string;
  to: string[];
  /** Heads and body as they came over the wire, dots unstuffed. */
  raw: string;
}

/**
 * A mail server that takes every letter and keeps it: as much of RFC 5321 as a client needs, on a free port
 * of this machine. `refuse` names addresses it does not know.
 */
export async function openSmtpSink({ refuse = [] as readonly string[] } = {}) {
  const letters: Letter[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    talk(socket, letters, refuse);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function talk(socket: Socket, letters: Letter[], refuse: readonly string[]): void {
  let letter: Letter = { from: '', to: [], raw: '' };
  let inData = false;
  let held = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const address = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';

  function take(line: string): void {
    if (inData) {
      if (line !== '.') {
        letter.raw += `${line.replace(/^\.\./, '.')}\r\n`;
        return;
      }
      inData = false;
      letters.push(letter);
      letter = { from: '', to: [], raw: '' };
      say('250 taken');
      return;
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'HELO') say('250 sink');
    else if (verb === 'MAIL') {
      letter = { from: address(line), to: [], raw: '' };
      say('250 ok');
    } else if (verb === 'RCPT') {
      if (refuse.includes(address(line))) return void say(`550 no such user <${address(line)}>`);
      letter.to.push(address(line));
      say('250 ok');
    } else if (verb === 'DATA') {
      inData = true;
      say('354 go on');
    } else if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  }

  socket.setEncoding('utf8').on('data', (chunk) => {
    held += chunk;
    const lines = held.split('\r\n');
    held = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  say('220 sink');
}
