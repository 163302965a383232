import type { translator } from '../i18n/translator.ts';
import { clock } from '../journey/clock.ts';
import type { Sources } from '../journey/sources.ts';
import type { MapLabels } from '../journey/svg/index.ts';
import { reworded } from '../journey/verbatim.ts';
import type { Review } from './review.ts';

/** What the picture of a review's map says that nobody on the map wrote; the same on the page and on paper. */
export function mapLabels({
  review,
  t,
  decimal,
}: {
  review: Review;
  t: ReturnType<typeof translator<'review'>>;
  decimal: '.' | ',';
}): MapLabels {
  const { journey, sources } = review.snapshot;
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

/** Pseudonym and time of every passage, by finding. */
export function speakers(
  sources: Record<string, Pick<Sources[string], 'alias' | 'atMs'>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([findingId, { alias, atMs }]) => [
      findingId,
      atMs === null ? alias : `${alias} · ${clock(atMs)}`,
    ]),
  );
}
