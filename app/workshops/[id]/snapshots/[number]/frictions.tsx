import { anchorOf } from '@/lib/review/subject.ts';
import type { FrictionStory } from '@/lib/review/voices.ts';
import type { ReviewContext } from './context.ts';
import { SeverityMark } from './severity-mark.tsx';
import { Small } from './small.tsx';
import { Voices } from './voices.tsx';

/** How many are told in full; the rest stand folded below them. */
export const TOP = 5;

/** The worst frictions, each in the words of different customers, with the employees' side where there is one. */
export function Frictions(context: ReviewContext) {
  const { t } = context;
  const { frictions } = context.review;
  return (
    <section className="section" aria-labelledby="frictions">
      <h2 id="frictions">{t('frictions.title')}</h2>
      {frictions.length === 0 ? (
        <p className="soft">{t('frictions.none')}</p>
      ) : (
        <>
          <p className="soft">{t('frictions.intro')}</p>
          <ol className="frictions">
            {frictions.slice(0, TOP).map((story) => (
              <Friction key={story.touchpointId} story={story} context={context} />
            ))}
          </ol>
          {frictions.length > TOP && (
            <details className="list more">
              <summary>{t('frictions.more', { n: frictions.length - TOP })}</summary>
              <ol className="frictions" style={{ counterReset: `friction ${TOP}` }}>
                {frictions.slice(TOP).map((story) => (
                  <Friction key={story.touchpointId} story={story} context={context} />
                ))}
              </ol>
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Friction({ story, context }: { story: FrictionStory; context: ReviewContext }) {
  const { t, snapshot, isSmall, review, place } = context;
  const subject = { kind: 'friction', id: story.touchpointId } as const;
  const customers = Math.max(snapshot.group.customerInterviews, story.reach);
  return (
    <li className="friction" id={anchorOf(subject)}>
      <div className="frictionHead">
        <h3 lang={context.contentLocale}>{story.name}</h3>
        <p className="facts">
          <SeverityMark severity={story.severity} t={t} />
          <span>
            {story.reach > 0
              ? t('frictions.reach', { reach: story.reach, customers })
              : t('frictions.reachNone')}{' '}
            {review.outside && isSmall(story.reach) && <Small t={t} />}
          </span>
          {story.mirrored && <span>{t('frictions.mirrored')}</span>}
        </p>
      </div>
      <Voices voices={story.voices} context={context} />
      {story.mirrored && story.inside.length > 0 && (
        <div className="inside">
          <h4>{t('frictions.insideTitle')}</h4>
          <Voices voices={story.inside} context={context} tone="employee" />
        </div>
      )}
      {place(subject)}
    </li>
  );
}
