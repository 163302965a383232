import { cardsAlongTheJourney } from '@/lib/review/voices.ts';
import type { ReviewContext } from './context.ts';

/** The group's ideas, touchpoint by touchpoint; nothing when it has none yet. */
export function Opportunities({ snapshot, t, contentLocale }: ReviewContext) {
  const held = cardsAlongTheJourney(snapshot.journey, (c) => c.kind === 'opportunity' && c.text !== '');
  if (held.length === 0) return null;
  return (
    <section className="section" aria-labelledby="opportunities">
      <h2 id="opportunities">{t('opportunities.title')}</h2>
      <p className="soft">{t('opportunities.intro')}</p>
      <dl className="ideas" lang={contentLocale}>
        {held.map(({ touchpoint, cards }) => (
          <div key={cards[0]?.id}>
            <dt>{touchpoint}</dt>
            {cards.map((card) => (
              <dd key={card.id}>{card.text}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
