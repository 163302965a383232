import { type Actor, can } from '../../auth/can.ts';
import type { Db } from '../../db/types.ts';
import { AppError } from '../../errors.ts';
import { quotableInterviews } from '../shares/quotable.ts';
import { readSnapshot } from '../snapshots.ts';

/** A snapshot as the page that exports it tells of it. */
export interface Exportable {
  number: number;
  map: 'asIs' | 'toBe';
  label: string;
  takenAt: Date;
  /** Interviews behind its cards. */
  people: number;
  /** Of those, whose words no file shows, and the cards these stand on. */
  left: { people: number; cards: number };
}

/** Throws forbidden, snapshotNotFound, snapshotDamaged. */
export async function exportable(db: Db, actor: Actor, number: number): Promise<Exportable> {
  if (!can(actor, 'snapshot.export')) throw new AppError('forbidden');
  const { map, label, takenAt, journey, sources } = await readSnapshot(db, actor, number);
  const quotable = await quotableInterviews(db, actor.workshopId);
  const behind = journey.cards.flatMap(({ source }) => sources[source?.findingId ?? '']?.interviewId ?? []);
  const silent = behind.filter((id) => !quotable.has(id));
  return {
    ...{ number, map, label, takenAt },
    people: new Set(behind).size,
    left: { people: new Set(silent).size, cards: silent.length },
  };
}
