import { createHash } from 'node:crypto';
import type { ReactElement } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import { mapLabels } from '@/lib/review/map-labels.ts';
import type { Review } from '@/lib/review/review.ts';
import type { KeptReport } from '@/lib/runtime.ts';
import { runtime } from '@/lib/runtime.ts';
import type { ReviewHead } from '@/lib/services/snapshots/review.ts';
import { reviewContext } from './context.ts';
import { filled, holeFor } from './holes.tsx';
import { Report } from './report.tsx';
import { Walk } from './walk/document.tsx';

/** How many written reports are kept; one of 1,000 cards takes about four megabytes with its map. */
const KEPT = 8;

/**
 * The report as HTML with holes where it differs from reader to reader (holes.tsx). Written once for all who read
 * it in a language, and anew when a decision is made, the snapshot was erased from, or the last review is another.
 */
export function keptReport(
  head: ReviewHead,
  locale: Locale,
  read: () => Promise<Review>,
): Promise<KeptReport> {
  return kept(['report', locale, head], async () => {
    const review = await read();
    const { journey } = review.snapshot;
    const { markup, work } = runtime();
    const labels = mapLabels(reviewContext(review, locale));
    // Drawn by a thread while this one writes the rest.
    const map = work.run('drawMap', { journey, labels, className: 'map' });
    const written = markup(
      <Report
        review={review}
        locale={locale}
        place={holeFor}
        actions={holeFor({ kind: 'acts', id: '' })}
        picture={holeFor({ kind: 'map', id: '' })}
      />,
    );
    const [picture, html] = await Promise.all([map, written]);
    return {
      html: filled(html, ({ kind }) => (kind === 'map' ? picture : undefined)),
      journey,
      label: review.snapshot.label,
    };
  });
}

/** The walk-through's screens as HTML, kept in the same way. @param back the report's address */
export function keptWalk(
  head: ReviewHead,
  locale: Locale,
  back: string,
  read: () => Promise<Review>,
): Promise<KeptReport> {
  return kept(['walk', locale, back, head], async () => {
    const review = await read();
    const html = await markupOf(<Walk review={review} locale={locale} back={back} />);
    return { html, journey: review.snapshot.journey, label: review.snapshot.label };
  });
}

const markupOf = (element: ReactElement) => runtime().markup(element);

/** Who asks while it is being written waits for it; what failed is not kept. */
function kept(what: unknown[], write: () => Promise<KeptReport>): Promise<KeptReport> {
  const held = runtime();
  held.reports ??= new Map();
  // Erasing lets go of the whole map: what is still being written then goes with it.
  const reports = held.reports;
  const key = createHash('sha256').update(JSON.stringify(what)).digest('base64url');
  const report = reports.get(key) ?? write();
  reports.delete(key);
  reports.set(key, report);
  report.catch(() => reports.delete(key));
  for (const old of [...reports.keys()].slice(0, -KEPT)) reports.delete(old);
  return report;
}
