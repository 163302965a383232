import type { Actor } from '@/lib/auth/can.ts';
import type { Db } from '@/lib/db/types.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { readSnapshot } from '@/lib/services/snapshots.ts';
import type { Work } from '@/lib/work/work.ts';

interface Wanted {
  number: number;
  /** The snapshot it is held against; none: nothing is marked as new. */
  since?: number | undefined;
  locale: Locale;
}

/** A snapshot's map as SVG text, drawn by a thread. Throws as readSnapshot, for either of the two. */
export async function snapshotPicture(
  db: Db,
  actor: Actor,
  { number, since, locale }: Wanted,
  work: Work,
): Promise<string> {
  const { journey, sources, label } = await readSnapshot(db, actor, number);
  const before = since === undefined ? null : (await readSnapshot(db, actor, since)).journey;
  return work.run('drawChanges', {
    journey,
    sources,
    before,
    locale,
    title: label,
    id: `snapshot-${number}`,
  });
}
