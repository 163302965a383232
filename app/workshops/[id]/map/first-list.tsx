import { cellKey } from '@/lib/journey/layout/index.ts';
import type { Card, Journey } from '@/lib/journey/model.ts';
import type { MapLabels } from '@/lib/journey/svg/labels.ts';
import { metaLine } from '@/lib/journey/svg/map-picture.tsx';
import { signed } from '@/lib/journey/svg/paint.ts';
import styles from './first-list.module.css';

/** The map as text, touchpoint by touchpoint: for a phone, a screen reader, a browser without scripts. */
export function FirstList({ journey, labels }: { journey: Journey; labels: MapLabels }) {
  const byCell = new Map<string, Card[]>();
  for (const card of journey.cards) {
    if (!card.place) continue;
    const key = cellKey(card.place.touchpointId, card.place.laneId);
    byCell.set(key, [...(byCell.get(key) ?? []), card]);
  }
  return (
    <div className={styles.list}>
      {journey.phases.map((phase) => (
        <section key={phase.id}>
          <h2>
            <span className="small soft">{labels.parts[phase.part]}</span> {phase.name}
          </h2>
          {journey.touchpoints
            .filter((t) => t.place.phaseId === phase.id)
            .map((touchpoint) => (
              <section key={touchpoint.id}>
                <h3>{touchpoint.name}</h3>
                <dl>
                  {journey.lanes.map((lane) => {
                    const cards = byCell.get(cellKey(touchpoint.id, lane.id));
                    return (
                      cards && (
                        <div key={lane.id}>
                          <dt>{lane.name}</dt>
                          {cards.map((card) => (
                            <dd key={card.id}>
                              {said(card, labels)}{' '}
                              <span className="small soft">{metaLine(card, labels)}</span>
                            </dd>
                          ))}
                        </div>
                      )
                    );
                  })}
                </dl>
              </section>
            ))}
        </section>
      ))}
    </div>
  );
}

function said({ kind, text, emoji, valence }: Card, { decimal }: MapLabels): string {
  const felt = kind === 'emotion' && valence !== null ? signed(valence, decimal) : '';
  return [emoji, felt, kind === 'quote' ? `“${text}”` : text].filter(Boolean).join(' ');
}
