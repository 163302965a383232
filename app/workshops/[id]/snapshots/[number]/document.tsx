import type { Actor } from '@/lib/auth/can.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import type { Review } from '@/lib/review/review.ts';
import { HtmlDocument } from '../../../../_lib/html/document.tsx';
import { HtmlBar } from '../../../../_lib/html/frame.tsx';
import { workshopTabs } from '../../../../_lib/workshop-tabs.ts';
import type { Place } from './context.ts';
import { REPORT_CSS, Report } from './report.tsx';

/** The report in the workshop's frame, for its members. */
export function ReviewDocument({
  review,
  actor,
  locale,
  headers,
  place,
}: {
  review: Review;
  actor: Actor;
  locale: Locale;
  headers: { get(name: string): string | null };
  place?: Place;
}) {
  const t = translator(locale, 'workshop');
  const common = translator(locale, 'common');
  const { title, demo } = review.workshop;
  return (
    <HtmlDocument
      locale={locale}
      title={`${review.snapshot.label} – ${title} · ${common('product')}`}
      headers={headers}
      css={REPORT_CSS}
    >
      <HtmlBar locale={locale}>
        <p className="bar-title">
          <span>{title}</span>
          {demo && <span className="chip">{common('fictional')}</span>}
        </p>
        <nav aria-label={t('nav.label')}>
          <ul>
            {workshopTabs(actor).map((segment) => (
              <li key={segment}>
                <a
                  href={`/workshops/${actor.workshopId}/${segment}`}
                  aria-current={segment === 'snapshots' ? 'true' : undefined}
                >
                  {t(`nav.${segment}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </HtmlBar>
      <main id="content" tabIndex={-1}>
        <Report review={review} locale={locale} {...(place && { place })} />
      </main>
    </HtmlDocument>
  );
}
