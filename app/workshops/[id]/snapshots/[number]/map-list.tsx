import { placedByTouchpoint } from '@/lib/journey/analysis/index.ts';
import { voiceOf } from '@/lib/review/voices.ts';
import type { ReviewContext } from './context.ts';

/** The whole map as text, phase by phase: for a phone, for a screen reader, for whoever prefers reading. */
export function MapList({ snapshot, t, contentLocale, sign, locale }: ReviewContext) {
  const { journey, sources } = snapshot;
  const placed = placedByTouchpoint(journey);
  return (
    <details className="list">
      <summary>{t('map.list')}</summary>
      <div lang={contentLocale}>
        {journey.phases.map((phase) => (
          <section key={phase.id} aria-label={phase.name}>
            <h3>
              <span className="small soft" lang={locale}>
                {t(`map.parts.${phase.part}`)}
              </span>{' '}
              {phase.name}
            </h3>
            {journey.touchpoints
              .filter((x) => x.place.phaseId === phase.id)
              .map((touchpoint) => {
                const cards = (placed.get(touchpoint.id) ?? []).map((p) => p.card);
                const lanes = journey.lanes
                  .map((lane) => ({ lane, cards: cards.filter((c) => c.place?.laneId === lane.id) }))
                  .filter((row) => row.cards.length > 0);
                return (
                  <div key={touchpoint.id} className="touchpoint">
                    <h4>{touchpoint.name}</h4>
                    {lanes.length === 0 && (
                      <p className="soft" lang={locale}>
                        {t('map.empty')}
                      </p>
                    )}
                    <dl>
                      {lanes.map((row) => (
                        <div key={row.lane.id}>
                          <dt>{row.lane.name}</dt>
                          {row.cards.map((card) => (
                            <dd key={card.id}>
                              {card.emoji && <span className="emoji">{card.emoji} </span>}
                              {card.valence !== null && card.kind === 'emotion' && `${sign(card.valence)} `}
                              {card.text}{' '}
                              <span className="small soft">
                                {voiceOf(card, sources).alias ?? (
                                  <span lang={locale}>{t(`map.evidence.${card.evidence}`)}</span>
                                )}
                              </span>
                            </dd>
                          ))}
                        </div>
                      ))}
                    </dl>
                  </div>
                );
              })}
          </section>
        ))}
      </div>
    </details>
  );
}
