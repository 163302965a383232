import type { ReviewContext } from '../context.ts';
import { SeverityMark } from '../severity-mark.tsx';

/** As many as a room can keep in mind. */
const MOST = 3;

/** The worst frictions, each with one customer's words, and one employee's where they see it too. */
export function WorstScreen({ review, snapshot, t, contentLocale }: ReviewContext) {
  return (
    <>
      <header className="walk-head">
        <h2 id="walk-worst">{t('frictions.title')}</h2>
      </header>
      <ol className="walk-worst">
        {review.frictions.slice(0, MOST).map((story) => (
          <li key={story.touchpointId}>
            <h3 lang={contentLocale}>{story.name}</h3>
            <p className="facts">
              <SeverityMark severity={story.severity} t={t} />
              <span>
                {story.reach > 0
                  ? t('frictions.reach', {
                      reach: story.reach,
                      customers: Math.max(snapshot.group.customerInterviews, story.reach),
                    })
                  : t('frictions.reachNone')}
              </span>
            </p>
            {[...story.voices.slice(0, 1), ...(story.mirrored ? story.inside.slice(0, 1) : [])].map(
              (voice, i) => (
                <figure key={voice.words} data-tone={i === 0 ? 'customer' : 'employee'}>
                  <blockquote lang={contentLocale}>{voice.words}</blockquote>
                  <figcaption>{voice.alias ?? t('frictions.assumption')}</figcaption>
                </figure>
              ),
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
