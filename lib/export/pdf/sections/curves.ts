import type { ChartPart } from '../../../journey/svg/index.ts';
import { capitalSvg, emotionSvg } from '../../svg/pictures.tsx';
import type { SvgNode } from '../../svg/tree.ts';
import { type Flow, PAGE } from '../flow.ts';
import { drawPicture, forPdf } from '../picture.ts';
import { mm, SHEET, STYLE } from '../type.ts';

/** So many touchpoints make one chart: more on a sheet would be too small to read. */
const MOST = { A4: 12, A3: 24 } as const;

/** Both curves on a sheet on its side, A3 for a long journey; a longer one goes on on the next. */
export function curves(flow: Flow): void {
  const { t } = flow.words;
  const all = flow.words.review.snapshot.journey.touchpoints.length;
  if (all === 0) return;
  const [sheet, most] = all > MOST.A4 ? [SHEET.A3, MOST.A3] : [SHEET.A4, MOST.A4];
  const parts = Math.ceil(all / most);
  const each = Math.ceil(all / parts);
  for (let from = 0; from < all; from += each) {
    const part = { from, to: Math.min(all, from + each) };
    flow.sheet([sheet[1], sheet[0]]);
    if (from === 0) flow.mark('curves', t('curves.title'));
    curvesOf(flow, part, sheet, all);
  }
}

function curvesOf(flow: Flow, part: ChartPart, [short, long]: readonly [number, number], all: number): void {
  const { words, doc, pen } = flow;
  const { t, p, percent, review } = words;
  const emotion = forPdf(emotionSvg(words, part));
  const capital = forPdf(capitalSvg(words, part));
  const whole = { x: PAGE.left, width: long - 2 * PAGE.left };
  const scale = Math.min(
    whole.width / Math.max(widthOf(emotion), widthOf(capital)),
    (short - mm(80)) / (heightOf(emotion) + heightOf(capital)),
    0.8,
  );
  const isWhole = part.to - part.from === all;
  const range = isWhole ? '' : ` · ${p('paper.curves.part', { from: part.from + 1, to: part.to, all })}`;
  flow.text(`${t('curves.title')}${range}`, STYLE.heading, { ...whole, tag: 'H2' });
  const share = percent(review.snapshot.figures.capital.bufferPercent / 100);
  for (const [picture, title, text] of [
    [emotion, t('curves.emotion'), t('curves.emotionText')],
    [capital, t('curves.capital'), t('curves.capitalText', { percent: share })],
  ] as const) {
    flow.y += 6;
    flow.tag('H3', () => pen.line(title, whole.x, flow.y, STYLE.strong));
    flow.y += STYLE.strong.leading;
    for (const line of pen.lines(text, STYLE.small, whole.width)) {
      flow.tag('P', () => pen.line(line, whole.x, flow.y, STYLE.small));
      flow.y += STYLE.small.leading;
    }
    flow.y += 4;
    const [width, height] = [widthOf(picture) * scale, heightOf(picture) * scale];
    flow.tag('Figure', () => drawPicture(doc, picture, { x: whole.x, y: flow.y, width, height }), title);
    flow.y += height;
  }
}

const widthOf = (picture: SvgNode) => Number(picture.attributes.width);
const heightOf = (picture: SvgNode) => Number(picture.attributes.height);
