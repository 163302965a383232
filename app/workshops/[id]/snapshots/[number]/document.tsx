import { type Actor, can } from '@/lib/auth/can.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import type { Review } from '@/lib/review/review.ts';
import { HtmlDocument } from '../../../../_lib/html/document.tsx';
import { HtmlBar } from '../../../../_lib/html/frame.tsx';
import { workshopTabs } from '../../../../_lib/workshop-tabs.ts';
import type { Place } from './context.ts';
import { TALK_CSS } from './decide/place.tsx';
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
  place: Place;
}) {
  const t = translator(locale, 'workshop');
  const common = translator(locale, 'common');
  const { title, demo } = review.workshop;
  return (
    <HtmlDocument
      locale={locale}
      title={`${review.snapshot.label} – ${title} · ${common('product')}`}
      headers={headers}
      css={[...REPORT_CSS, ...TALK_CSS]}
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
        <Report
          review={review}
          locale={locale}
          place={place}
          actions={<Acts review={review} actor={actor} locale={locale} />}
        />
      </main>
    </HtmlDocument>
  );
}

/** What the reader can do with the snapshot, by their right. */
function Acts({ review, actor, locale }: { review: Review; actor: Actor; locale: Locale }) {
  const t = translator(locale, 'review');
  const here = `/workshops/${actor.workshopId}/snapshots/${review.snapshot.number}`;
  return (
    <>
      <a className="button primary" href={`${here}?walk`}>
        {t('walk.open')}
      </a>
      {can(actor, 'snapshot.export') && (
        <a className="button" href={`${here}/export`}>
          {t('acts.export')}
        </a>
      )}
      {can(actor, 'snapshot.share') && (
        <a className="button" href={`${here}/share`}>
          {t('acts.share')}
        </a>
      )}
      <a href={`/workshops/${actor.workshopId}/snapshots`}>{t('all')}</a>
    </>
  );
}
