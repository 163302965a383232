import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import type { Review } from '@/lib/review/review.ts';
import { HtmlDocument } from '../../_lib/html/document.tsx';
import { HtmlBar } from '../../_lib/html/frame.tsx';
import { REPORT_CSS, Report } from '../../workshops/[id]/snapshots/[number]/report.tsx';

export const SHARE_CSS = ['s/[token]/share.css'];

/** The report for whoever holds a link: the members' own, from a review made fit for outside. */
export function SharedDocument({
  review,
  locale,
  headers,
  at,
  children,
}: {
  review: Review;
  locale: Locale;
  /** Of the request: they carry the nonce. */
  headers: { get(name: string): string | null };
  /** Its own path: other languages and the walk-through are there too. */
  at: string;
  /** How it comes that it is read, above it. */
  children: ReactNode;
}) {
  const common = translator(locale, 'common');
  const { title, demo } = review.workshop;
  return (
    <HtmlDocument
      locale={locale}
      title={`${review.snapshot.label} – ${title} · ${common('product')}`}
      headers={headers}
      css={[...REPORT_CSS, ...SHARE_CSS]}
      noReferrer
    >
      <HtmlBar locale={locale} home={false} languagesAt={at}>
        <p className="bar-title shared-title">
          <span>{title}</span>
          {demo && <span className="chip">{common('fictional')}</span>}
        </p>
      </HtmlBar>
      <main id="content" tabIndex={-1}>
        <div className="shared">{children}</div>
        <Report
          review={review}
          locale={locale}
          actions={
            <a className="button primary" href={`${at}?walk`}>
              {translator(locale, 'review')('walk.open')}
            </a>
          }
        />
      </main>
    </HtmlDocument>
  );
}
