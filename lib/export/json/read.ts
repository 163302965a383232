import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { JOURNEY_FORMAT, JOURNEY_VERSION, type JourneyFile, journeyFile } from './schema.ts';

/** What tells a journey file from any other JSON. */
const head = z.object({ format: z.literal(JOURNEY_FORMAT), version: z.number().int().positive() });

/**
 * A journey file from its bytes, checked against its schema. Throws journeyFileForeign when it is none,
 * journeyFileNewer { version } when a later release wrote it, journeyFileDamaged { where } when a part of it is
 * missing or not what it should be.
 */
export function readJourneyFile(bytes: Uint8Array): JourneyFile {
  const plain = parsed(bytes);
  const known = head.safeParse(plain);
  if (!known.success) throw new AppError('journeyFileForeign', {}, { cause: known.error });
  const { version } = known.data;
  if (version > JOURNEY_VERSION) throw new AppError('journeyFileNewer', { version });
  const file = journeyFile.safeParse(plain);
  if (!file.success) throw damaged(file.error.issues[0]?.path ?? [], file.error);
  const twice = doubled(file.data);
  if (twice) throw damaged(['journey', twice]);
  return file.data;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return storable(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    throw new AppError('journeyFileForeign', {}, { cause });
  }
}

/** As `storable` of the snapshots: U+0000 and halves of characters are stored nowhere. */
function storable(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\u0000', '\ufffd');
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storable(key), storable(inner)]));
}

/** Where in the file, as its fields are called: never what stands there. */
const damaged = (path: readonly PropertyKey[], cause?: unknown) =>
  new AppError('journeyFileDamaged', { where: path.slice(0, 4).map(String).join('.') }, { cause });

/** The list that has one id twice, if any: the second would take the first one's place. */
function doubled({ journey }: JourneyFile): string | null {
  for (const list of ['phases', 'touchpoints', 'lanes', 'personas', 'cards'] as const) {
    const entries: readonly { id: string }[] = journey[list];
    if (new Set(entries.map(({ id }) => id)).size < entries.length) return list;
  }
  return null;
}
