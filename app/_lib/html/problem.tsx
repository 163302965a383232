import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import type { Failure } from '../result.ts';
import { HtmlDocument } from './document.tsx';
import { HtmlBar } from './frame.tsx';

/** A document's worth of error: what happened, what to do, and the way out. */
export function HtmlProblem({
  failure,
  locale,
  headers,
  back,
}: {
  failure: Pick<Failure, 'message'>;
  locale: Locale;
  headers: { get(name: string): string | null };
  /** Where the form stood, when it was one. */
  back?: string;
}) {
  const t = translator(locale, 'errors');
  const common = translator(locale, 'common');
  const title = `${t('page.title')} · ${common('product')}`;
  return (
    <HtmlDocument locale={locale} title={title} headers={headers}>
      <HtmlBar locale={locale} />
      <main id="content" className="page narrow">
        <div className="stack">
          <h1>{t('page.title')}</h1>
          <p className="notice warn">{failure.message}</p>
          <p className="row">
            {back && (
              <a className="button primary" href={back}>
                {common('back')}
              </a>
            )}
            <a className="button" href="/">
              {t('page.home')}
            </a>
          </p>
        </div>
      </main>
    </HtmlDocument>
  );
}
