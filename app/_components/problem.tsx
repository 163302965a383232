import Link from 'next/link';
import type { ErrorCode } from '@/lib/errors.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { errorText } from '../_lib/error-text.ts';

/** A page's worth of error: what happened, what to do, and the way out. */
export async function Problem({
  code,
  params = {},
}: {
  code: ErrorCode;
  params?: Record<string, string | number>;
}) {
  const t = await translations('errors');
  return (
    <main className="page narrow">
      <div className="stack">
        <h1>{t('page.title')}</h1>
        <p className="notice warn">{errorText(await currentLocale(), code, params)}</p>
        <p>
          <Link className="button" href="/">
            {t('page.home')}
          </Link>
        </p>
      </div>
    </main>
  );
}
