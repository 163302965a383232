import type { Locale } from '../i18n/locale.ts';
import { formatter, translator } from '../i18n/translator.ts';
import { signed } from '../journey/svg/paint.ts';
import type { Review } from '../review/review.ts';

/** What everything on paper is written with: the review, and the reader's language. */
export interface Words {
  review: Review;
  locale: Locale;
  /** Sentences shared with the page. */
  t: ReturnType<typeof translator<'review'>>;
  /** Sentences of exports; those of paper and slides lie under `paper`. */
  p: ReturnType<typeof translator<'export'>>;
  format: ReturnType<typeof formatter>;
  decimal: '.' | ',';
  /** `+2`, `0`, `−1.5` with the reader's decimal sign, at most one decimal. */
  sign(value: number): string;
  percent(share: number): string;
  /** What this is a snapshot of, its number and its day, on one line. */
  eyebrow: string;
  /** A touchpoint's name by its id; empty where it is gone. */
  name(touchpointId: string): string;
}

export function wordsOf(review: Review, locale: Locale): Words {
  const format = formatter(locale);
  const decimal = locale === 'sv' ? ',' : '.';
  const t = translator(locale, 'review');
  const { map, number, takenAt } = review.snapshot;
  const names = new Map(review.snapshot.journey.touchpoints.map((t) => [t.id, t.name]));
  return {
    review,
    locale,
    t,
    p: translator(locale, 'export'),
    format,
    decimal,
    sign: (value) => signed(Math.round(value * 10) / 10, decimal),
    percent: (share) => format.number(share, { style: 'percent', maximumFractionDigits: 0 }),
    eyebrow: [map === 'toBe' ? t('toBe') : '', t('eyebrow', { number }), t('taken', { date: takenAt })]
      .filter(Boolean)
      .join(' · '),
    name: (touchpointId) => names.get(touchpointId) ?? '',
  };
}
