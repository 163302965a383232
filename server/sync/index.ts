import { checkDrawingRecord } from '../../lib/board/schema/index.ts';
import type { Config } from '../../lib/config.ts';
import type { OpenDb } from '../../lib/db/types.ts';
import { authoriseBySession, memberIds } from './authorise.ts';
import { Counters, type SyncFigures } from './figures.ts';
import type { Logger } from './logger.ts';
import { documentStore } from './store.ts';
import { buildSync, type Sync } from './sync.ts';

export type { Sync } from './sync.ts';

export interface ServedSync extends Sync {
  figures(): SyncFigures;
}

/** The sync server on our database: the live documents of every workshop, on `/sync/<document>`. */
export function createSync({
  db,
  config,
  logger,
  counters = new Counters(),
}: {
  db: OpenDb;
  config: Config;
  logger?: Logger;
  counters?: Counters;
}): ServedSync {
  const sync = buildSync({
    config,
    logger,
    store: documentStore(db),
    authorise: authoriseBySession(db, config),
    memberIds: (workshopId) => memberIds(db, workshopId),
    checkDrawing: checkDrawingRecord,
  });
  return {
    ...sync,
    figures() {
      const { store, rooms, clients } = sync.health();
      const log = { updates: 0, bytes: 0, lag: 0 };
      return { store, rooms, sockets: clients, fanOut: null, log, totals: counters.totals() };
    },
  };
}
