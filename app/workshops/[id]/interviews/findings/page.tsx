import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { MESSAGES } from '@/lib/i18n/messages.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { TIME_ZONE } from '@/lib/i18n/translator.ts';
import { runtime } from '@/lib/runtime.ts';
import { filterOf, findingsAcross, queryOf } from '@/lib/services/findings.ts';
import { InterviewsIntl } from '../intl.tsx';
import { InterviewsNav } from '../sub-nav.tsx';
import { Counts } from './counts.tsx';
import { FilterForm } from './filter-form.tsx';
import styles from './findings.module.css';
import { Pages } from './pages.tsx';
import { FindingsTable } from './table.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata() {
  return { title: (await translations('interviews'))('across.title') };
}

/** Everything that was marked in the interviews the reader may read; the address holds what is asked for. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const query = await searchParams;
  const actor = await requireActor(id, 'interview.list');
  const filter = filterOf(query);
  const { db, rooms } = runtime();
  const across = await findingsAcross(db, actor, filter, rooms, Number(query.page) || 1);
  const t = await translations('interviews');
  const locale = await currentLocale();
  const { locale: language } = await workshopOf(id);
  const answering = across.total.customer.findings + across.total.employee.findings;
  const here = `/workshops/${id}/interviews/findings`;
  const file = `/api/workshops/${id}/findings/export${queryOf(filter)}`;
  return (
    <main id="content" className={`page ${styles.page}`}>
      <header className="stack tight">
        <InterviewsNav workshopId={id} current="findings" />
        <div className="row apart">
          <h1>{t('across.title')}</h1>
          {answering - across.notForFile > 0 && (
            <a className="button" href={file} download>
              {t('across.export', { n: answering - across.notForFile })}
            </a>
          )}
        </div>
        <p className={`soft ${styles.intro}`}>{t('across.intro')}</p>
        {across.notForFile > 0 && (
          <p className="small soft">{t('across.notForFile', { n: across.notForFile })}</p>
        )}
      </header>
      {across.readable === 0 ? (
        <section className="empty stack">
          <h2>{t('across.emptyTitle')}</h2>
          <p>{t('across.empty')}</p>
          <p>
            <a className="button" href={`/workshops/${id}/interviews`}>
              {t('across.toInterviews')}
            </a>
          </p>
        </section>
      ) : (
        <InterviewsIntl
          locale={locale}
          messages={{ interviews: MESSAGES[locale].interviews }}
          timeZone={TIME_ZONE}
        >
          <FilterForm filter={filter} choices={across.choices} here={here} />
          <p role="status" className={styles.total}>
            {answering === 0
              ? t('across.nothing')
              : [
                  across.total.customer.findings > 0 &&
                    t('across.totalCustomers', { ...across.total.customer }),
                  across.total.employee.findings > 0 &&
                    t('across.totalEmployees', { ...across.total.employee }),
                ]
                  .filter(Boolean)
                  .join(' ')}
          </p>
          {answering > 0 && <Counts across={across} filter={filter} here={here} workshopId={id} />}
          {answering > 0 && (
            <FindingsTable
              key={`${queryOf(filter)}${across.page}`}
              workshopId={id}
              rows={across.rows}
              tags={across.choices.tags}
              language={language}
            />
          )}
          <Pages page={across.page} pages={across.pages} filter={filter} here={here} />
        </InterviewsIntl>
      )}
      {across.notShared > 0 && <p className="soft">{t('list.notShared', { n: across.notShared })}</p>}
    </main>
  );
});
