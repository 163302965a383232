import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { CapitalCurve, type ChartPart, EmotionCurve, MapPicture } from '../../journey/svg/index.ts';
import { mapLabels } from '../../review/map-labels.ts';
import type { Words } from '../words.ts';
import { parseSvg, type SvgNode } from './tree.ts';

/** The same pictures as on the page, from the same components. */
const picture = (element: ReactElement): SvgNode => parseSvg(renderToStaticMarkup(element));

export const mapSvg = (words: Words): SvgNode =>
  picture(<MapPicture journey={words.review.snapshot.journey} labels={mapLabels(words)} />);

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
