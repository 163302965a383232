import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { AppError } from '@/lib/errors.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { readSnapshot } from '@/lib/services/snapshots.ts';
import { requireActor } from '../../../../_lib/guard.ts';
import { page } from '../../../../_lib/page.tsx';
import { workshopOf } from '../../../../_lib/workshop.ts';
import styles from './report.module.css';
import { Report } from './report.tsx';

interface Props {
  params: Promise<{ id: string; number: string }>;
}

/** Read once per request, for the page and for its title. */
const snapshotOf = cache(async (id: string, number: string) => {
  const actor = await requireActor(id, 'snapshot.read');
  if (!/^\d{1,9}$/.test(number)) throw new AppError('snapshotNotFound');
  return readSnapshot(runtime().db, actor, Number(number));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, number } = await params;
  try {
    const { label } = await snapshotOf(id, number);
    return { title: `${label} – ${(await workshopOf(id)).title}` };
  } catch {
    // The page itself says what is wrong, and in full; a title must not say it first.
    return {};
  }
}

export default page(async ({ params }: Props) => {
  const { id, number } = await params;
  const snapshot = await snapshotOf(id, number);
  const t = await translations('review');
  return (
    <main id="content">
      <p className={`no-print ${styles.back}`}>
        <Link href={`/workshops/${id}/snapshots`} prefetch={false}>
          {t('all')}
        </Link>
      </p>
      <Report snapshot={snapshot} workshop={await workshopOf(id)} locale={await currentLocale()} />
    </main>
  );
});
