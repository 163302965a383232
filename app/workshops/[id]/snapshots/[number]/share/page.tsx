import type { Metadata } from 'next';
import Link from 'next/link';
import { AppError } from '@/lib/errors.ts';
import { translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { listShares, quotableShare } from '@/lib/services/shares.ts';
import { requireActor } from '../../../../../_lib/guard.ts';
import { page } from '../../../../../_lib/page.tsx';
import { NewShareForm } from './new-share-form.tsx';
import { Seen } from './seen.tsx';
import styles from './share.module.css';
import { ShareList } from './share-list.tsx';

interface Props {
  params: Promise<{ id: string; number: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('share'))('title') };
}

/** Links that let others read this one snapshot: what they will see, a new one, and those made so far. */
export default page(async ({ params }: Props) => {
  const { id, number: wanted } = await params;
  const actor = await requireActor(id, 'snapshot.share');
  if (!/^\d{1,9}$/.test(wanted)) throw new AppError('snapshotNotFound');
  const number = Number(wanted);
  const { db } = runtime();
  const [shares, share] = await Promise.all([
    listShares(db, actor, number),
    quotableShare(db, actor, number),
  ]);
  const t = await translations('share');
  return (
    <main className="page">
      <div className="stack tight">
        <p>
          <Link href={`/workshops/${id}/snapshots/${number}`} prefetch={false}>
            {t('back')}
          </Link>
        </p>
        <h1>{t('heading', { number })}</h1>
        <p className={`soft ${styles.lead}`}>{t('intro')}</p>
      </div>
      <div className={styles.columns}>
        <section className="stack" aria-labelledby="make">
          <h2 id="make">{t('form.title')}</h2>
          <NewShareForm workshopId={id} number={number} />
        </section>
        <Seen workshopId={id} number={number} share={share} />
      </div>
      <section className="stack" aria-labelledby="links">
        <h2 id="links">{t('links.title')}</h2>
        <ShareList workshopId={id} number={number} shares={shares} />
      </section>
    </main>
  );
});
