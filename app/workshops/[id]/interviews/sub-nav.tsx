import Link from 'next/link';
import { translations } from '@/lib/i18n/server.ts';
import styles from './sub-nav.module.css';

const PAGES = [
  ['list', ''],
  ['guide', '/guide'],
  ['findings', '/findings'],
  ['consent', '/consent'],
] as const;

/** The pages about interviews, beside each other. */
export async function InterviewsNav({
  workshopId,
  current,
}: {
  workshopId: string;
  current: (typeof PAGES)[number][0] | null;
}) {
  const t = await translations('interviews');
  return (
    <nav aria-label={t('plan.nav')} className="no-print">
      <ul className={styles.pages}>
        {PAGES.map(([page, path]) => (
          <li key={page}>
            <Link
              href={`/workshops/${workshopId}/interviews${path}`}
              className={styles.page}
              aria-current={page === current ? 'page' : undefined}
              prefetch={false}
            >
              {t(`plan.${page}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
