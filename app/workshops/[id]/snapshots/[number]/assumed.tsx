import { isCustomerFriction, placedByTouchpoint } from '@/lib/journey/analysis/index.ts';
import { CUSTOMER_KINDS } from '@/lib/journey/model.ts';
import type { ReviewContext } from './context.ts';

/** What the map claims about customers without a customer having said it. */
export function Assumed({ snapshot, t, name, contentLocale }: ReviewContext) {
  const { assumed } = snapshot.figures.coverage;
  const guesses = [...placedByTouchpoint(snapshot.journey).values()]
    .flat()
    .filter((p) => p.card.evidence === 'assumed' && p.card.text !== '')
    .filter((p) => isCustomerFriction(p) || (CUSTOMER_KINDS as readonly string[]).includes(p.card.kind));
  return (
    <section className="section" aria-labelledby="assumed">
      <h2 id="assumed">{t('assumed.title')}</h2>
      {assumed.length === 0 && guesses.length === 0 ? (
        <p className="soft">{t('assumed.none')}</p>
      ) : (
        <>
          <p className="soft">{t('assumed.intro')}</p>
          <div className="pair">
            {assumed.length > 0 && (
              <div>
                <h3>{t('assumed.touchpoints')}</h3>
                <ul className="plain" lang={contentLocale}>
                  {assumed.map((touchpointId) => (
                    <li key={touchpointId}>{name(touchpointId)}</li>
                  ))}
                </ul>
              </div>
            )}
            {guesses.length > 0 && (
              <div>
                <h3>{t('assumed.cards')}</h3>
                <ul className="plain" lang={contentLocale}>
                  {guesses.map(({ card, touchpointId }) => (
                    <li key={card.id}>
                      {card.text} <span className="small soft">{name(touchpointId)}</span>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        </>
      )}
    </section>
  );
}
