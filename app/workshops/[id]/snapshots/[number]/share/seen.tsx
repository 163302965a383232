import Link from 'next/link';
import { formats, translations } from '@/lib/i18n/server.ts';
import type { QuotableShare } from '@/lib/services/shares.ts';
import styles from './share.module.css';

/** What whoever holds a link sees of the snapshot and what not, before it is sent. */
export async function Seen({
  workshopId,
  number,
  share: { all, quotable, withheld },
}: {
  workshopId: string;
  number: number;
  share: QuotableShare;
}) {
  const t = await translations('share');
  const format = await formats();
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
          {withheld.length > 0 && (
            <>
              {t('seen.withheld', { list: format.list(withheld) })}{' '}
              <Link href={`${workshop}/interviews`} prefetch={false}>
                {t('seen.interviews')}
              </Link>
            </>
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
