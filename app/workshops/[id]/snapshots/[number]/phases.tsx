import type { PhaseStory } from '@/lib/review/review.ts';
import { anchorOf } from '@/lib/review/subject.ts';
import type { ReviewContext } from './context.ts';
import { TouchpointTold } from './touchpoint.tsx';

/** The story phase by phase: what customers go through, say and feel, and what it does to the capital. */
export function Story(context: ReviewContext) {
  const { review, t } = context;
  return (
    <section className="section" aria-labelledby="story">
      <h2 id="story">{t('story.title')}</h2>
      {review.phases.length === 0 ? (
        <p className="soft">{t('story.none')}</p>
      ) : (
        <>
          <p className="soft">{t('story.intro')}</p>
          {review.phases.map((phase, i) => (
            <Phase key={phase.id} phase={phase} number={i + 1} context={context} />
          ))}
        </>
      )}
    </section>
  );
}

function Phase({ phase, number, context }: { phase: PhaseStory; number: number; context: ReviewContext }) {
  const { t, contentLocale, place } = context;
  const subject = { kind: 'phase', id: phase.id } as const;
  const anchor = anchorOf(subject);
  return (
    <section className="phase" data-part={phase.part} aria-labelledby={anchor}>
      <header className="phase-head">
        <p className="eyebrow">
          {t('story.phase', { number, of: context.review.phases.length })} · {t(`map.parts.${phase.part}`)}
        </p>
        <h3 id={anchor} lang={contentLocale}>
          {phase.name}
        </h3>
        <PhaseCapital phase={phase} context={context} />
      </header>
      {phase.touchpoints.length === 0 && <p className="soft">{t('story.emptyPhase')}</p>}
      <ol className="stops">
        {phase.touchpoints.map((touchpoint) => (
          <TouchpointTold key={touchpoint.id} touchpoint={touchpoint} phase={phase} context={context} />
        ))}
      </ol>
      {place(subject)}
    </section>
  );
}

/** What the phase does to the capital, and whether the whole journey is lowest here. */
export function PhaseCapital({ phase, context }: { phase: PhaseStory; context: ReviewContext }) {
  const { t, sign, snapshot, name } = context;
  const { from, to } = phase.capital;
  const { dip, alarm } = snapshot.figures.capital;
  if (!phase.touchpoints.some((touchpoint) => touchpoint.mark !== null))
    return <p className="phase-capital">{t('story.noCapital')}</p>;
  const isLast = context.review.phases.at(-1)?.id === phase.id;
  return (
    <p className="phase-capital">
      {t('story.capital', {
        way: to > from ? 'up' : to < from ? 'down' : 'same',
        from: sign(from),
        to: sign(to),
      })}{' '}
      {phase.hasDip && dip && (
        <span className="alarm">
          {t('story.dip', { at: name(dip.touchpointId), capital: sign(dip.plain) })}
        </span>
      )}{' '}
      {isLast && (alarm === 'atRisk' || alarm === 'thinBuffer') && (
        <span className="alarm">{t(`story.${alarm}`)}</span>
      )}
    </p>
  );
}
