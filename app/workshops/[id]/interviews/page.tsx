import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { can } from '@/lib/auth/can.ts';
import { formats, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { listInterviews } from '@/lib/services/interviews.ts';
import { InterviewTable } from './interview-table.tsx';
import styles from './list.module.css';

export async function generateMetadata() {
  return { title: (await translations('interviews'))('title') };
}

/** The workshop's interviews, as far as the reader may see them. */
export default page(async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const actor = await requireActor(id, 'interview.list');
  const { interviews, notShared } = await listInterviews(runtime().db, actor);
  const t = await translations('interviews');
  const mayCreate = can(actor, 'interview.create');
  const create = (
    <Link className="button primary" href={`/workshops/${id}/interviews/new`}>
      {t('list.new')}
    </Link>
  );
  return (
    <main id="content" className="page">
      <div className="stack tight">
        <div className="row apart">
          <h1>{t('title')}</h1>
          {mayCreate && interviews.length > 0 && create}
        </div>
        {interviews.length > 0 && <p className={`soft ${styles.intro}`}>{t('list.intro')}</p>}
      </div>
      {interviews.length > 0 && (
        <InterviewTable workshopId={id} interviews={interviews} t={t} formats={await formats()} />
      )}
      {interviews.length === 0 && (
        <section className={`empty stack ${styles.empty}`}>
          <h2>{t('list.emptyTitle')}</h2>
          <p>{mayCreate ? t('list.empty') : t('list.emptyReader')}</p>
          {mayCreate && (
            <>
              <ol className={styles.steps}>
                <li>{t('list.steps.take')}</li>
                <li>{t('list.steps.mark')}</li>
                <li>{t('list.steps.share')}</li>
              </ol>
              <p>{create}</p>
            </>
          )}
        </section>
      )}
      {notShared > 0 && <p className="soft">{t('list.notShared', { n: notShared })}</p>}
    </main>
  );
});
