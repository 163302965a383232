import type { Sources } from '@/lib/journey/sources.ts';
import { type MapLabels, MapPicture } from '@/lib/journey/svg/index.ts';
import { reworded } from '@/lib/journey/verbatim.ts';
import type { ReviewContext } from './context.ts';
import { MapList } from './map-list.tsx';

/** The map as a picture, wide on a screen, one A3 sheet on paper, and the same content as a list. */
export function MapFigure(context: ReviewContext) {
  const { snapshot, t, contentLocale, picture } = context;
  return (
    <section className="mapSection" aria-labelledby="journey">
      <div className="mapHead">
        <h2 id="journey">{t('map.title')}</h2>
        <p className="soft">{t('map.intro')}</p>
        <label className="no-print fit">
          <input type="checkbox" /> {t('map.fit')}
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="scroller" aria-label={t('map.region')} tabIndex={0} lang={contentLocale}>
        {picture ?? <MapPicture journey={snapshot.journey} labels={mapLabels(context)} className="map" />}
      </section>
      <div className="mapFoot">
        <MapList {...context} />
      </div>
    </section>
  );
}

/** What the picture says that nobody on the map wrote. */
export function mapLabels(context: ReviewContext): MapLabels {
  const { snapshot, review, t, decimal } = context;
  const { journey, sources } = snapshot;
  const counts = {
    phases: journey.phases.length,
    touchpoints: journey.touchpoints.length,
    cards: journey.cards.filter((c) => c.place !== null).length,
  };
  return {
    title: t('map.picture', { title: review.workshop.title }),
    description: t('map.pictureText', counts),
    parts: { before: t('map.parts.before'), during: t('map.parts.during'), after: t('map.parts.after') },
    evidence: {
      observed: t('map.evidence.observed'),
      reported: t('map.evidence.reported'),
      assumed: t('map.evidence.assumed'),
    },
    axis: { good: t('map.axis.good'), bad: t('map.axis.bad') },
    moments: t('map.moments'),
    sources: speakers(sources),
    changed: reworded(journey.cards, sources),
    decimal,
  };
}

/** Pseudonym and minute of every passage, by finding. */
function speakers(sources: Sources): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([findingId, { alias, atMs }]) => [
      findingId,
      atMs === null ? alias : `${alias} · ${clock(atMs)}`,
    ]),
  );
}

export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
