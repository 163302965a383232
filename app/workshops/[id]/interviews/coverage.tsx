import Link from 'next/link';
import type { translations } from '@/lib/i18n/server.ts';
import { type Coverage, total } from '@/lib/services/interviews.ts';
import styles from './coverage.module.css';

export interface CoverageRow extends Coverage {
  key: string;
  name: string;
  /** Where one of this group is planned; null for whoever plans none, and for the group nobody named. */
  planFor: string | null;
}

interface Props {
  title: string;
  rows: readonly CoverageRow[];
  t: Awaited<ReturnType<typeof translations<'interviews'>>>;
}

const STAGES = ['shared', 'held', 'planned'] as const;

/** Whom we have listened to, group by group: a dot for each interview, filled as far as it has come. */
export function CoverageList({ title, rows, t }: Props) {
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.key} className={styles.row} data-none={total(row) === 0}>
            <span className={styles.name}>{row.name}</span>
            {total(row) > 0 ? (
              <span className={styles.dots}>
                <span className="visually-hidden">
                  {t('plan.counts', { shared: row.shared, held: row.held, planned: row.planned })}
                </span>
                {STAGES.flatMap((stage) =>
                  Array.from({ length: row[stage] }, (_, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: dots of one stage are all the same.
                    <span key={`${stage}${i}`} className={styles.dot} data-stage={stage} aria-hidden="true" />
                  )),
                )}
              </span>
            ) : (
              <span className="small soft">{t('plan.nobodyYet')}</span>
            )}
            {row.planFor && (
              <Link className={styles.plan} href={row.planFor} prefetch={false}>
                {t('plan.planFor')}
                <span className="visually-hidden"> {row.name}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the dots mean. */
export function CoverageLegend({ t }: Pick<Props, 't'>) {
  const words = {
    shared: t('plan.legendShared'),
    held: t('plan.legendHeld'),
    planned: t('plan.legendPlanned'),
  };
  return (
    <p className={styles.legend} aria-hidden="true">
      {STAGES.map((stage) => (
        <span key={stage}>
          <span className={styles.dot} data-stage={stage} /> {words[stage]}
        </span>
      ))}
    </p>
  );
}
