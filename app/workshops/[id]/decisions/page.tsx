import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { workshopOf } from '@/app/_lib/workshop.ts';
import { can } from '@/lib/auth/can.ts';
import { currentLocale, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { listDecisions } from '@/lib/services/decisions.ts';
import { PrintButton } from '../interviews/print-button.tsx';
import { isLate } from '../snapshots/[number]/decide/decision.tsx';
import '../snapshots/[number]/decide/decide.css';
import { today as todayNow } from '../snapshots/[number]/decide/talk.ts';
import styles from './decisions.module.css';
import { Filter } from './filter.tsx';
import { answers, queryOf, shownOf } from './shown.ts';
import { DecisionsTable } from './table.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata() {
  return { title: (await translations('decisions'))('title') };
}

/** What leadership has decided, across all snapshots: who does what until when, and what is late. */
export default page(async ({ params, searchParams }: Props) => {
  const actor = await requireActor((await params).id, 'snapshot.read');
  const decisions = await listDecisions(runtime().db, actor);
  const t = await translations('decisions');
  const base = `/workshops/${actor.workshopId}/decisions`;
  const shown = shownOf(await searchParams);
  const listed = decisions.filter(answers(shown));
  const today = todayNow();
  const late = listed.filter((decision) => isLate(decision, today)).length;
  return (
    <main id="content" className={`page ${styles.page}`}>
      <header className="stack tight">
        <div className="row apart">
          <h1>{t('title')}</h1>
          {decisions.length > 0 && (
            <div className="row no-print">
              {can(actor, 'snapshot.export') && (
                <a className="button" href={`${base}/export${queryOf(shown)}`} download>
                  {t('list.export')}
                </a>
              )}
              <PrintButton label={t('list.print')} className="button" />
            </div>
          )}
        </div>
        <p className="soft">{t('intro')}</p>
        <p className={styles.onPaper}>{(await workshopOf(actor.workshopId)).title}</p>
      </header>
      {decisions.length === 0 ? (
        <section className="empty stack">
          <h2>{t('list.empty')}</h2>
          <p>{t(can(actor, 'decision.make') ? 'list.emptyText' : 'list.emptyReader')}</p>
          <p>
            <a className="button" href={`/workshops/${actor.workshopId}/snapshots`}>
              {t('list.toSnapshots')}
            </a>
          </p>
        </section>
      ) : (
        <>
          <Filter base={base} decisions={decisions} shown={shown} t={t} />
          {late > 0 && <p className="talk-late">{t('list.overdueCount', { n: late })}</p>}
          {listed.length === 0 ? (
            <p className="empty">{t('list.nothing')}</p>
          ) : (
            <DecisionsTable
              workshopId={actor.workshopId}
              decisions={listed}
              mayDecide={can(actor, 'decision.make')}
              here={`${base}${queryOf(shown)}`}
              today={today}
              locale={await currentLocale()}
              contentLocale={(await workshopOf(actor.workshopId)).locale}
              t={t}
            />
          )}
        </>
      )}
    </main>
  );
});
