import { translations } from '@/lib/i18n/server.ts';
import styles from './skip-link.module.css';

/** First on a page with a head: past it to what has the id `content`. */
export async function SkipLink() {
  const t = await translations('common');
  return (
    <a className={styles.skip} href="#content">
      {t('skip')}
    </a>
  );
}
