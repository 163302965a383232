import type { Metadata } from 'next';
import { can } from '@/lib/auth/can.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { listSnapshots } from '@/lib/services/snapshots.ts';
import { requireActor } from '../../../_lib/guard.ts';
import { page } from '../../../_lib/page.tsx';
import { workshopOf } from '../../../_lib/workshop.ts';
import { TakeSnapshot } from './take-snapshot.tsx';
import { Timeline } from './timeline.tsx';
import { takeSnapshotWords } from './words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('snapshots'))('title') };
}

export default page(async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const actor = await requireActor(id, 'snapshot.read');
  const snapshots = await listSnapshots(runtime().db, actor);
  const t = await translations('snapshots');
  const locale = await currentLocale();
  const mayTake = can(actor, 'snapshot.take');
  return (
    <main id="content" className="page">
      <header className="row apart">
        <div className="stack tight">
          <h1>{t('title')}</h1>
          <p className="soft">{t('intro')}</p>
        </div>
        {mayTake && <TakeSnapshot workshopId={id} words={takeSnapshotWords(locale)} />}
      </header>
      {snapshots.length === 0 ? (
        <p className="empty">{t(mayTake ? 'empty' : 'emptyReader')}</p>
      ) : (
        <Timeline
          workshopId={id}
          contentLocale={(await workshopOf(id)).locale}
          snapshots={snapshots}
          locale={locale}
        />
      )}
    </main>
  );
});
