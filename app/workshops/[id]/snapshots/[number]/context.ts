import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { signed } from '@/lib/journey/svg/paint.ts';
import { type Review, SMALL_GROUP, type Told } from '@/lib/review/review.ts';
import { anchorOf, type Decision, type Subject, subjectKey } from '@/lib/review/subject.ts';

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
  /** A share, 0 … 1, as percent; a dash where there is none. */
  percent: (share: number | null) => string;
  /** A touchpoint's name by its id. */
  name: (touchpointId: string) => string;
  /** What holds now of a subject. */
  decisionOn: (subject: Subject) => Decision | null;
  /** So few interviews that they are marked as a small group; 0 is none. */
  isSmall: (interviews: number) => boolean;
  place: Place;
  /** The map drawn elsewhere; undefined: it is drawn here. */
  picture?: ReactNode;
  /** The address of where a subject is told of. */
  link: (subject: Subject) => string;
}

/** What stands with a subject of the report: deciding and commenting in the workshop, what was decided elsewhere. */
export type Place = (subject: Subject) => ReactNode;

/** @param report the address of the report, for what is written elsewhere; empty within it */
export function reviewContext(
  review: Review,
  locale: Locale,
  place: Place = () => null,
  report = '',
): ReviewContext {
  const { snapshot } = review;
  const decimal = locale === 'sv' ? ',' : '.';
  const names = new Map(snapshot.journey.touchpoints.map((t) => [t.id, t.name]));
  const decided = new Map(review.decisions.map((decision) => [subjectKey(decision.subject), decision]));
  const format = formatter(locale);
  return {
    review,
    snapshot,
    locale,
    contentLocale: snapshot.journey.meta.locale,
    t: translator(locale, 'review'),
    format,
    decimal,
    sign: (value) => signed(value, decimal),
    percent: (share) =>
      share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
    name: (touchpointId) => names.get(touchpointId) ?? '',
    decisionOn: (subject) => decided.get(subjectKey(subject)) ?? null,
    isSmall: (interviews) => interviews > 0 && interviews < SMALL_GROUP,
    place,
    link: (subject) => `${report}#${anchorOf(subject)}`,
  };
}
