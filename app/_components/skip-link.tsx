import { translations } from '@/lib/i18n/server.ts';
import styles from './skip-link.module.css';

/** First on a page with a head: past it to the element with the id `to`. */
export async function SkipLink({ to }: { to: string }) {
  const t = await translations('common');
  return (
    <a className={styles.skip} href={`#${to}`}>
      {t('skip')}
    </a>
  );
}
