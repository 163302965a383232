import Link from 'next/link';
import type { ErrorCode } from '@/lib/errors.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { errorText } from '../_lib/error-text.ts';
import { currentUser } from '../_lib/guard.ts';
import { PlainFrame } from './plain-frame.tsx';

/**
 * A page's worth of error: what happened, what to do, and the way out. `framed` where no frame stands
 * around it yet.
 */
export async function Problem({
  code,
  params = {},
  framed = false,
}: {
  code: ErrorCode;
  params?: Record<string, string | number>;
  framed?: boolean;
}) {
  const t = await translations('errors');
  const told = (
    <div className="stack">
      <h1>{t('page.title')}</h1>
      <p className="notice warn">{errorText(await currentLocale(), code, params)}</p>
      <p>
        <Link className="button" href="/" prefetch={false}>
          {t('page.home')}
        </Link>
      </p>
    </div>
  );
  if (!framed) return <main className="page narrow">{told}</main>;
  return (
    <PlainFrame user={await currentUser()} narrow>
      {told}
    </PlainFrame>
  );
}
