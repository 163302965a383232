import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { signed } from '@/lib/journey/svg/paint.ts';
import type { Snapshot } from '@/lib/services/snapshots.ts';

/** What every section of the report is written from. */
export interface ReviewContext {
  snapshot: Snapshot;
  workshop: { title: string; demo: boolean };
  /** The reader's language; what the group wrote stays in the map's own. */
  locale: Locale;
  contentLocale: Locale;
  t: ReturnType<typeof translator<'review'>>;
  format: ReturnType<typeof formatter>;
  decimal: '.' | ',';
  /** `+2`, `0`, `−1` with the reader's decimal sign. */
  sign: (value: number) => string;
  /** A touchpoint's name by its id. */
  name: (touchpointId: string) => string;
}

export function reviewContext(
  snapshot: Snapshot,
  workshop: { title: string; demo: boolean },
  locale: Locale,
): ReviewContext {
  const decimal = locale === 'sv' ? ',' : '.';
  const names = new Map(snapshot.journey.touchpoints.map((t) => [t.id, t.name]));
  return {
    snapshot,
    workshop,
    locale,
    contentLocale: snapshot.journey.meta.locale,
    t: translator(locale, 'review'),
    format: formatter(locale),
    decimal,
    sign: (value) => signed(value, decimal),
    name: (touchpointId) => names.get(touchpointId) ?? '',
  };
}
