import { translations } from '@/lib/i18n/server.ts';
import type { Gap } from '@/lib/journey/gap/index.ts';
import { GapCapitalCurve } from '@/lib/journey/svg/gap-capital.tsx';
import type { GapLabels } from '@/lib/journey/svg/gap-columns.tsx';
import { GapEmotionCurve } from '@/lib/journey/svg/gap-emotion.tsx';
import styles from './gap.module.css';

interface CurvesProps {
  gap: Gap;
  decimal: '.' | ',';
  /** Of what stands on the maps. */
  lang: string;
}

/** Up to this many touchpoints a curve fits a desk's screen; a longer one scrolls rather than shrink its words. */
const FITS = 14;

/** Both curves of both maps, each over one line of touchpoints. */
export async function Curves({ gap, decimal, lang }: CurvesProps) {
  const t = await translations('toBe');
  const axis = await translations('map');
  const labels = {
    decimal,
    asIs: t('gap.asIs'),
    toBe: t('gap.toBe'),
    removed: t('gap.removed'),
    merged: t('gap.merged'),
    added: t('gap.added'),
    movedFrom: t('gap.movedFrom'),
    movedTo: t('gap.movedTo'),
  };
  const capital: GapLabels = { ...labels, title: t('gap.capitalTitle'), description: t('gap.capitalText') };
  const emotion = {
    ...labels,
    title: t('gap.emotionTitle'),
    description: t('gap.emotionText'),
    axis: { good: axis('axis.good'), bad: axis('axis.bad') },
  };
  const size = gap.columns.length <= FITS ? styles.fits : styles.curve;
  return (
    <>
      <Chart title={capital.title} text={capital.description} lang={lang}>
        <GapCapitalCurve gap={gap} labels={capital} className={size ?? ''} />
      </Chart>
      <Chart title={emotion.title} text={emotion.description} lang={lang}>
        <GapEmotionCurve gap={gap} labels={emotion} className={size ?? ''} />
      </Chart>
      {!gap.isNone && isSameFeeling(gap) && <p className="notice">{t('gap.emotionSame')}</p>}
    </>
  );
}

const isSameFeeling = ({ today, aimed }: Gap): boolean => {
  const held = new Map(today.feelings.map(({ touchpointId, mean }) => [touchpointId, mean]));
  return aimed.feelings.every(({ touchpointId, mean }) => held.get(touchpointId) === mean);
};

interface ChartProps {
  title: string;
  text: string;
  lang: string;
  children: React.ReactNode;
}

function Chart({ title, text, lang, children }: ChartProps) {
  return (
    <section className={`stack tight ${styles.chart}`}>
      <h2>{title}</h2>
      <p className="soft">{text}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles.scroller} aria-label={title} tabIndex={0} lang={lang}>
        {children}
      </section>
    </section>
  );
}
