import { AppError } from '../../lib/errors.ts';
import type { Erasures } from './erasing.ts';
import type { Kind } from './kinds/index.ts';
import type { RoomDeps } from './room-deps.ts';
import { loadWhole } from './stale.ts';
import type { StoredDocument } from './store.ts';

/** What a room begins with. */
export interface Beginning {
  stored: StoredDocument;
  members: readonly string[];
  /** Null where nothing is erased from within. */
  erasures: Erasures | null;
}

/** Reads a document and what is to be known about it, at once. Throws the kind's AppError when there is none. */
export async function loadRoom(
  { store, logger, memberIds, erasures }: Pick<RoomDeps, 'store' | 'logger' | 'memberIds' | 'erasures'>,
  { document, workshopId, kind }: { document: string; workshopId: string; kind: Kind },
): Promise<Beginning> {
  const [stored, members, erased] = await Promise.all([
    loadWhole(store, logger, document, kind),
    memberIds(workshopId),
    kind.erased ? erasures(workshopId) : null,
  ]);
  if (!stored) throw new AppError(kind.missing);
  return { stored, members, erasures: erased };
}
