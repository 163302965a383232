import { MapPicture } from '@/lib/journey/svg/index.ts';
import { mapLabels } from '@/lib/review/map-labels.ts';
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
