import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { signed } from '@/lib/journey/svg/paint.ts';
import type { Review, Told } from '@/lib/review/review.ts';
import type { Subject } from '@/lib/review/subject.ts';

/** What every section of the report is written from. */
export interface ReviewContext {
  review: Review;
  /** `review.snapshot`. */
  snapshot: Told;
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
  place: Place;
}

/** What stands with a subject of the report: deciding and commenting in the workshop, what was decided elsewhere. */
export type Place = (subject: Subject) => ReactNode;

export function reviewContext(review: Review, locale: Locale, place: Place = () => null): ReviewContext {
  const { snapshot } = review;
  const decimal = locale === 'sv' ? ',' : '.';
  const names = new Map(snapshot.journey.touchpoints.map((t) => [t.id, t.name]));
  return {
    review,
    snapshot,
    locale,
    contentLocale: snapshot.journey.meta.locale,
    t: translator(locale, 'review'),
    format: formatter(locale),
    decimal,
    sign: (value) => signed(value, decimal),
    name: (touchpointId) => names.get(touchpointId) ?? '',
    place,
  };
}
