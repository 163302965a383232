import { TIME_ZONE } from './translator.ts';

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** A moment as the field `datetime-local` has it, `2026-11-24T13:00`, in the zone dates are shown in. */
export const toWallTime = (at: Date): string => parts.format(at).replace(' ', 'T');

/**
 * The moment that `local` (`2026-11-24T13:00`) names in the zone dates are shown in; null for what is no
 * such time. An hour that summer time skips is the one after it.
 */
export function fromWallTime(local: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const offset = (at: number) => Date.parse(`${toWallTime(new Date(at))}Z`) - at;
  // The offset there may be another than the one at the same hour in UTC.
  return new Date(asUtc - offset(asUtc - offset(asUtc)));
}
