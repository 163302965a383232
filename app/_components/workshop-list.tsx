import Link from 'next/link';
import { formats, translations } from '@/lib/i18n/server.ts';
import type { WorkshopSummary } from '@/lib/services/workshops.ts';
import styles from './workshop-list.module.css';

/** My workshops as rows: the title, what happened last and when, my role and how many we are. */
export async function WorkshopList({ workshops }: { workshops: WorkshopSummary[] }) {
  const t = await translations('home');
  const common = await translations('common');
  const format = await formats();
  const now = new Date();
  return (
    <ul className={`plain-list ${styles.list}`}>
      {workshops.map((w) => (
        <li key={w.id} className={styles.item}>
          <div className={styles.heading}>
            <h2>
              <Link className={styles.link} href={`/workshops/${w.id}`} prefetch={false}>
                {w.title}
              </Link>
            </h2>
            {w.demo && <span className="chip">{common('fictional')}</span>}
          </div>
          <div className={`soft small ${styles.role}`}>
            {common(`role.${w.role}`)} · {t('people', { count: w.members })}
          </div>
          <p className="soft small">
            {w.last
              ? t(`last.${w.last.event.replace('.', '_') as 'snapshot_taken'}`, {
                  by: w.last.by ?? t('somebody'),
                })
              : t('last.nothing')}
            {w.last && (
              <>
                {' · '}
                <time
                  dateTime={w.last.at.toISOString()}
                  title={format.dateTime(w.last.at, { dateStyle: 'long', timeStyle: 'short' })}
                >
                  {format.relativeTime(w.last.at, now)}
                </time>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
