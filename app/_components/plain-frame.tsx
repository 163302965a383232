import Link from 'next/link';
import type { ReactNode } from 'react';
import type { SessionUser } from '@/lib/auth/session.ts';
import { translations } from '@/lib/i18n/server.ts';
import { LocaleSwitch } from './locale-switch.tsx';
import { Mark } from './mark.tsx';
import styles from './plain-frame.module.css';
import { SkipLink } from './skip-link.tsx';
import { UserMenu } from './user-menu.tsx';

/** The frame of every page outside a workshop: the product, and either who I am or the language. */
export async function PlainFrame({
  user,
  narrow,
  children,
}: {
  user?: SessionUser | null;
  narrow?: boolean;
  children: ReactNode;
}) {
  const t = await translations('common');
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <SkipLink to="content" />
        <Link className={styles.product} href="/" prefetch={false}>
          <Mark />
          {t('product')}
        </Link>
        {user ? <UserMenu user={user} name={user.name} /> : <LocaleSwitch />}
      </header>
      <main id="content" tabIndex={-1} className={narrow ? 'page narrow' : 'page'}>
        {children}
      </main>
    </div>
  );
}
