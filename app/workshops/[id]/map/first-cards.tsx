import { type Box, COLUMN, type ColumnBox, type MapLayout } from '@/lib/journey/layout/index.ts';
import type { Journey } from '@/lib/journey/model.ts';
import { personaSigns } from '@/lib/journey/personas.ts';
import { CardPicture } from '@/lib/journey/svg/card-picture.tsx';
import type { MapLabels } from '@/lib/journey/svg/labels.ts';
import { metaLine } from '@/lib/journey/svg/map-picture.tsx';
import { paint } from '@/lib/journey/svg/paint.ts';
import styles from './first-picture.module.css';

/** Up to this many cards are all drawn; of a larger map those that lie near where it begins. */
const DRAWN_WHOLE = 400;
/** Two large screens to each side, px. */
const NEAR = { x: 3_600, y: 2_400 };

/**
 * The cards by touchpoint, each in an element of its own: the browser passes over those out of sight
 * (`content-visibility`). What is far away on a large map is an outline until the canvas comes, since
 * reading 2,000 drawn cards keeps the browser from it; the words stand in the text beside the picture.
 */
export function FirstCards({
  map,
  journey,
  labels,
}: {
  map: MapLayout;
  journey: Journey;
  labels: MapLabels;
}) {
  const changed = new Set(labels.changed);
  const signs = new Map(personaSigns(journey.personas).map((sign) => [sign.id, sign]));
  const whole = journey.cards.length <= DRAWN_WHOLE;
  const column = ({ touchpointId, x }: ColumnBox) => {
    const placed = cardsAt(journey, touchpointId).flatMap((card) => {
      const box = map.cards.get(card.id);
      return box ? [{ card, box }] : [];
    });
    const near = placed.filter(({ box }) => whole || (x < NEAR.x && box.y < NEAR.y));
    const far = placed.filter((one) => !near.includes(one)).map(({ box }) => box);
    return (
      <div key={touchpointId} className={styles.column}>
        <svg width={COLUMN.width} height={map.height} aria-hidden="true">
          {far.length > 0 && (
            <path
              d={far.map((box) => outline(box, x)).join('')}
              fill={paint('sheet')}
              stroke={paint('rule')}
            />
          )}
          {near.map(({ card, box }) => (
            <g key={card.id} transform={`translate(${box.x - x} ${box.y})`}>
              <CardPicture
                card={card}
                box={box}
                meta={metaLine(card, labels)}
                persona={signs.get(card.personaId ?? '') ?? null}
                changed={changed.has(card.id)}
              />
            </g>
          ))}
        </svg>
      </div>
    );
  };
  return (
    <div className={styles.cards}>
      {map.phases.map((phase) => {
        const columns = map.columns.filter((c) => c.phaseId === phase.id);
        return (
          <div key={phase.id} className={styles.phase}>
            {columns.length === 0 && <div className={styles.column} />}
            {columns.map(column)}
          </div>
        );
      })}
    </div>
  );
}

const outline = ({ x, y, w, h }: Box, left: number) => `M${x - left} ${y}h${w}v${h}h${-w}z`;

const cardsAt = ({ cards }: Journey, touchpointId: string) =>
  cards.filter((card) => card.place?.touchpointId === touchpointId);
