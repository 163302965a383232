import type { Role } from '@/lib/auth/can.ts';
import type { SessionUser } from '@/lib/auth/session.ts';
import { translations } from '@/lib/i18n/server.ts';
import { signOut, signOutEverywhere } from '../_lib/auth/actions.ts';
import { LocaleSwitch } from './locale-switch.tsx';
import styles from './user-menu.module.css';

/** Who I am here, the language, and the way out; a `<details>`, so it opens without JavaScript. */
export async function UserMenu({
  user,
  name,
  role,
}: {
  user: SessionUser;
  name: string;
  role?: Role | null;
}) {
  const t = await translations('common');
  const guest = user.kind === 'guest';
  return (
    <details className={styles.menu} name="user-menu">
      <summary>
        <span className="visually-hidden">{t('user.menu', { name })}</span>
        <span className={styles.initials} aria-hidden="true">
          {initials(name)}
        </span>
      </summary>
      <div className={styles.panel}>
        <div className={styles.who}>
          <strong>{name}</strong>
          <div className="soft small">
            {[role && t(`role.${role}`), user.email ?? (guest && t('user.guest'))]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </div>
        <LocaleSwitch />
        {guest && <p className="soft small">{t('user.guestHint')}</p>}
        <div className={styles.actions}>
          <form action={signOut}>
            <button className="button quiet" type="submit">
              {t('user.signOut')}
            </button>
          </form>
          {!guest && (
            <form action={signOutEverywhere}>
              <button className="button quiet" type="submit">
                {t('user.signOutEverywhere')}
              </button>
            </form>
          )}
        </div>
      </div>
    </details>
  );
}

/** The first letters of the first and last word of a name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words[words.length - 1] : ''];
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
