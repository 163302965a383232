import type { Metadata } from 'next';
import { z } from 'zod';
import { errorText } from '@/app/_lib/error-text.ts';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { AppError } from '@/lib/errors.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { exportable, mayExport } from '@/lib/services/exports.ts';
import styles from './export.module.css';
import { FormatRow } from './format-row.tsx';
import { GROUPS } from './groups.ts';
import { LeftOut } from './left-out.tsx';

interface Props {
  params: Promise<{ id: string; number: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
}

/** Why the link brought no file; anything else the page says by itself. */
const problems = z.enum(['exportBusy', 'exportFailed', 'internal', 'roomUnavailable', 'notFound']);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translations('export'))('title') };
}

/** Every format a snapshot can be had in: what it is for, what is in it and what is not. */
export default page(async ({ params, searchParams }: Props) => {
  const { id, number } = await params;
  const actor = await requireActor(id, 'snapshot.export');
  if (!/^\d{1,9}$/.test(number)) throw new AppError('snapshotNotFound');
  const snapshot = await exportable(runtime().db, actor, Number(number));
  const problem = problems.safeParse((await searchParams).problem);
  const t = await translations('export');
  const locale = await currentLocale();
  const base = `/workshops/${id}/snapshots/${snapshot.number}`;
  return (
    <main id="content" className="page">
      <header className="stack tight">
        <p>
          {/* A document of its own, without Next's runtime. */}
          <a href={base}>{t('back')}</a>
        </p>
        <h1>{t('heading', { label: snapshot.label })}</h1>
        <p className={`soft ${styles.lead}`}>
          {t('intro', { number: snapshot.number, date: snapshot.takenAt })}{' '}
          {snapshot.map === 'toBe' && <span className="chip">{t('about.maps.toBe')}</span>}
        </p>
      </header>
      {problem.success && (
        <p className="notice warn" role="alert">
          {errorText(locale, problem.data)}
        </p>
      )}
      <LeftOut snapshot={snapshot} whole={mayExport(actor, 'json')} />
      {Object.entries(GROUPS).map(([group, formats]) => (
        <section key={group} className="stack" aria-labelledby={group}>
          <h2 id={group}>{t(`groups.${group as keyof typeof GROUPS}`)}</h2>
          <ul className={styles.formats}>
            {formats
              .filter((format) => mayExport(actor, format))
              .map((format) => (
                <FormatRow key={format} format={format} base={base} locale={locale} />
              ))}
          </ul>
        </section>
      ))}
    </main>
  );
});
