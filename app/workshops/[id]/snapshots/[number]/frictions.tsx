import { type FrictionStory, frictionStories } from '@/lib/review/voices.ts';
import type { ReviewContext } from './context.ts';
import { SeverityMark } from './severity-mark.tsx';
import { Voices } from './voices.tsx';

/** The worst frictions, each in the words of different customers, with the employees' side where there is one. */
export function Frictions(context: ReviewContext) {
  const { snapshot, t } = context;
  const stories = frictionStories(snapshot.journey, snapshot.sources, snapshot.figures);
  return (
    <section className="section" aria-labelledby="frictions">
      <h2 id="frictions">{t('frictions.title')}</h2>
      {stories.length === 0 ? (
        <p className="soft">{t('frictions.none')}</p>
      ) : (
        <>
          <p className="soft">{t('frictions.intro')}</p>
          <ol className="frictions">
            {stories.map((story) => (
              <Friction key={story.touchpointId} story={story} context={context} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Friction({ story, context }: { story: FrictionStory; context: ReviewContext }) {
  const { t, snapshot } = context;
  const customers = snapshot.group.customerInterviews;
  return (
    <li className="friction">
      <div className="frictionHead">
        <h3 lang={context.contentLocale}>{story.name}</h3>
        <p className="facts">
          <SeverityMark severity={story.severity} t={t} />
          <span>
            {story.reach > 0
              ? t('frictions.reach', { reach: story.reach, customers: Math.max(customers, story.reach) })
              : t('frictions.reachNone')}
          </span>
        </p>
      </div>
      <Voices voices={story.voices} context={context} />
      {story.mirrored && story.inside.length > 0 && (
        <div className="inside">
          <h4>{t('frictions.mirrored')}</h4>
          <Voices voices={story.inside} context={context} tone="employee" />
        </div>
      )}
    </li>
  );
}
