import type { translations } from '@/lib/i18n/server.ts';
import type { Persona } from '@/lib/journey/model.ts';
import {
  type Coverage,
  coverageByPersona,
  coverageBySegment,
  type InterviewSummary,
} from '@/lib/services/interviews.ts';
import styles from './coverage.module.css';
import { CoverageLegend, CoverageList } from './coverage.tsx';

interface Props {
  workshopId: string;
  all: readonly Pick<InterviewSummary, 'kind' | 'segment' | 'personaId' | 'status'>[];
  personas: readonly Persona[];
  mayPlan: boolean;
  t: Awaited<ReturnType<typeof translations<'interviews'>>>;
}

/** Whom we have listened to: customers by segment and by persona, employees by function, never added up. */
export function PlanCoverage({ workshopId, all, personas, mayPlan, t }: Props) {
  const planFor = (query: Record<string, string>) =>
    mayPlan ? `/workshops/${workshopId}/interviews/plan?${new URLSearchParams(query)}` : null;
  const segments = (kind: 'customer' | 'employee', none: string) =>
    coverageBySegment(all, kind).map(({ segment, ...counts }) => ({
      ...(counts as Coverage),
      key: segment,
      name: segment || none,
      planFor: segment ? planFor({ segment, kind }) : null,
    }));
  const customers = segments('customer', t('plan.segmentNone'));
  const employees = segments('employee', t('plan.functionNone'));
  const byPersona = coverageByPersona(all, personas).map(({ persona, ...counts }) => ({
    ...counts,
    key: persona.id,
    name: persona.name,
    planFor: planFor({ persona: persona.id }),
  }));
  return (
    <section className="stack" aria-labelledby="coverage">
      <div className="row apart">
        <h2 id="coverage">{t('plan.coverage')}</h2>
        <CoverageLegend t={t} />
      </div>
      <div className={styles.groups}>
        {customers.length > 0 && <CoverageList title={t('plan.bySegment')} rows={customers} t={t} />}
        {byPersona.length > 0 && <CoverageList title={t('plan.byPersona')} rows={byPersona} t={t} />}
        {employees.length > 0 && <CoverageList title={t('plan.byFunction')} rows={employees} t={t} />}
      </div>
    </section>
  );
}
