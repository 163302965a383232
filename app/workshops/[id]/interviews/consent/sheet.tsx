import type { Locale } from '@/lib/i18n/locale.ts';
import type { translator } from '@/lib/i18n/translator.ts';
import { PURPOSES } from '@/lib/services/interviews.ts';
import styles from './consent.module.css';
import { Paragraphs } from './paragraphs.tsx';

interface Props {
  /** In the language of the form. */
  t: ReturnType<typeof translator<'interviews'>>;
  locale: Locale;
  text: string;
  /** Ties the paper to its interview without a name in the system; null on a blank form. */
  alias: string | null;
}

/** The sheet itself: who asks for what, a yes or a no to each purpose, a signature. */
export function Sheet({ t, locale, text, alias }: Props) {
  return (
    <article className={styles.sheet} lang={locale}>
      <p className={styles.title}>{t('consent.form.heading')}</p>
      {alias !== null && (
        <p className={styles.alias}>
          {t('consent.form.alias')}: {alias}
        </p>
      )}
      <Paragraphs text={text} />
      <table className={styles.boxes}>
        <thead>
          <tr>
            <th scope="col">{t('consent.form.ask')}</th>
            <th scope="col">{t('consent.form.yes')}</th>
            <th scope="col">{t('consent.form.no')}</th>
          </tr>
        </thead>
        <tbody>
          {PURPOSES.map((purpose) => (
            <tr key={purpose}>
              <th scope="row">{t(`consent.purpose.${purpose}`)}</th>
              <td>
                <span className={styles.box} />
              </td>
              <td>
                <span className={styles.box} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.sign}>
        <p>{t('consent.form.date')}</p>
        <p>{t('consent.form.signature')}</p>
      </div>
      <p className={styles.keep}>{t('consent.form.keep')}</p>
    </article>
  );
}
