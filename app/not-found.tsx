import Link from 'next/link';
import { translations } from '@/lib/i18n/server.ts';
import { PlainFrame } from './_components/plain-frame.tsx';
import { currentUser } from './_lib/guard.ts';

/** No such page: what happened and the way out. */
export default async function NotFound() {
  const t = await translations('errors');
  return (
    <PlainFrame user={await currentUser()} narrow>
      <div className="stack">
        <h1>{t('page.notFoundTitle')}</h1>
        <p>{t('notFound')}</p>
        <p>
          <Link className="button" href="/" prefetch={false}>
            {t('page.home')}
          </Link>
        </p>
      </div>
    </PlainFrame>
  );
}
