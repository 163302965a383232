import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Config } from '../../lib/config.ts';
import { isAppError } from '../../lib/errors.ts';
import type { CheckDrawing } from '../../lib/journey/judge/index.ts';
import type { Rooms } from '../../lib/runtime.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { keepAliveFrame, numberFrame } from '../../lib/sync/messages.ts';
import type { DocumentName } from '../../lib/sync/protocol.ts';
import { type Authorise, closeCodeOf, documentOf } from './authorise.ts';
import { Connection } from './connection.ts';
import type { Erasures } from './erasing.ts';
import { alone, type FanOut } from './fan-out/index.ts';
import { Counters, type SyncFigures } from './figures.ts';
import { kindsWith } from './kinds/index.ts';
import { LIMITS } from './limits.ts';
import { UpdateLog } from './log.ts';
import type { Logger } from './logger.ts';
import { Outbox } from './outbox.ts';
import { Recheck } from './recheck.ts';
import { Renewal } from './renewal.ts';
import type { Observer } from './room-deps.ts';
import { OpenRooms } from './rooms.ts';
import type { DocumentStore } from './store.ts';
import { Turns } from './turns.ts';
import { deny, ownOrigin, prepare, webSockets } from './upgrade.ts';
import { socketWire, type Wire } from './wire.ts';

export interface SyncParts {
  config: Pick<Config, 'baseUrl'>;
  store: DocumentStore;
  authorise: Authorise;
  memberIds(workshopId: string): Promise<string[]>;
  /** What the workshop's interviewees have had erased; default: nothing. */
  erasures?(workshopId: string): Promise<Erasures>;
  checkDrawing: CheckDrawing;
  /** The other nodes; default: there are none. */
  fanOut?: FanOut;
  /** Hears which documents are edited and left. */
  observe?: Observer | undefined;
  /** Times in ms, for tests: see RoomsOptions, LogOptions. */
  linger?: number;
  relayPatience?: number;
  readPatience?: number;
  retryFirst?: number;
  retryMost?: number;
  pace?: { perSecond: number; burst: number };
  heartbeat?: number;
  /** Default: the console. */
  logger?: Logger;
  faults?: { perSecond: number; burst: number };
  /** Where events are counted; the metrics page has its own. */
  counters?: Counters;
}

export interface Sync {
  rooms: Rooms;
  /** Takes an upgrade of `/sync/…`; nothing else may be given to it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Takes a socket that is open already. */
  accept(wire: Wire, request: IncomingMessage): void;
  health(): { store: 'ok' | 'failing'; rooms: number; clients: number };
  figures(): SyncFigures;
  /** Sends everybody away (they come back), then waits for the last write, at most `deadlineMs`. */
  close(deadlineMs: number): Promise<void>;
}

const NOTHING_ERASED: Erasures = { interviewIds: [], findingIds: [], cardIds: [], mark: 0 };

/** The sync server of its parts; `createSync` (index.ts) supplies the real ones. */
export function buildSync(parts: SyncParts): Sync {
  const logger = parts.logger ?? console;
  const connections = new Set<Connection>();
  const fanOut = parts.fanOut ?? alone();
  const counters = parts.counters ?? new Counters();
  const outbox: Outbox = new Outbox(() => turns.schedule());
  const turns = new Turns({
    after: () => outbox.flush(),
    failed: (cause) => logger.error('A room could not go on with its work.', cause),
  });
  const log = new UpdateLog(parts.store, {
    retryFirst: parts.retryFirst,
    retryMost: parts.retryMost,
    pace: parts.pace,
    slow: parts.relayPatience,
    counters,
    onHealth(ok, cause) {
      if (ok) logger.info('The document store takes writes again.');
      else
        logger.error('The document store does not take writes; they are kept and tried again.', cause ?? '');
      rooms.broadcast(numberFrame('store', ok ? 1 : 0));
    },
  });
  const rooms = new OpenRooms({
    store: parts.store,
    log,
    turns,
    fanOut,
    logger,
    counters,
    observe: parts.observe,
    kindOf: kindsWith(parts.checkDrawing),
    memberIds: parts.memberIds,
    erasures: parts.erasures ?? (async () => NOTHING_ERASED),
    relayPatience: parts.relayPatience ?? 20,
    linger: parts.linger ?? 10_000,
    readPatience: parts.readPatience ?? 5_000,
    erasePatience: 30_000,
    faults: parts.faults ?? LIMITS.faults,
    renewal: new Renewal({ store: parts.store, logger, fanOut }),
    connections,
  });
  const recheck = new Recheck(parts.authorise);
  fanOut.onDoubt((isOver) => {
    void recheck.run(connections);
    if (isOver) rooms.renotify();
  });
  const sockets = webSockets();
  const heart = setInterval(() => {
    for (const connection of connections) connection.beat(keepAliveFrame);
  }, parts.heartbeat ?? LIMITS.heartbeat);
  heart.unref();
  let closing = false;

  function accept(wire: Wire, request: IncomingMessage): void {
    const document = documentOf(request.url ?? '');
    const connection = new Connection(wire, document, outbox, (c, code) => {
      connections.delete(c);
      if (code !== null) counters.closed(code);
      if (document) rooms.leave(document, c);
    });
    connections.add(connection);
    if (!document) {
      connection.close(CLOSE.documentUnknown);
      return;
    }
    void admit(connection, request, document).catch((error) => {
      if (!isAppError(error)) logger.error('A socket could not be admitted.', error);
      connection.close(closeCodeOf(error), isAppError(error) ? error.code : '');
    });
  }

  async function admit(
    connection: Connection,
    request: IncomingMessage,
    document: DocumentName,
  ): Promise<void> {
    const late = setTimeout(() => connection.close(CLOSE.unavailable), LIMITS.authorise);
    const admitted = await parts.authorise(request, document).finally(() => clearTimeout(late));
    if (connection.closed) return;
    connection.admit(admitted);
    recheck.remember(connection, request);
    const own = [...connections].filter((c) => c.actor?.userId === admitted.userId);
    if (own.length > LIMITS.socketsPerUser) {
      connection.close(CLOSE.tooMany);
      return;
    }
    await rooms.enter(document, connection);
    if (!log.ok) connection.send(numberFrame('store', 0));
  }

  return {
    rooms,
    accept,
    upgrade(request, socket, head) {
      prepare(socket);
      if (closing) {
        deny(socket, '503 Service Unavailable');
        return;
      }
      if (!ownOrigin(request, parts.config)) {
        deny(socket, '403 Forbidden');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (ws) => accept(socketWire(ws, socket), request));
    },
    health: () => ({ store: log.ok ? 'ok' : 'failing', rooms: rooms.size, clients: connections.size }),
    figures: () => ({
      rooms: rooms.size,
      sockets: connections.size,
      store: log.ok ? 'ok' : 'failing',
      fanOut: fanOut.isAlone ? null : fanOut.ok ? 'ok' : 'failing',
      log: log.figures(),
      totals: counters.totals(),
    }),
    async close(deadlineMs) {
      closing = true;
      clearInterval(heart);
      for (const connection of connections) connection.close(CLOSE.goingAway);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const deadline = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, deadlineMs);
      });
      await Promise.race([log.drained(), deadline]);
      clearTimeout(timer);
      const lost = log.close();
      if (lost > 0) {
        logger.error(
          `${lost} edits could not be stored before the end. Their authors' browsers still have them.`,
        );
      }
      rooms.destroy();
      for (const ws of sockets.clients) ws.terminate();
    },
  };
}
