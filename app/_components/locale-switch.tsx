import { LOCALES } from '@/lib/i18n/locale.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import styles from './locale-switch.module.css';

/** The languages as buttons of a plain form: works without JavaScript and comes back to the same page. */
export async function LocaleSwitch() {
  const t = await translations('common');
  const current = await currentLocale();
  return (
    <form className={styles.switch} method="post" action="/api/locale" aria-label={t('language.label')}>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
        >
          {t(`language.${locale}`)}
        </button>
      ))}
    </form>
  );
}
