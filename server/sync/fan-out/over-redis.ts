import { randomBytes } from 'node:crypto';
import type { Logger } from '../logger.ts';
import { Codec } from './codec.ts';
import type { Ear, FanOut, Feed, Order } from './fan-out.ts';
import type { Installation } from './installation.ts';
import { Line } from './line.ts';
import type { Message } from './messages.ts';
import { Nodes } from './nodes.ts';

/** Times in ms. */
export const TIMES = {
  /** Between the signs of life of a node. */
  beat: 5_000,
  /** After this without one it counts as gone. */
  silence: 15_000,
  /** How often a room looks in the log: while some node cannot be heard, and always. */
  away: 1_000,
  always: 30_000,
  /** How long our own messages may take to come back. */
  echo: 12_000,
  start: 3_000,
};

export interface RedisOptions {
  url: string;
  installation: Installation;
  logger: Logger;
  /** How many servers are at work on the database, this one among them; may reject. */
  servers(): Promise<number>;
  times?: Partial<typeof TIMES>;
}

/** A server that has just started is not heard for a beat or two. */
const PATIENCE = 4;
/** Updates of more than this, bytes, are not sent: the others fetch them from the log. */
const LARGE = 64_000;

interface Followed {
  ear: Ear;
  /** When it looks in the log next. */
  due: number;
}

/** @throws StartError when Redis does not let us in. */
export async function overRedis({
  url,
  installation,
  logger,
  servers,
  times,
}: RedisOptions): Promise<FanOut> {
  const every = { ...TIMES, ...times };
  const node = randomBytes(8).toString('hex');
  const nodes = new Nodes(every.silence);
  const followed = new Map<string, Followed>();
  const orders = new Set<(order: Order) => void>();
  const doubts = new Set<(isOver: boolean) => void>();
  const everybody = `utifran:${installation.name}`;
  const codec = new Codec(installation.key);
  const channelOf = (document: string) => `${everybody}:${document}`;
  /** For how many beats there have been more servers than we hear. */
  let unheard = 0;
  let counting = false;

  const line = new Line(url, {
    logger,
    echo: every.echo,
    start: every.start,
    greeting: { channel: everybody, message: codec.write(everybody, node, { kind: 'alive' }) },
    received: guarded((channel: string, bytes: Buffer) => {
      const said = codec.read(channel, bytes);
      if (said?.node === node) line.echoed();
      else if (channel === everybody && said) heardOf(said.node, said.message);
      else if (said) heardIn(channel.slice(everybody.length + 1), said.node, said.message);
    }),
    up: guarded(() => {
      for (const [document, { ear }] of followed) {
        ear.missed();
        // What we said while nobody heard it is in the log as well.
        sayTo(channelOf(document), { kind: 'look' });
        sayTo(channelOf(document), { kind: 'ask' });
        ear.asked();
      }
      for (const listener of doubts) listener(true);
    }),
  });

  function sayTo(channel: string, message: Message): void {
    line.say(channel, codec.write(channel, node, message));
  }

  function heardOf(from: string, message: Message): void {
    if (message.kind === 'bye') {
      nodes.forget(from);
      left(from);
      return;
    }
    nodes.heard(from, Date.now());
    if (message.kind === 'order') for (const listener of orders) listener(message.order);
  }

  function heardIn(document: string, from: string, message: Message): void {
    nodes.heard(from, Date.now());
    const ear = followed.get(document)?.ear;
    if (!ear) return;
    if (message.kind === 'committed') ear.committed(message.rows);
    else if (message.kind === 'compacted') ear.compacted(message.compacted);
    else if (message.kind === 'look') ear.missed();
    else if (message.kind === 'presence') ear.presence(from, message.states);
    else if (message.kind === 'ask') ear.asked();
  }

  /** It may have stored something and died before it said so. */
  function left(from: string): void {
    for (const { ear } of followed.values()) {
      ear.gone(from);
      ear.missed();
    }
  }

  /** A listener that throws must not end the process, nor keep the others from hearing. */
  function guarded<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
    return (...args) => {
      try {
        act(...args);
      } catch (error) {
        logger.error('What another node said could not be followed.', error);
      }
    };
  }

  /**
   * A node can be cut off from Redis alone, or have another REDIS_URL or AUTH_SECRET: the database knows of
   * it, and what it writes is in the log.
   */
  async function count(): Promise<void> {
    if (counting) return;
    counting = true;
    const isMissing = await servers()
      .then((number) => number > nodes.count + 1)
      // A database that does not answer says nothing of the nodes; rooms notice it themselves.
      .catch(() => unheard > 0);
    counting = false;
    unheard = isMissing ? unheard + 1 : 0;
    if (unheard !== PATIENCE) return;
    logger.warn(
      'More servers use the database than are heard over Redis: edits on them show here a second later, pointers not at all. Check that REDIS_URL and AUTH_SECRET are the same on all of them.',
    );
  }

  const pause = () => (line.ok && unheard === 0 ? every.always : every.away);
  /** Spread, so that rooms do not all ask at once. */
  const dueFrom = (now: number) => now + pause() * (0.75 + Math.random() / 2);

  const beating = setInterval(
    guarded(() => {
      const now = Date.now();
      line.check();
      sayTo(everybody, { kind: 'alive' });
      for (const from of nodes.silent(now)) left(from);
      void count();
      if (!line.ok || unheard > 0) for (const listener of doubts) listener(false);
    }),
    every.beat,
  );
  const looking = setInterval(
    guarded(() => {
      const now = Date.now();
      for (const one of followed.values()) {
        // A pause that has become shorter counts at once.
        if (now < one.due && one.due - now <= pause() * 1.25) continue;
        one.due = dueFrom(now);
        one.ear.missed();
      }
    }),
    Math.min(250, every.away / 2),
  );
  beating.unref();
  looking.unref();

  void line.hear(everybody);
  try {
    await line.start();
  } catch (error) {
    clearInterval(beating);
    clearInterval(looking);
    throw error;
  }

  return {
    follow(document, ear): Feed {
      const channel = channelOf(document);
      const own: Followed = { ear, due: dueFrom(Date.now()) };
      followed.set(document, own);
      void line.hear(channel).then((heard) => {
        if (!heard || followed.get(document) !== own) return;
        guarded(() => {
          ear.missed();
          sayTo(channel, { kind: 'ask' });
        })();
      });
      return {
        committed(rows) {
          const size = rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
          sayTo(channel, size > LARGE ? { kind: 'look' } : { kind: 'committed', rows: [...rows] });
        },
        compacted: (compacted) => sayTo(channel, { kind: 'compacted', compacted }),
        presence: (states) => sayTo(channel, { kind: 'presence', states }),
        stop() {
          if (followed.get(document) !== own) return;
          followed.delete(document);
          line.leave(channel);
        },
      };
    },
    tell: (order) => sayTo(everybody, { kind: 'order', order }),
    onOrder: (listener) => void orders.add(listener),
    onDoubt: (listener) => void doubts.add(listener),
    async isFollowedElsewhere(document) {
      const listeners = await line.listeners(channelOf(document));
      return listeners === null || listeners > (followed.has(document) ? 1 : 0);
    },
    isAlone: false,
    get ok() {
      return line.ok;
    },
    async close() {
      clearInterval(beating);
      clearInterval(looking);
      sayTo(everybody, { kind: 'bye' });
      await line.said(500);
      line.close();
    },
  };
}
