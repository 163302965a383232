import { renderToStaticMarkup } from 'react-dom/server';
import type { Locale } from '../i18n/locale.ts';
import { translator } from '../i18n/translator.ts';
import { cardChanges, diffJourneys, structureChanges } from '../journey/diff/index.ts';
import { EVIDENCE, type Journey, PARTS } from '../journey/model.ts';
import type { Sources } from '../journey/sources.ts';
import { type MapLabels, MapPicture, mapChanges } from '../journey/svg/index.ts';
import { reworded } from '../journey/verbatim.ts';
import { speakers } from './map-labels.ts';

export interface ChangesPictureInput {
  journey: Journey;
  /** Who said what, by alias. */
  sources: Sources;
  /** The map it is held against: what is new since is framed and signed. Null: nothing is. */
  before: Journey | null;
  /** The reader's. */
  locale: Locale;
  title: string;
  /** Unique on the page. */
  id: string;
}

/** A map as SVG text, with what changed since another one. Too heavy for the event loop: see lib/work/jobs.ts. */
export function drawChanges({ journey, sources, before, locale, title, id }: ChangesPictureInput): string {
  const t = translator(locale, 'map');
  const labels: MapLabels = {
    title,
    description: t('picture'),
    parts: Object.fromEntries(PARTS.map((p) => [p, t(`part.${p}`)])) as MapLabels['parts'],
    evidence: Object.fromEntries(EVIDENCE.map((e) => [e, t(`evidence.${e}`)])) as MapLabels['evidence'],
    axis: { good: t('axis.good'), bad: t('axis.bad') },
    moments: t('curve.moments'),
    sources: speakers(sources),
    changed: reworded(journey.cards, sources),
    decimal: locale === 'sv' ? ',' : '.',
  };
  return renderToStaticMarkup(
    <MapPicture
      journey={journey}
      labels={labels}
      id={id}
      changes={before ? changesSince(before, journey) : undefined}
    />,
  );
}

function changesSince(before: Journey, journey: Journey) {
  const diff = diffJourneys(before, journey);
  const changes = mapChanges(cardChanges(diff), structureChanges(before, journey, diff));
  // Where nothing changed there is nothing for the rest to step back behind.
  return changes.cards.size + changes.structure.size > 0 ? changes : undefined;
}
