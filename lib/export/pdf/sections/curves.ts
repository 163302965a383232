import { capitalSvg, emotionSvg } from '../../svg/pictures.tsx';
import type { SvgNode } from '../../svg/tree.ts';
import { type Flow, PAGE } from '../flow.ts';
import { drawPicture, forPdf } from '../picture.ts';
import { mm, SHEET, STYLE } from '../type.ts';

/** Both curves on a sheet on its side; A3 where A4 would make their text too small. */
export function curves(flow: Flow): void {
  const { t, percent, review } = flow.words;
  const { figures, journey } = review.snapshot;
  if (journey.touchpoints.length === 0) return;
  const emotion = forPdf(emotionSvg(flow.words));
  const capital = forPdf(capitalSvg(flow.words));
  const widest = Math.max(widthOf(emotion), widthOf(capital));
  const [short, long] = widest * 0.5 > SHEET.A4[1] - 2 * PAGE.left ? SHEET.A3 : SHEET.A4;
  flow.sheet([long, short]);
  flow.mark('curves', t('curves.title'));
  const whole = { x: PAGE.left, width: long - 2 * PAGE.left };
  const scale = Math.min(
    whole.width / widest,
    (short - mm(75)) / (heightOf(emotion) + heightOf(capital)),
    0.8,
  );
  flow.text(t('curves.title'), STYLE.heading, { ...whole, tag: 'H2' });
  const share = percent(figures.capital.bufferPercent / 100);
  for (const [picture, title, text] of [
    [emotion, t('curves.emotion'), t('curves.emotionText')],
    [capital, t('curves.capital'), t('curves.capitalText', { percent: share })],
  ] as const) {
    flow.y += 6;
    flow.tag('H3', () => flow.pen.line(title, whole.x, flow.y, STYLE.strong));
    flow.y += STYLE.strong.leading;
    for (const line of flow.pen.lines(text, STYLE.small, whole.width)) {
      flow.tag('P', () => flow.pen.line(line, whole.x, flow.y, STYLE.small));
      flow.y += STYLE.small.leading;
    }
    flow.y += 4;
    const frame = {
      x: whole.x,
      y: flow.y,
      width: widthOf(picture) * scale,
      height: heightOf(picture) * scale,
    };
    flow.tag('Figure', () => drawPicture(flow.doc, picture, frame), title);
    flow.y += frame.height;
  }
}

const widthOf = (picture: SvgNode) => Number(picture.attributes.width);
const heightOf = (picture: SvgNode) => Number(picture.attributes.height);
