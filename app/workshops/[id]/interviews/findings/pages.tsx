import Link from 'next/link';
import { translations } from '@/lib/i18n/server.ts';
import { type FindingFilter, queryOf } from '@/lib/services/findings/query.ts';
import styles from './findings.module.css';

interface Props {
  page: number;
  pages: number;
  filter: FindingFilter;
  here: string;
}

/** The way to the rows before and after; nothing where all are shown. */
export async function Pages({ page, pages, filter, here }: Props) {
  if (pages < 2) return null;
  const t = await translations('interviews');
  const to = (n: number) => `${here}${queryOf(filter, { page: n === 1 ? undefined : String(n) })}`;
  return (
    <nav aria-label={t('across.pages')} className={styles.pages}>
      {page > 1 && (
        <Link className="button" href={to(page - 1)} prefetch={false} rel="prev">
          {t('across.before')}
        </Link>
      )}
      <span className="tabular">{t('across.page', { page, pages })}</span>
      {page < pages && (
        <Link className="button" href={to(page + 1)} prefetch={false} rel="next">
          {t('across.after')}
        </Link>
      )}
    </nav>
  );
}
