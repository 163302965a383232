import { isAppError } from '../../errors.ts';
import { figures } from '../../journey/analysis/index.ts';
import { Erased, type ErasedIds } from '../../journey/erased.ts';
import { withoutErased } from './erase-content.ts';
import { type HeadFigures, headOf } from './head.ts';
import { openSnapshot, type SnapshotRow } from './open.ts';
import { FORMAT, type Packed, pack } from './pack.ts';

export type Erasing =
  | { kind: 'untouched' }
  /** Nobody can read it, so nobody can say what is in it. */
  | { kind: 'unreadable' }
  | { kind: 'left'; packed: Packed; head: HeadFigures; cards: number };

/**
 * A stored snapshot without what was erased, figured and packed anew: for a thread. Throws snapshotDamaged
 * for one of a later release, whose words a later release can find.
 */
export async function eraseFromSnapshot({
  row,
  erased: ids,
}: {
  row: SnapshotRow;
  erased: ErasedIds;
}): Promise<Erasing> {
  const held = await openSnapshot(row).catch((cause: unknown) => {
    if (row.format <= FORMAT && isAppError(cause) && cause.code === 'snapshotDamaged') return null;
    throw cause;
  });
  if (!held) return { kind: 'unreadable' };
  const erased = new Erased();
  erased.add(ids);
  const left = withoutErased(held, erased);
  if (!left) return { kind: 'untouched' };
  const { journey, sources, cards } = left;
  const content = { journey, sources, figures: figures(journey), group: held.group };
  return { kind: 'left', packed: await pack(content, left.state), head: headOf(content), cards };
}
