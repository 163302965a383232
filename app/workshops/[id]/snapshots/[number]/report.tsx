import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import type { Review } from '@/lib/review/review.ts';
import { Asked } from './asked.tsx';
import { Assumed } from './assumed.tsx';
import { Chains } from './chains.tsx';
import { Colophon } from './colophon.tsx';
import { type Place, reviewContext } from './context.ts';
import { Curves } from './curves.tsx';
import { Decisions } from './decisions.tsx';
import { Frictions } from './frictions.tsx';
import { Contents, Head } from './head.tsx';
import { Headline } from './headline.tsx';
import { MapFigure } from './map-figure.tsx';
import { Opportunities } from './opportunities.tsx';
import { Story } from './phases.tsx';
import { SinceLast } from './since.tsx';

/** The files below app/ that its document needs, in their order. */
export const REPORT_CSS = [
  'report',
  'headline',
  'map-figure',
  'map-list',
  'curves',
  'story',
  'frictions',
  'voices',
  'chains',
  'opportunities',
  'decisions',
].map((name) => `workshops/[id]/snapshots/[number]/css/${name}.css`);

/**
 * What leadership is told of one snapshot: a report in words, curves and quotes. Complete without
 * JavaScript, and set for paper as well. No hooks, so that any document may hold it.
 * @param place what stands with each subject: deciding and commenting
 * @param actions what else the reader can do with the snapshot: links
 * @param picture of the map, where it is drawn elsewhere
 */
export function Report({
  review,
  locale,
  place,
  actions,
  picture,
}: {
  review: Review;
  locale: Locale;
  place?: Place;
  actions?: ReactNode;
  picture?: ReactNode;
}) {
  const context = { ...reviewContext(review, locale, place), picture };
  return (
    <article className="report">
      <Head context={context} actions={actions} />
      <Headline {...context} />
      <Contents context={context} />
      <SinceLast {...context} />
      <Asked {...context} />
      <Curves {...context} />
      <Story {...context} />
      <Frictions {...context} />
      <Opportunities {...context} />
      <Chains {...context} />
      <Assumed {...context} />
      <Decisions {...context} />
      {/* On paper the map comes last, on a sheet of its own; on a screen the colophon does. */}
      <Colophon {...context} />
      <MapFigure {...context} />
    </article>
  );
}
