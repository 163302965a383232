import type { SnapshotReason } from '../../db/schema/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Snapshots that came by themselves, of which fewer are kept as they grow old (docs/adr/0026). */
export const THINNED: ReadonlySet<SnapshotReason> = new Set<SnapshotReason>([
  'session',
  'activity',
  'restore',
]);
export const isThinned = (reason: SnapshotReason): boolean => THINNED.has(reason);

/** Of what is younger than `until` the last one of each `span` is kept; times in ms. */
const STEPS = [
  { until: 7 * DAY, span: HOUR },
  { until: 90 * DAY, span: DAY },
  { until: Number.POSITIVE_INFINITY, span: 7 * DAY },
] as const;
/** For so long all are kept, ms. */
const ALL = DAY;

export interface Aged {
  number: number;
  map: 'asIs' | 'toBe';
  reason: SnapshotReason;
  takenAt: Date;
  /** Somebody refers to it: a decision, a comment, a shared link, the to-be map. */
  isHeld: boolean;
}

/**
 * Which of a workshop's snapshots may go: those that came by themselves and are followed, within the same
 * hour, day or week by their age, by another of the same map. What somebody took, what somebody refers to and
 * the newest of each map stay for good. Spans are counted from 1970 (UTC), so that what has been kept by one
 * run is kept by the next.
 * @param list in any order
 * @returns their numbers, ascending
 */
export function toThin(list: readonly Aged[], now: Date): number[] {
  return (['asIs', 'toBe'] as const)
    .flatMap((map) => thinOne(list.filter((one) => one.map === map).sort(byAge), now.getTime()))
    .sort((a, b) => a - b);
}

const byAge = (a: Aged, b: Aged) => b.takenAt.getTime() - a.takenAt.getTime() || b.number - a.number;

function thinOne(newestFirst: readonly Aged[], now: number): number[] {
  const kept = new Set<string>();
  return newestFirst.flatMap(({ number, reason, takenAt, isHeld }, i) => {
    const age = now - takenAt.getTime();
    const step = STEPS.find(({ until }) => age < until) ?? STEPS[2];
    const stretch = `${step.span} ${Math.floor(takenAt.getTime() / step.span)}`;
    const isLast = !kept.has(stretch);
    kept.add(stretch);
    return i > 0 && age >= ALL && isThinned(reason) && !isHeld && !isLast ? [number] : [];
  });
}
