import { anchorOf } from '@/lib/review/subject.ts';
import type { ReviewContext } from './context.ts';
import { DecisionLine } from './decision-line.tsx';
import { TOP } from './frictions.tsx';

/** What has been decided, what of the worst still waits, and what is said of the snapshot as a whole. */
export function Decisions(context: ReviewContext) {
  const { review, t, contentLocale, decisionOn, place, link } = context;
  const waiting = review.frictions
    .slice(0, TOP)
    .filter(({ touchpointId }) => decisionOn({ kind: 'friction', id: touchpointId }) === null);
  return (
    <section className="section" aria-labelledby="decisions">
      <h2 id="decisions">{t('decisions.title')}</h2>
      {review.decisions.length === 0 ? (
        <p className="soft">{t(review.outside ? 'decisions.noneOutside' : 'decisions.none')}</p>
      ) : (
        <ul className="plain-list decided">
          {review.decisions.map((decision) => (
            <li key={anchorOf(decision.subject)}>
              <DecisionLine decision={decision} context={context} named />
            </li>
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <div>
          <h3>{t('decisions.waiting')}</h3>
          <ul className="plain">
            {waiting.map(({ touchpointId, name }) => (
              <li key={touchpointId}>
                <a href={link({ kind: 'friction', id: touchpointId })} lang={contentLocale}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {place({ kind: 'snapshot', id: '' })}
    </section>
  );
}
