import { type Actor, can } from '@/lib/auth/can.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import { HtmlDocument } from '../../../../_lib/html/document.tsx';
import { HtmlBar } from '../../../../_lib/html/frame.tsx';
import { workshopTabs } from '../../../../_lib/workshop-tabs.ts';
import { TALK_CSS } from './decide/place.tsx';
import { REPORT_CSS } from './report.tsx';

/** The report in the workshop's frame, for its members. @param report as HTML, every hole written into */
export function ReviewDocument({
  workshop: { title, demo },
  label,
  report,
  actor,
  locale,
  headers,
}: {
  workshop: { title: string; demo: boolean };
  label: string;
  report: string;
  actor: Actor;
  locale: Locale;
  headers: { get(name: string): string | null };
}) {
  const t = translator(locale, 'workshop');
  const common = translator(locale, 'common');
  return (
    <HtmlDocument
      locale={locale}
      title={`${label} – ${title} · ${common('product')}`}
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
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React's own output, kept (kept.tsx). */}
      <main id="content" tabIndex={-1} dangerouslySetInnerHTML={{ __html: report }} />
    </HtmlDocument>
  );
}

/** What the reader can do with the snapshot, by their right. */
export function Acts({ number, actor, locale }: { number: number; actor: Actor; locale: Locale }) {
  const t = translator(locale, 'review');
  const here = `/workshops/${actor.workshopId}/snapshots/${number}`;
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
