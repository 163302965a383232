import Link from 'next/link';
import { translations } from '@/lib/i18n/server.ts';
import styles from './share.module.css';

/** What whoever holds a link sees of the snapshot and what not, before it is sent. */
export async function Seen({
  workshopId,
  number,
  share: { all, quotable },
}: {
  workshopId: string;
  number: number;
  share: { all: number; quotable: number };
}) {
  const t = await translations('share');
  const workshop = `/workshops/${workshopId}`;
  const words =
    all === 0
      ? t('seen.noInterviews')
      : quotable === all
        ? t('seen.allWords')
        : t('seen.words', { all, quotable });
  return (
    <section className={`stack ${styles.seen}`} aria-labelledby="seen">
      <h2 id="seen">{t('seen.title')}</h2>
      <ul className={styles.points}>
        <li>{t('seen.report')}</li>
        <li>{t('seen.names')}</li>
        <li>
          {words}{' '}
          {all > 0 && (
            <Link href={`${workshop}/interviews`} prefetch={false}>
              {t('seen.consent')}
            </Link>
          )}
        </li>
      </ul>
      <p>
        <a className="button" href={`${workshop}/snapshots/${number}/share/preview`}>
          {t('seen.preview')}
        </a>
      </p>
    </section>
  );
}
