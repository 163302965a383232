import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';
import type { snapshots } from '../../db/schema/index.ts';
import { AppError } from '../../errors.ts';
import { figures, figuresSchema } from '../../journey/analysis/index.ts';
import { group } from '../../journey/group.ts';
import { journey } from '../../journey/model.ts';
import { sources } from '../../journey/sources.ts';
import { contentHash } from './canonical.ts';
import { type Content, content, unpack } from './pack.ts';

const decompress = promisify(gunzip);

/** The format of a snapshot that was damaged, and had to be emptied when somebody was erased (erase.ts). */
export const EMPTIED = 0;

/** What of a row it takes to open it. */
export type SnapshotRow = Pick<
  typeof snapshots.$inferSelect,
  'number' | 'format' | 'content' | 'state' | 'journey' | 'sources' | 'figures' | 'sha256'
>;

export interface Opened extends Content {
  /** `encodeStateAsUpdate`. */
  state: Uint8Array;
}

/**
 * What a snapshot holds, whichever release took it, checked against its hash and its schema. Throws
 * snapshotDamaged when what is stored is not what was taken, or was taken by a later release; snapshotEmptied.
 */
export async function openSnapshot(row: SnapshotRow): Promise<Opened> {
  const { state, ...held } = await opened(row);
  return { ...held, state: state() };
}

/** The same without the document's state, which takes as long again: for whoever reads. */
export async function openContent(row: SnapshotRow): Promise<Content> {
  const { state: _, ...held } = await opened(row);
  return held;
}

type Lazily = Content & { state(): Uint8Array };

async function opened(row: SnapshotRow): Promise<Lazily> {
  if (row.format === EMPTIED) throw new AppError('snapshotEmptied', { number: row.number });
  try {
    const read = READERS[row.format];
    if (!read) throw new Error(`Format ${row.format} is not known to this release.`);
    return await read(row);
  } catch (cause) {
    throw new AppError('snapshotDamaged', { number: row.number }, { cause });
  }
}

const READERS: Record<number, (row: SnapshotRow) => Promise<Lazily>> = {
  1: async ({ journey: plain, sources: held, figures: kept, state, sha256 }) => {
    if (contentHash({ journey: plain, sources: held }) !== sha256) throw new Error('The hash is another.');
    const parsed = z.object({ journey, sources }).parse({ journey: plain, sources: held });
    const told = z.object({ map: figuresSchema.optional().catch(undefined), group }).parse(kept);
    const unpacked = new Uint8Array(await decompress(bytesOf(state)));
    return {
      ...parsed,
      figures: told.map ?? figures(parsed.journey),
      group: told.group,
      state: () => unpacked,
    };
  },
  2: async ({ content: bytes, sha256 }) => {
    const held = await unpack({ bytes: bytesOf(bytes), sha256 });
    return { ...content.parse(held.content), state: held.state };
  },
};

function bytesOf(bytes: Uint8Array | null): Uint8Array {
  if (!bytes) throw new Error('Its content is missing.');
  return bytes;
}
