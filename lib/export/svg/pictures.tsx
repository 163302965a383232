import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CapitalCurve, type ChartPart, EmotionCurve, MapPicture } from '../../journey/svg/index.ts';
import { reworded } from '../../journey/verbatim.ts';
import type { Words } from '../words.ts';
import { parseSvg, type SvgNode } from './tree.ts';

/** The same pictures as on the page, from the same components. */
const picture = (element: ReactElement): SvgNode => parseSvg(renderToStaticMarkup(element));

export function mapSvg({ review, t, decimal }: Words): SvgNode {
  const { journey, sources } = review.snapshot;
  const counts = {
    phases: journey.phases.length,
    touchpoints: journey.touchpoints.length,
    cards: journey.cards.filter((c) => c.place !== null).length,
  };
  const labels = {
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
    sources: Object.fromEntries(
      Object.entries(sources).map(([id, { alias, atMs }]) => [
        id,
        atMs === null ? alias : `${alias} · ${clock(atMs)}`,
      ]),
    ),
    changed: reworded(journey.cards, sources),
    decimal,
  };
  return picture(<MapPicture journey={journey} labels={labels} />);
}

/** @param part the touchpoints shown; without it all: a sheet has an end, a screen scrolls. */
export function emotionSvg({ review, t, decimal }: Words, part?: ChartPart): SvgNode {
  const axis = { good: t('map.axis.good'), bad: t('map.axis.bad') };
  const labels = { title: t('curves.emotion'), description: t('curves.emotionText'), decimal, axis };
  return picture(<EmotionCurve journey={review.snapshot.journey} labels={labels} {...(part && { part })} />);
}

export function capitalSvg({ review, t, decimal, percent }: Words, part?: ChartPart): SvgNode {
  const { journey, figures } = review.snapshot;
  const labels = {
    title: t('curves.capital'),
    description: t('curves.capitalText', { percent: percent(figures.capital.bufferPercent / 100) }),
    decimal,
    plain: t('curves.plain'),
    weighted: t('curves.weighted'),
    buffer: t('curves.buffer'),
    dip: t('curves.dip'),
  };
  return picture(
    <CapitalCurve journey={journey} capital={figures.capital} labels={labels} {...(part && { part })} />,
  );
}

/** Minutes and seconds of a recording: `12:04`. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
