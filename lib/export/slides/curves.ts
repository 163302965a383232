import type PptxGen from 'pptxgenjs';
import type { Words } from '../words.ts';
import { FONT, hex, openSlide, SIZE, SLIDE, WIDE, write } from './deck.ts';

/** Charts with more columns than these are read in the report instead; PowerPoint thins out their names. */
const MOST_NAME = 26;

/** Both curves as charts of the program's own: figures and colours can be changed. */
export function curveSlide(deck: PptxGen, words: Words): void {
  const { review, t, p } = words;
  const { figures, journey } = review.snapshot;
  if (journey.touchpoints.length === 0) return;
  const slide = openSlide(deck, words, t('curves.title'));
  const labels = journey.touchpoints.map(({ name }, i) => `${i + 1}. ${short(name)}`);
  const common = {
    x: SLIDE.margin,
    w: WIDE,
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: labels.length > 12 ? 7 : 9,
    catAxisLabelColor: hex('ink-soft'),
    catAxisLabelPos: 'low' as const,
    catAxisLabelRotate: 0,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: 10,
    valAxisLabelColor: hex('ink-soft'),
    valAxisMajorUnit: 1,
    valGridLine: { color: hex('rule'), size: 0.5 },
    catGridLine: { style: 'none' as const },
    lineDataSymbolSize: 8,
  };
  write(slide, t('curves.emotion'), { y: 1.35, h: 0.3, size: SIZE.body, bold: true });
  const felt = figures.touchpoints.map((x) => x.meanValence);
  slide.addChart(
    'line',
    // Nobody told a feeling: a gap, as on the map.
    [{ name: t('curves.feeling'), labels, values: felt as number[] }],
    {
      ...common,
      ...{ y: 1.6, h: 2.5, valAxisMinVal: -2, valAxisMaxVal: 2, displayBlanksAs: 'gap' },
      ...{
        chartColors: [hex('ink')],
        lineSize: 2,
        valAxisLabelFormatCode: '+0;−0;0',
        altText: t('curves.emotionText'),
      },
    },
  );
  const { capital } = figures;
  const share = words.percent(capital.bufferPercent / 100);
  write(slide, t('curves.capital'), { y: 4.15, h: 0.3, size: SIZE.body, bold: true });
  const every = [...capital.points.flatMap((x) => [x.plain, x.weighted]), capital.requiredBuffer, 0];
  slide.addChart(
    'line',
    [
      { name: t('curves.plain'), labels, values: capital.points.map((x) => x.plain) },
      { name: t('curves.weighted'), labels, values: capital.points.map((x) => x.weighted) },
      { name: t('curves.buffer'), labels, values: labels.map(() => capital.requiredBuffer) },
    ],
    {
      ...common,
      ...{ y: 4.4, h: 2.6, valAxisMinVal: Math.min(...every) - 1, valAxisMaxVal: Math.max(...every) + 1 },
      valAxisMajorUnit: Math.max(1, Math.ceil((Math.max(...every) - Math.min(...every)) / 6)),
      ...{ chartColors: [hex('ink'), hex('ink-faint'), hex('accent')], lineSize: 2 },
      lineDataSymbolSize: 6,
      ...{ showLegend: true, legendPos: 'r', legendFontFace: FONT, legendFontSize: 10 },
      ...{ valAxisLabelFormatCode: '+0;−0;0', altText: t('curves.capitalText', { percent: share }) },
    },
  );
  slide.addNotes(
    [t('curves.emotionText'), t('curves.capitalText', { percent: share }), p('paper.slides.curve')].join(
      '\n',
    ),
  );
}

const short = (name: string) =>
  name.length > MOST_NAME ? `${name.slice(0, MOST_NAME - 1).trimEnd()}…` : name;
