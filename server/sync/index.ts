import { checkDrawingRecord } from '../../lib/board/schema/index.ts';
import type { Config } from '../../lib/config.ts';
import type { OpenDb } from '../../lib/db/types.ts';
import { authoriseBySession, memberIds } from './authorise.ts';
import { erasuresOf } from './erasures.ts';
import type { FanOut } from './fan-out/index.ts';
import type { Counters } from './figures.ts';
import type { Logger } from './logger.ts';
import type { Observer } from './room-deps.ts';
import { documentStore } from './store.ts';
import { buildSync, type Sync } from './sync.ts';

export type { Sync } from './sync.ts';

/** The sync server on our database: the live documents of every workshop, on `/sync/<document>`. */
export function createSync({
  db,
  config,
  logger,
  counters,
  fanOut,
  observe,
}: {
  db: OpenDb;
  config: Config;
  logger?: Logger;
  counters?: Counters;
  fanOut?: FanOut;
  observe?: Observer;
}): Sync {
  return buildSync({
    config,
    logger,
    counters,
    fanOut,
    observe,
    store: documentStore(db),
    authorise: authoriseBySession(db, config),
    memberIds: (workshopId) => memberIds(db, workshopId),
    erasures: (workshopId) => erasuresOf(db, workshopId),
    checkDrawing: checkDrawingRecord,
  });
}
