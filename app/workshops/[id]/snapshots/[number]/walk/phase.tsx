import type { PhaseStory, TouchpointStory } from '@/lib/review/review.ts';
import type { ReviewContext } from '../context.ts';
import { MarkSign } from '../mark-sign.tsx';
import { PhaseCapital } from '../phases.tsx';
import { SeverityMark } from '../severity-mark.tsx';

/** One phase for a whole room: its touchpoints side by side, each with its sign, its feelings and one voice. */
export function PhaseScreen({
  phase,
  number,
  context,
}: {
  phase: PhaseStory;
  number: number;
  context: ReviewContext;
}) {
  const { t, contentLocale, review } = context;
  return (
    <>
      <header className="walk-head">
        <p className="walk-eyebrow">
          {t('story.phase', { number, of: review.phases.length })} · {t(`map.parts.${phase.part}`)}
        </p>
        <h2 id={`walk-phase-${number}`} lang={contentLocale}>
          {phase.name}
        </h2>
        <PhaseCapital phase={phase} context={context} />
      </header>
      {phase.touchpoints.length === 0 && <p className="walk-lead soft">{t('story.emptyPhase')}</p>}
      <ol className="walk-stops">
        {phase.touchpoints.map((touchpoint) => (
          <Stop key={touchpoint.id} touchpoint={touchpoint} phase={phase} context={context} />
        ))}
      </ol>
    </>
  );
}

function Stop({
  touchpoint,
  phase,
  context,
}: {
  touchpoint: TouchpointStory;
  phase: PhaseStory;
  context: ReviewContext;
}) {
  const { t, contentLocale, sign } = context;
  const { name, mark, emotions, meanValence, interviews } = touchpoint;
  const friction = phase.frictions.find((f) => f.touchpointId === touchpoint.id);
  // Where it chafes, the voice that says so is the one to be heard.
  const voice = friction?.voices[0] ?? touchpoint.quotes[0] ?? touchpoint.inside[0];
  return (
    <li>
      <p className="walk-mark">
        <MarkSign mark={mark} t={t} />
        <span className="walk-feelings">
          {[...new Set(emotions.map((e) => e.emoji).filter(Boolean))].slice(0, 3).map((emoji) => (
            <span key={emoji} className="emoji" aria-hidden="true">
              {emoji}
            </span>
          ))}
          {meanValence !== null && <span className="tabular">{sign(Math.round(meanValence * 10) / 10)}</span>}
        </span>
      </p>
      <h3 lang={contentLocale}>{name}</h3>
      {voice && (
        <figure>
          <blockquote lang={contentLocale}>{voice.words}</blockquote>
          <figcaption>{voice.alias ?? t('frictions.assumption')}</figcaption>
        </figure>
      )}
      {friction && (
        <p className="walk-friction">
          <SeverityMark severity={friction.severity} t={t} />
        </p>
      )}
      {interviews === 0 && <p className="only-assumed">{t('story.assumed')}</p>}
    </li>
  );
}
