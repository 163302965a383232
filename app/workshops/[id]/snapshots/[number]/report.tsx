import type { Locale } from '@/lib/i18n/locale.ts';
import type { Review } from '@/lib/review/review.ts';
import { Asked } from './asked.tsx';
import { Assumed } from './assumed.tsx';
import { Chains } from './chains.tsx';
import { Colophon } from './colophon.tsx';
import { type Place, reviewContext } from './context.ts';
import { Curves } from './curves.tsx';
import { Frictions } from './frictions.tsx';
import { Headline } from './headline.tsx';
import { MapFigure } from './map-figure.tsx';
import { Opportunities } from './opportunities.tsx';

/** The files below app/ that its document needs, in their order. */
export const REPORT_CSS = [
  'report',
  'headline',
  'map-figure',
  'map-list',
  'curves',
  'frictions',
  'voices',
  'chains',
  'assumed',
  'opportunities',
].map((name) => `workshops/[id]/snapshots/[number]/css/${name}.css`);

/**
 * What leadership is told of one snapshot: a report in words, curves and quotes. Complete without
 * JavaScript, and set for paper as well. No hooks, so that any document may hold it.
 */
export function Report({ review, locale, place }: { review: Review; locale: Locale; place?: Place }) {
  const context = reviewContext(review, locale, place);
  const { t, contentLocale, snapshot } = context;
  return (
    <article className="report">
      <header className="head">
        <p className="eyebrow">
          {t('eyebrow', { number: snapshot.number })} · {t('taken', { date: snapshot.takenAt })}
        </p>
        <h1 lang={contentLocale}>{review.workshop.title}</h1>
        <p className="subtitle" lang={contentLocale}>
          {snapshot.label}
        </p>
        {review.workshop.demo && <p className="notice">{t('fictional')}</p>}
      </header>
      <Headline {...context} />
      <Asked {...context} />
      <MapFigure {...context} />
      <Curves {...context} />
      <Frictions {...context} />
      <Chains {...context} />
      <Assumed {...context} />
      <Opportunities {...context} />
      <Colophon {...context} />
    </article>
  );
}
