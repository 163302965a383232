import type { Metadata } from 'next';
import { can } from '@/lib/auth/can.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { listSnapshots } from '@/lib/services/snapshots.ts';
import { toBeOf } from '@/lib/services/to-be.ts';
import { requireActor } from '../../../_lib/guard.ts';
import { page } from '../../../_lib/page.tsx';
import { workshopOf } from '../../../_lib/workshop.ts';
import { History } from './history.tsx';
import { RestoredNotice } from './restored-notice.tsx';
import styles from './snapshots.module.css';
import { TakeSnapshot } from './take-snapshot.tsx';
import { Timeline } from './timeline.tsx';
import { takeSnapshotWords } from './words.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('snapshots'))('title') };
}

/** The map's history: every snapshot with its figures, and the ways on from there. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const actor = await requireActor(id, 'snapshot.read');
  const snapshots = await listSnapshots(runtime().db, actor);
  const t = await translations('snapshots');
  const toBeWords = await translations('toBe');
  const locale = await currentLocale();
  const mayTake = can(actor, 'snapshot.take');
  const here = `/workshops/${id}/snapshots`;
  const readable = snapshots.filter((s) => s.head).length;
  return (
    <main id="content" className="page">
      <RestoredNotice workshopId={id} asked={await searchParams} snapshots={snapshots} locale={locale} />
      <header className="row apart">
        <div className={`stack tight ${styles.intro}`}>
          <h1>{t('title')}</h1>
          <p className="soft">{t('intro')}</p>
        </div>
        {mayTake && <TakeSnapshot workshopId={id} words={takeSnapshotWords(locale)} />}
      </header>
      {readable > 0 && (
        <nav className={styles.tools} aria-label={t('tools.label')}>
          {readable > 1 && (
            <a className="button" href={`${here}/replay`}>
              {t('tools.replay')}
            </a>
          )}
          <a className="button" href={`${here}/compare`}>
            {t('tools.compare')}
          </a>
          <a className="button" href={`/workshops/${id}/to-be`}>
            {toBeWords('mapTitle')}
          </a>
          {(await toBeOf(runtime().db, actor.workshopId)) && (
            <a className="button" href={`/workshops/${id}/to-be/gap`}>
              {toBeWords('gap.title')}
            </a>
          )}
        </nav>
      )}
      <History snapshots={snapshots} locale={locale} />
      {snapshots.length === 0 ? (
        <p className="empty">{t(mayTake ? 'empty' : 'emptyReader')}</p>
      ) : (
        <Timeline
          snapshots={snapshots}
          actor={actor}
          contentLocale={(await workshopOf(id)).locale}
          locale={locale}
        />
      )}
    </main>
  );
});
