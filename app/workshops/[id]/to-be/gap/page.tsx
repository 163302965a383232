import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { formatter } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { readGap, toBeOf } from '@/lib/services/to-be.ts';
import { Curves } from './curves.tsx';
import { GapFigures } from './figures.tsx';
import styles from './gap.module.css';
import { Priorities } from './priorities.tsx';
import { GapTable } from './table.tsx';

export async function generateMetadata() {
  return { title: (await translations('toBe'))('gap.title') };
}

/** What lies between both maps, read from them as they are this moment. */
export default page(async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params;
  const actor = await requireActor(id, 'map.read');
  const { db, rooms, work } = runtime();
  const gap = await readGap(db, actor, { rooms, work });
  const toBe = await toBeOf(db, actor.workshopId);
  const t = await translations('toBe');
  const locale = await currentLocale();
  const lang = (await workshopOf(actor.workshopId)).locale;
  const date = toBe && formatter(locale).dateTime(toBe.at, { dateStyle: 'long' });
  const decimal = locale === 'sv' ? ',' : '.';
  return (
    <main id="content" className={`page ${styles.gap}`}>
      <header className="stack tight">
        <h1>{t('gap.title')}</h1>
        <p className="soft">
          {t('gap.lead')}
          {toBe?.from != null && ` ${t('gap.from', { number: toBe.from, date: date ?? '' })}`}
        </p>
        <p className="no-print">
          <Link href={`/workshops/${actor.workshopId}/to-be`} prefetch={false}>
            {t('gap.open')}
          </Link>
        </p>
      </header>
      {gap.isNone && <p className="empty">{t('gap.none')}</p>}
      <GapFigures gap={gap} lang={lang} />
      <Curves gap={gap} decimal={decimal} lang={lang} />
      <Priorities gap={gap} lang={lang} />
      <GapTable gap={gap} decimal={decimal} lang={lang} />
    </main>
  );
});
