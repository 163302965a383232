import type { ReactNode } from 'react';
import type { PhaseStory } from '@/lib/review/review.ts';
import { peakOf } from '@/lib/review/voices.ts';
import type { ReviewContext } from '../context.ts';
import { CapitalPicture } from '../curves.tsx';
import { Decisions } from '../decisions.tsx';
import { KeyFigures, verdictOf } from '../headline.tsx';
import { SinceLast } from '../since.tsx';
import { story } from '../story.ts';
import { PhaseScreen } from './phase.tsx';
import { WorstScreen } from './worst.tsx';

export interface Screen {
  /** Of its heading. */
  id: string;
  kind: 'title' | 'brief' | 'since' | 'phase' | 'frictions' | 'decisions';
  phase?: PhaseStory;
  told: ReactNode;
}

/** The walk-through's screens in their order: title, in brief, what changed, each phase, the worst, decisions. */
export function screensOf(context: ReviewContext): Screen[] {
  const { review } = context;
  return [
    { id: 'walk-title', kind: 'title', told: <Title {...context} /> },
    { id: 'walk-brief', kind: 'brief', told: <Brief {...context} /> },
    ...(review.since ? [{ id: 'since', kind: 'since' as const, told: <SinceLast {...context} /> }] : []),
    ...review.phases.map((phase, i) => ({
      id: `walk-phase-${i + 1}`,
      kind: 'phase' as const,
      phase,
      told: <PhaseScreen phase={phase} number={i + 1} context={context} />,
    })),
    ...(review.frictions.length > 0
      ? [{ id: 'walk-worst', kind: 'frictions' as const, told: <WorstScreen {...context} /> }]
      : []),
    { id: 'decisions', kind: 'decisions', told: <Decisions {...context} /> },
  ];
}

function Title({ review, snapshot, t, contentLocale }: ReviewContext) {
  return (
    <div className="walk-title">
      <p className="walk-eyebrow">
        {t('eyebrow', { number: snapshot.number })} · {t('taken', { date: snapshot.takenAt })}
      </p>
      <h2 id="walk-title" lang={contentLocale}>
        {review.workshop.title}
      </h2>
      <p className="walk-lead" lang={contentLocale}>
        {snapshot.label}
      </p>
      <p className="walk-lead">
        {t('asked.interviews', {
          customers: review.asked.customerInterviews,
          employees: review.asked.employeeInterviews,
        })}
      </p>
      {review.workshop.demo && <p className="soft">{t('fictional')}</p>}
    </div>
  );
}

function Brief(context: ReviewContext) {
  const { snapshot, t, sign, name } = context;
  const { capital } = snapshot.figures;
  const verdict = verdictOf(capital);
  const peak = peakOf(snapshot.figures);
  return (
    <>
      <div className="verdict" data-verdict={verdict}>
        <h2 id="walk-brief">{t(`headline.${verdict}`)}</h2>
        <p className="walk-lead">
          {t(`headline.${verdict}Text`, { capital: sign(capital.plain), required: capital.requiredBuffer })}{' '}
          {peak && capital.dip && story({ peak, dip: capital.dip }, { t, sign, name })}
        </p>
      </div>
      <KeyFigures {...context} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="scroller walk-curve" aria-label={t('curves.capital')} tabIndex={0}>
        <CapitalPicture {...context} />
      </section>
    </>
  );
}
