import Link from 'next/link';
import { requireActor } from '@/app/_lib/guard.ts';
import { page } from '@/app/_lib/page.tsx';
import { can } from '@/lib/auth/can.ts';
import { formats, translations } from '@/lib/i18n/server.ts';
import { runtime } from '@/lib/runtime.ts';
import { type InterviewSummary, readPlan } from '@/lib/services/interviews.ts';
import { InterviewTable } from './interview-table.tsx';
import styles from './list.module.css';
import { personasOrNone } from './plan/form-data.ts';
import { PlanCoverage } from './plan-coverage.tsx';
import { PlanEmpty } from './plan-empty.tsx';
import { SHOWN, StatusFilter, shownOf } from './status-filter.tsx';
import { InterviewsNav } from './sub-nav.tsx';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string | string[] }>;
}

/** From so many on the list can be narrowed. */
const MANY = 10;

export async function generateMetadata() {
  return { title: (await translations('interviews'))('title') };
}

/** The plan: who is to be heard, who has been, and what became of it, as far as the reader may see. */
export default page(async ({ params, searchParams }: Props) => {
  const { id } = await params;
  const actor = await requireActor(id, 'interview.list');
  const { interviews, notShared, all } = await readPlan(runtime().db, actor);
  const personas = await personasOrNone(id);
  const t = await translations('interviews');
  const mayPlan = can(actor, 'interview.create');
  const base = `/workshops/${id}/interviews`;
  const shown = shownOf((await searchParams).show);
  const listed = interviews.filter(SHOWN[shown]).toSorted(soonestFirst);
  return (
    <main id="content" className="page">
      <div className="stack tight">
        <InterviewsNav workshopId={id} current="list" />
        <div className="row apart">
          <h1>{t('title')}</h1>
          {mayPlan && interviews.length > 0 && (
            <div className="row">
              <Link className="button" href={`${base}/new`}>
                {t('list.new')}
              </Link>
              <Link className="button primary" href={`${base}/plan`}>
                {t('plan.new')}
              </Link>
            </div>
          )}
        </div>
        {interviews.length > 0 && <p className={`soft ${styles.intro}`}>{t('list.intro')}</p>}
      </div>
      {interviews.length === 0 && <PlanEmpty workshopId={id} mayPlan={mayPlan} t={t} />}
      {interviews.length > MANY && <StatusFilter base={base} interviews={interviews} shown={shown} t={t} />}
      {listed.length > 0 && (
        <InterviewTable
          workshopId={id}
          interviews={listed}
          personas={new Map(personas.map((persona) => [persona.id, persona.name]))}
          now={new Date()}
          t={t}
          formats={await formats()}
        />
      )}
      {interviews.length > 0 && listed.length === 0 && <p className="empty">{t('plan.filterNone')}</p>}
      {notShared > 0 && <p className="soft">{t('list.notShared', { n: notShared })}</p>}
      {all.length > 0 && (
        <PlanCoverage workshopId={id} all={all} personas={personas} mayPlan={mayPlan} t={t} />
      )}
    </main>
  );
});

/** What is still to come stands first, the nearest at the top; the rest as it was taken in. */
function soonestFirst(a: InterviewSummary, b: InterviewSummary): number {
  const planned = Number(b.status === 'planned') - Number(a.status === 'planned');
  if (planned !== 0 || a.status !== 'planned') return planned;
  const at = ({ plannedAt }: InterviewSummary) => plannedAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return at(a) - at(b);
}
