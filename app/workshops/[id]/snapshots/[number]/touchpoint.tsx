import type { PhaseStory, TouchpointStory } from '@/lib/review/review.ts';
import type { ReviewContext } from './context.ts';
import { MarkSign } from './mark-sign.tsx';
import { SeverityMark } from './severity-mark.tsx';
import { Voices } from './voices.tsx';

/** Enough to hear how it sounds there; everything is in the list of the map. */
const MOST_QUOTES = 2;
const MOST_INSIDE = 1;
const MOST_EMOTIONS = 8;

/** One touchpoint of the story: the mark, what is done, felt and said there, and where it chafes. */
export function TouchpointTold({
  touchpoint,
  phase,
  context,
}: {
  touchpoint: TouchpointStory;
  phase: PhaseStory;
  context: ReviewContext;
}) {
  const { t, contentLocale, format, link } = context;
  const { quotes, inside, actions, interviews } = touchpoint;
  const friction = phase.frictions.find((f) => f.touchpointId === touchpoint.id);
  return (
    <li className="stop">
      <MarkSign mark={touchpoint.mark} t={t} />
      <div className="stop-told">
        <h4 lang={contentLocale}>{touchpoint.name}</h4>
        {actions.length > 0 && (
          <p className="does" lang={contentLocale}>
            {format.list(actions, { type: 'unit' })}
          </p>
        )}
        <Feelings touchpoint={touchpoint} context={context} />
        {quotes.length > 0 && <Voices voices={quotes.slice(0, MOST_QUOTES)} context={context} />}
        {quotes.length > MOST_QUOTES && (
          <p className="soft small">{t('story.moreQuotes', { n: quotes.length - MOST_QUOTES })}</p>
        )}
        {friction && (
          <p className="chafes">
            <SeverityMark severity={friction.severity} t={t} />{' '}
            <a href={link({ kind: 'friction', id: touchpoint.id })}>
              {t('story.chafes', { reach: friction.reach })}
            </a>
          </p>
        )}
        {inside.length > 0 && (
          <Voices voices={inside.slice(0, MOST_INSIDE)} context={context} tone="employee" />
        )}
        {interviews === 0 && <p className="only-assumed">{t('story.assumed')}</p>}
      </div>
    </li>
  );
}

/** The feelings told there, each with its sign beside it, and their mean. */
function Feelings({ touchpoint, context }: { touchpoint: TouchpointStory; context: ReviewContext }) {
  const { t, sign, isSmall } = context;
  const { emotions, meanValence, interviews } = touchpoint;
  if (emotions.length === 0 || meanValence === null) return null;
  return (
    <p className="feelings">
      {emotions.slice(0, MOST_EMOTIONS).map((emotion, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: written once, never changed
        <span key={i} className="feeling">
          {emotion.emoji && (
            <span className="emoji" aria-hidden="true">
              {emotion.emoji}
            </span>
          )}
          {sign(emotion.valence)}
        </span>
      ))}{' '}
      <span className="soft small">
        {t('story.feeling', { mean: sign(Math.round(meanValence * 10) / 10), interviews })}
        {context.review.outside && isSmall(interviews) && ` · ${t('small.mark')}`}
      </span>
    </p>
  );
}
