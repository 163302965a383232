import { HEADER_HEIGHT, layout } from '../layout/index.ts';
import type { Card, Journey } from '../model.ts';
import { personaSigns } from '../personas.ts';
import { CardPicture } from './card-picture.tsx';
import { Changes, type MapChanges } from './changes.tsx';
import { EmotionLane } from './emotion-lane.tsx';
import type { MapLabels } from './labels.ts';
import { MapGrid, MapHeader } from './map-header.tsx';
import { momentsInWords } from './moments.tsx';
import { FONT, paint } from './paint.ts';

interface MapPictureProps {
  journey: Journey;
  labels: MapLabels;
  /** Unique on the page; names title, description and clip paths. */
  id?: string;
  className?: string;
  /** What is new since another map: framed and signed, the rest stepped back. */
  changes?: MapChanges | undefined;
}

/** How far what did not change steps back behind what did. */
const BEHIND = 0.42;
const MARGIN = 12;

/**
 * The whole map as one image, without hooks: for the server, for print, for a file. Its natural size is
 * 1:1; the page may scale it by `width` and `height: auto`.
 */
export function MapPicture({ journey, labels, id = 'map', className, changes }: MapPictureProps) {
  const map = layout(journey);
  const signs = new Map(personaSigns(journey.personas).map((sign) => [sign.id, sign]));
  const changed = new Set(labels.changed);
  const x = map.header.x - MARGIN;
  const y = map.header.y - MARGIN;
  const width = map.width - x + MARGIN;
  const height = map.height + HEADER_HEIGHT + 2 * MARGIN;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      className={className}
      width={width}
      height={height}
      viewBox={`${x} ${y} ${width} ${height}`}
      fontFamily={FONT}
    >
      <title id={`${id}-title`}>{labels.title}</title>
      <desc id={`${id}-desc`}>
        {described(labels, momentsInWords(map, journey.touchpoints, labels.decimal))}
      </desc>
      <rect x={x} y={y} width={width} height={height} fill={paint('paper')} />
      <MapGrid map={map} />
      <MapHeader map={map} parts={labels.parts} />
      {map.rows.map((row) =>
        row.levels ? <EmotionLane key={row.laneId} map={map} row={row} labels={labels} id={id} /> : null,
      )}
      {journey.cards.map((card) => {
        const box = map.cards.get(card.id);
        return box ? (
          <g
            key={card.id}
            transform={`translate(${box.x} ${box.y})`}
            opacity={changes && !changes.cards.has(card.id) ? BEHIND : undefined}
          >
            <CardPicture
              card={card}
              box={box}
              meta={metaLine(card, labels)}
              persona={signs.get(card.personaId ?? '') ?? null}
              changed={changed.has(card.id)}
            />
          </g>
        ) : null;
      })}
      {changes && <Changes map={map} changes={changes} />}
    </svg>
  );
}

/** Who said it; without a finding, how sure it is. */
export const metaLine = (card: Card, labels: Pick<MapLabels, 'sources' | 'evidence'>): string =>
  (card.source && labels.sources[card.source.findingId]) ?? labels.evidence[card.evidence];

const described = ({ description, moments }: MapLabels, stars: readonly string[]): string =>
  stars.length > 0 ? `${description} ${moments}: ${stars.join('; ')}.` : description;
