import Link from 'next/link';
import type { translations } from '@/lib/i18n/server.ts';
import styles from './list.module.css';

interface Props {
  workshopId: string;
  mayPlan: boolean;
  t: Awaited<ReturnType<typeof translations<'interviews'>>>;
}

/** The first interview is still ahead: what the way looks like, and its first steps. */
export function PlanEmpty({ workshopId, mayPlan, t }: Props) {
  const base = `/workshops/${workshopId}/interviews`;
  return (
    <section className={`empty stack ${styles.empty}`}>
      <h2>{t('plan.emptyTitle')}</h2>
      <p>{mayPlan ? t('plan.empty') : t('list.emptyReader')}</p>
      {mayPlan && (
        <>
          <ol className={styles.steps}>
            <li>{t('plan.emptySteps.guide')}</li>
            <li>{t('plan.emptySteps.plan')}</li>
            <li>{t('plan.emptySteps.hold')}</li>
            <li>{t('plan.emptySteps.share')}</li>
          </ol>
          <div className="row">
            <Link className="button primary" href={`${base}/plan`}>
              {t('plan.new')}
            </Link>
            <Link className="button" href={`${base}/new`}>
              {t('list.new')}
            </Link>
          </div>
        </>
      )}
    </section>
  );
}
