import net from 'node:net';
import { CLOSE } from '../../../../lib/sync/close-codes.ts';
import { random } from '../../random.ts';
import { type Case, Tally } from '../case.ts';
import { Line, outcomeOf, pause, turn } from '../line.ts';
import { BROKEN, RawSocket } from '../raw.ts';

/** What is wrong before anybody looks at documents: frames, messages, connections. */

/** Runs `times` of them, ten at once: a user has no more than twenty sockets. */
async function inTens(times: number, one: () => Promise<void>): Promise<void> {
  for (let n = 0; n < times; n += 10) await Promise.all(Array.from({ length: 10 }, one));
}

export const broken: Case[] = Object.entries(BROKEN).map(([name, { bytes, code }]) => ({
  name: `malformed frames: ${name}, 100 times`,
  ends: [code],
  async run({ port }) {
    const tally = new Tally();
    await inTens(100, async () => {
      const socket = await RawSocket.open(port, 'eve');
      socket.write(bytes);
      // Within a second, says trust.md (F5).
      tally.add(await outcomeOf(socket, 1_000));
      socket.destroy();
    });
    return tally.ends;
  },
}));

const r = random(41);
const MESSAGES: Record<string, () => Uint8Array | string> = {
  'nothing at all': () => new Uint8Array(0),
  text: () => 'hello',
  'random bytes': () => Uint8Array.from({ length: 1 + r.below(300) }, () => 128 + r.below(128)),
  'an unknown type': () => Uint8Array.of(77),
  'an endless number': () => new Uint8Array(60).fill(0xff),
  'a length beyond the message': () => Uint8Array.of(0, 2, 0xff, 0xff, 0xff, 0x7f, 1),
};

export const messages: Case = {
  name: 'messages of nothing, text, random bytes, unknown types, endless numbers, 100 each',
  ends: [CLOSE.malformed],
  async run({ port }) {
    const tally = new Tally();
    for (const make of Object.values(MESSAGES)) {
      await inTens(100, async () => {
        const line = new Line(port, 'eve');
        await line.open;
        line.send(make());
        tally.add(await outcomeOf(line, 5_000));
        line.end();
      });
    }
    return tally.ends;
  },
};

export const overLimit: Case = {
  name: 'frames over the limit: 2 MB, 30 MB, 100 times 2 MB',
  ends: [1009],
  async run({ port }) {
    const tally = new Tally();
    const one = async (size: number) => {
      const line = new Line(port, 'eve');
      await line.open;
      line.send(new Uint8Array(size));
      tally.add(await outcomeOf(line, 5_000));
      line.end();
    };
    await one(30_000_000);
    await inTens(100, () => one(2_000_000));
    return tally.ends;
  },
};

export const halfOpen: Case = {
  name: '500 connections that say nothing, half a request, or nothing after the handshake',
  ends: ['open', CLOSE.tooMany],
  async run({ port }) {
    const tally = new Tally();
    const silent = Array.from({ length: 480 }, (_, i) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.on('error', () => {});
      if (i % 2 === 0) socket.write('GET /sync/journey HTTP/1.1\r\nHost: x\r\n');
      return socket;
    });
    const open = await Promise.all(Array.from({ length: 20 }, () => RawSocket.open(port, 'eve')));
    await pause(4_000);
    tally.add('open', silent.filter((s) => !s.destroyed).length);
    for (const socket of open) tally.add(await outcomeOf(socket, 1));
    for (const socket of [...silent, ...open]) socket.destroy();
    return tally.ends;
  },
};

export const beforeAdmission: Case = {
  name: 'sockets that flood before they are authorised, and never are',
  ends: [CLOSE.tooMany, CLOSE.signInRequired],
  async run({ port }) {
    const tally = new Tally();
    const lines = Array.from({ length: 15 }, () => new Line(port, 'slow'));
    await Promise.all(lines.map((line) => line.open));
    for (let n = 0; n < 600; n += 1) {
      for (const line of lines) line.send(new Uint8Array(20_000));
      await turn();
      await Promise.all(lines.map((line) => line.flushed()));
    }
    for (const line of lines) tally.add(await outcomeOf(line, 6_000));
    return tally.ends;
  },
};
