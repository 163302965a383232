import { CapitalCurve, EmotionCurve } from '@/lib/journey/svg/index.ts';
import type { ReviewContext } from './context.ts';
import { FiguresTable } from './figures-table.tsx';

/** How it feels and what it does to the capital, each as a picture; both as a table below. */
export function Curves(context: ReviewContext) {
  const { snapshot, t, decimal, format, contentLocale } = context;
  const percent = format.number(snapshot.figures.capital.bufferPercent / 100, { style: 'percent' });
  const axis = { good: t('map.axis.good'), bad: t('map.axis.bad') };
  const emotion = { title: t('curves.emotion'), description: t('curves.emotionText'), decimal, axis };
  return (
    <section className="curves" aria-labelledby="curves">
      <h2 id="curves">{t('curves.title')}</h2>
      <Curve title={emotion.title} text={emotion.description} lang={contentLocale}>
        <EmotionCurve journey={snapshot.journey} labels={emotion} className="curve" />
      </Curve>
      <Curve title={t('curves.capital')} text={t('curves.capitalText', { percent })} lang={contentLocale}>
        <CapitalPicture {...context} />
      </Curve>
      <FiguresTable {...context} />
    </section>
  );
}

/** The capital's curve by itself. */
export function CapitalPicture({ snapshot, t, decimal, format }: ReviewContext) {
  const { capital } = snapshot.figures;
  const percent = format.number(capital.bufferPercent / 100, { style: 'percent' });
  const labels = {
    title: t('curves.capital'),
    description: t('curves.capitalText', { percent }),
    decimal,
    plain: t('curves.plain'),
    weighted: t('curves.weighted'),
    buffer: t('curves.buffer'),
    dip: t('curves.dip'),
  };
  return <CapitalCurve journey={snapshot.journey} capital={capital} labels={labels} className="curve" />;
}

function Curve({
  title,
  text,
  lang,
  children,
}: {
  title: string;
  text: string;
  lang: string;
  children: React.ReactNode;
}) {
  return (
    <div className="chart">
      <h3>{title}</h3>
      <p className="soft">{text}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="scroller" aria-label={title} tabIndex={0} lang={lang}>
        {children}
      </section>
    </div>
  );
}
