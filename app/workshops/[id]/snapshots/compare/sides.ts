import { z } from 'zod';
import type { SideName, SnapshotSummary } from '@/lib/services/snapshots.ts';
import { MAPS, type MapName } from '@/lib/sync/protocol.ts';

const side = z
  .union([
    z.enum(MAPS),
    z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1),
  ])
  .optional();

/** What the address may ask for; more is passed over. */
export const asked = z.object({ from: side, to: side });

/**
 * Which two to compare where the address does not say: the newest snapshot and the one before it of the same
 * map; where there is only one, it and the map as it is now. Null: there are no two.
 * @param snapshots newest first; only those that can be read
 * @param maps the live maps the reader may see
 */
export function defaults(
  { from, to }: z.infer<typeof asked>,
  snapshots: readonly SnapshotSummary[],
  maps: readonly MapName[],
): { from: SideName; to: SideName } | null {
  if (from !== undefined && to !== undefined) return { from, to };
  const later = to ?? (from === undefined || snapshots[0]?.number !== from ? snapshots[0]?.number : maps[0]);
  if (later === undefined) return null;
  const map = snapshots.find((s) => s.number === later)?.map ?? 'asIs';
  const before = snapshots.find((s) => s.map === map && (typeof later !== 'number' || s.number < later));
  const earlier = from ?? before?.number;
  if (earlier !== undefined) return { from: earlier, to: later };
  return maps[0] && later !== maps[0] ? { from: later, to: maps[0] } : null;
}
