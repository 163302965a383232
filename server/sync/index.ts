import { checkDrawingRecord } from '../../lib/board/schema/index.ts';
import type { Config } from '../../lib/config.ts';
import type { OpenDb } from '../../lib/db/types.ts';
import { authoriseBySession, memberIds } from './authorise.ts';
import { documentStore } from './store.ts';
import { buildSync, type Sync } from './sync.ts';

export type { Sync } from './sync.ts';

/** The sync server on our database: the live documents of every workshop, on `/sync/<document>`. */
export function createSync({ db, config }: { db: OpenDb; config: Config }): Sync {
  return buildSync({
    config,
    store: documentStore(db),
    authorise: authoriseBySession(db, config),
    memberIds: (workshopId) => memberIds(db, workshopId),
    checkDrawing: checkDrawingRecord,
  });
}
