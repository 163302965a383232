import Link from 'next/link';
import type { translations } from '@/lib/i18n/server.ts';
import type { InterviewSummary } from '@/lib/services/interviews.ts';
import styles from './list.module.css';

type Shown = 'all' | 'planned' | 'held' | 'shared';

/** What the list may be narrowed to. */
export const SHOWN: Record<Shown, (interview: Pick<InterviewSummary, 'status'>) => boolean> = {
  all: () => true,
  planned: ({ status }) => status === 'planned',
  held: ({ status }) => status !== 'planned' && status !== 'shared',
  shared: ({ status }) => status === 'shared',
};

const LABELS = {
  all: 'plan.filterAll',
  planned: 'plan.filterPlanned',
  held: 'plan.filterHeld',
  shared: 'plan.filterShared',
} as const;
const NAMES = Object.keys(LABELS) as Shown[];

/** The part an address names (`?show=held`); all where it names none. */
export const shownOf = (given: string | string[] | undefined): Shown =>
  NAMES.find((name) => name === given) ?? 'all';

export function StatusFilter({
  base,
  interviews,
  shown,
  t,
}: {
  base: string;
  interviews: readonly InterviewSummary[];
  shown: Shown;
  t: Awaited<ReturnType<typeof translations<'interviews'>>>;
}) {
  return (
    <nav aria-label={t('plan.filter')}>
      <ul className={styles.filter}>
        {NAMES.map((name) => (
          <li key={name}>
            <Link
              href={name === 'all' ? base : `${base}?show=${name}`}
              aria-current={name === shown ? 'page' : undefined}
              prefetch={false}
            >
              {t(LABELS[name], { n: interviews.filter(SHOWN[name]).length })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
