import type { Compacted, Ear, FanOut, Order, PresenceStates } from '../../../server/sync/fan-out/index.ts';
import { installationOf } from '../../../server/sync/fan-out/installation.ts';
import { overRedis, type RedisOptions } from '../../../server/sync/fan-out/over-redis.ts';
import { until } from '../../support/sockets.ts';

export const DOC = 'journey:7b2f3f0e-1c1d-4c3b-9a51-0d6c8a0f4e11';

/** Fast enough for a test; the proportions are the real ones. */
export const QUICK = { beat: 50, silence: 1_000, away: 40, always: 60_000, echo: 700, start: 3_000 };

/** A room that writes down what it hears. */
export function notes() {
  const heard = {
    seqs: [] as number[],
    bytes: [] as Uint8Array[],
    presences: [] as { node: string; states: PresenceStates }[],
    gone: [] as string[],
    compacted: [] as Compacted[],
    missed: 0,
    asked: 0,
  };
  const ear: Ear = {
    committed(rows) {
      for (const { seq, bytes } of rows) {
        heard.seqs.push(seq);
        heard.bytes.push(bytes);
      }
    },
    compacted: (compacted) => void heard.compacted.push(compacted),
    missed() {
      heard.missed += 1;
    },
    presence: (node, states) => void heard.presences.push({ node, states }),
    gone: (node) => void heard.gone.push(node),
    asked() {
      heard.asked += 1;
    },
  };
  return { heard, ear };
}

const quiet = { info() {}, warn() {}, error() {} };

export interface TestNode {
  fanOut: FanOut;
  orders: Order[];
  doubts: () => number;
}

export const HERE = installationOf('a secret of this test', 'postgres://one/live');
export const ELSEWHERE = installationOf('a secret of this test', 'postgres://one/copy');

/** Nodes of one process, closed by `end`. */
export function nodesOn(url: () => string) {
  const open: FanOut[] = [];
  return {
    async node(options: Partial<RedisOptions> = {}): Promise<TestNode> {
      const fanOut = await overRedis({
        url: url(),
        installation: HERE,
        logger: quiet,
        servers: async () => open.length,
        times: QUICK,
        ...options,
      });
      open.push(fanOut);
      const orders: Order[] = [];
      let doubts = 0;
      fanOut.onOrder((order) => orders.push(order));
      fanOut.onDoubt(() => {
        doubts += 1;
      });
      return { fanOut, orders, doubts: () => doubts };
    },
    async end() {
      await Promise.all(open.splice(0).map((one) => one.close()));
    },
  };
}

/** Follows the document and waits until the node really hears it. */
export async function follow({ fanOut }: TestNode, document: string = DOC) {
  const { heard, ear } = notes();
  const feed = fanOut.follow(document, ear);
  await until(() => heard.missed > 0, 'the channel');
  return { heard, feed };
}
