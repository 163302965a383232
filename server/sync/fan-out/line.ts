import { Redis, type RedisOptions } from 'ioredis';
import { StartError } from '../../../lib/config.ts';
import type { Logger } from '../logger.ts';

/** Times in ms. */
export interface LineOptions {
  logger: Logger;
  /** How long our own messages may take to come back before the connections are made anew. */
  echo: number;
  /** How long the start waits for Redis. */
  start: number;
  /** Said once every channel is heard: only when Redis takes it are we up. */
  greeting: { channel: string; message: Buffer };
  received(channel: string, message: Buffer): void;
  /** We are heard and hear every channel: at the start, and again after each break. */
  up(): void;
}

/** Messages on their way at most; a Redis that does not answer must not fill our memory. */
const UNDERWAY = { messages: 10_000, bytes: 16_000_000 };
/** Channels in one SUBSCRIBE. */
const CHUNK = 500;
/** After a refusal of Redis, ms. */
const AGAIN = 2_000;
const OPTIONS: RedisOptions = {
  lazyConnect: true,
  // What cannot be said now is not worth saying later: whoever missed it looks in the log.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  // We subscribe ourselves, so that we know when all channels are heard again.
  autoResubscribe: false,
  // RESP2: every Redis and Valkey speaks it.
  protocol: 2,
  connectTimeout: 5_000,
  retryStrategy: (times) => Math.min(1_000, 50 * 2 ** Math.min(times, 6)) * (0.75 + Math.random() / 2),
};

/**
 * Two connections to Redis, one to speak and one to listen, kept up for ever. Only `start` throws. `ok` tells
 * whether what we say is heard, which only hearing ourselves proves.
 */
export class Line {
  readonly #speaker: Redis;
  readonly #listener: Redis;
  readonly #channels = new Set<string>();
  readonly #underway = { messages: 0, bytes: 0 };
  #isUp = false;
  #heardAt = 0;
  #closed = false;
  #again: NodeJS.Timeout | undefined;
  #trouble: unknown = null;
  #toldTrouble = '';
  /** The first attempt has ended, well or not. */
  #tried!: () => void;
  readonly #firstTry = new Promise<void>((resolve) => {
    this.#tried = resolve;
  });

  constructor(
    url: string,
    private readonly options: LineOptions,
  ) {
    this.#speaker = new Redis(url, { ...OPTIONS, connectionName: 'utifran' });
    this.#listener = new Redis(url, { ...OPTIONS, connectionName: 'utifran-hears' });
    for (const redis of [this.#speaker, this.#listener]) {
      redis.on('error', (error: unknown) => {
        this.#trouble = error;
      });
      redis.on('close', () => this.#down());
      redis.on('ready', () => void this.#rise());
    }
    this.#listener.on('messageBuffer', (channel: Buffer, message: Buffer) =>
      this.options.received(channel.toString(), message),
    );
  }

  get ok(): boolean {
    return this.#isUp;
  }

  /**
   * Resolves once Redis is there, or without it: edits are safe all the same.
   * @throws StartError when it does not let us in, which waiting would not mend.
   */
  async start(): Promise<void> {
    const late = setTimeout(this.#tried, this.options.start);
    for (const redis of [this.#speaker, this.#listener]) redis.connect().catch(() => this.#down());
    await this.#firstTry;
    clearTimeout(late);
    if (this.#isUp) return;
    const reason = reasonOf(this.#trouble);
    if (/^(NOAUTH|WRONGPASS|NOPERM|ERR invalid password)/.test(reason)) {
      this.close();
      throw new StartError(
        `Redis at REDIS_URL does not let us in (${reason}). Check the user and password in it, and that the user may publish and subscribe to utifran:*.`,
      );
    }
    this.#warn();
  }

  /** Says it, or drops it while Redis is away. */
  say(channel: string, message: Buffer): void {
    if (!this.#isUp) return;
    const underway = this.#underway;
    if (underway.messages >= UNDERWAY.messages || underway.bytes + message.length > UNDERWAY.bytes) {
      this.#renew(new Error('it takes messages too slowly'));
      return;
    }
    underway.messages += 1;
    underway.bytes += message.length;
    this.#speaker
      .publish(channel, message)
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        underway.messages -= 1;
        underway.bytes -= message.length;
      });
  }

  /** Resolves when everything said has reached Redis, or after `ms`. */
  async said(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await Promise.race([this.#isUp ? this.#speaker.ping().catch(() => {}) : undefined, late]);
    clearTimeout(timer);
  }

  /** Resolves with whether the channel is heard from now on; if not, it will be at the next `up`. */
  async hear(channel: string): Promise<boolean> {
    this.#channels.add(channel);
    if (!this.#isUp) return false;
    try {
      await this.#listener.subscribe(channel);
      return this.#isUp && this.#channels.has(channel);
    } catch (error) {
      this.#fail(error);
      return false;
    }
  }

  leave(channel: string): void {
    this.#channels.delete(channel);
    if (this.#isUp) this.#listener.unsubscribe(channel).catch(() => {});
  }

  /** How many listen to a channel, we among them; null when Redis does not tell. */
  async listeners(channel: string): Promise<number | null> {
    if (!this.#isUp) return null;
    try {
      const [, count] = (await this.#speaker.pubsub('NUMSUB', channel)) as [string, number];
      return Number(count);
    } catch {
      return null;
    }
  }

  /** A message of our own came back. */
  echoed(): void {
    this.#heardAt = Date.now();
  }

  /** Call now and then: connections that look open and are dead are made anew. */
  check(): void {
    const silent = Date.now() - this.#heardAt > this.options.echo;
    if (this.#isUp && silent) this.#renew(new Error('it does not answer'));
  }

  close(): void {
    this.#closed = true;
    this.#isUp = false;
    clearTimeout(this.#again);
    for (const redis of [this.#speaker, this.#listener]) redis.disconnect();
  }

  get #connected(): boolean {
    return !this.#closed && this.#listener.status === 'ready' && this.#speaker.status === 'ready';
  }

  /** Both connections are there: hears every channel, is heard, and only then is up. */
  async #rise(): Promise<void> {
    if (this.#isUp || !this.#connected) return;
    clearTimeout(this.#again);
    const { greeting } = this.options;
    try {
      await this.#hearAll();
      await this.#speaker.publish(greeting.channel, greeting.message);
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (this.#isUp || !this.#connected) return;
    this.#isUp = true;
    this.#heardAt = Date.now();
    this.#trouble = null;
    this.#toldTrouble = '';
    this.options.logger.info('Redis is there: the nodes hear each other.');
    this.options.up();
    this.#tried();
  }

  async #hearAll(): Promise<void> {
    const heard = new Set<string>();
    // Some may be added meanwhile, or left.
    for (let lacking = [...this.#channels]; lacking.length > 0; ) {
      const chunk = lacking.slice(0, CHUNK);
      await this.#listener.subscribe(...chunk);
      for (const channel of chunk) heard.add(channel);
      lacking = [...this.#channels].filter((channel) => !heard.has(channel));
    }
    const left = [...heard].filter((channel) => !this.#channels.has(channel));
    if (left.length > 0) await this.#listener.unsubscribe(...left);
  }

  /** Redis refused something, or the connection went: then `close` and `ready` follow by themselves. */
  #fail(error: unknown): void {
    if (!this.#connected) return;
    this.#trouble = error;
    this.#down();
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#rise(), AGAIN).unref();
  }

  #renew(cause: unknown): void {
    this.#trouble = cause;
    this.#down();
    for (const redis of [this.#speaker, this.#listener]) redis.disconnect(true);
  }

  #down(): void {
    const wasUp = this.#isUp;
    this.#isUp = false;
    this.#tried();
    if (wasUp && !this.#closed) this.#warn();
  }

  /** Once for each reason, until it is up again. */
  #warn(): void {
    const reason = reasonOf(this.#trouble) || 'the connection ended';
    if (reason === this.#toldTrouble) return;
    this.#toldTrouble = reason;
    this.options.logger.warn(
      `Redis is away (${reason}): edits are stored all the same, and the nodes look in the log for each other's.`,
    );
  }
}

function reasonOf(error: unknown): string {
  const inner = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  return inner instanceof Error ? inner.message : '';
}
