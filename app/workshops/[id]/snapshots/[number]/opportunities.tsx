import { anchorOf } from '@/lib/review/subject.ts';
import type { ReviewContext } from './context.ts';

/** The group's ideas, touchpoint by touchpoint; nothing when it has none yet. */
export function Opportunities({ review, t, contentLocale, place }: ReviewContext) {
  const ideas = review.opportunities.filter(({ text }) => text !== '');
  if (ideas.length === 0) return null;
  return (
    <section className="section" aria-labelledby="opportunities">
      <h2 id="opportunities">{t('opportunities.title')}</h2>
      <p className="soft">{t('opportunities.intro')}</p>
      <ul className="ideas">
        {ideas.map(({ cardId, touchpoint, text }) => {
          const subject = { kind: 'opportunity', id: cardId } as const;
          return (
            <li key={cardId} id={anchorOf(subject)}>
              <p className="idea-at" lang={contentLocale}>
                {touchpoint}
              </p>
              <div>
                <p lang={contentLocale}>{text}</p>
                {place(subject)}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
