import type { Figures } from '@/lib/journey/analysis/index.ts';
import { peakOf } from '@/lib/review/voices.ts';
import type { ReviewContext } from './context.ts';
import styles from './headline.module.css';
import sheet from './report.module.css';
import { story } from './story.ts';

type Verdict = 'grown' | 'thin' | 'even' | 'shrunk' | 'unknown';

export function verdictOf({ alarm, plain }: Figures['capital']): Verdict {
  if (alarm === 'unknown') return 'unknown';
  if (alarm === 'none') return 'grown';
  if (alarm === 'thinBuffer') return 'thin';
  return plain < 0 ? 'shrunk' : 'even';
}

/** The figures in words first, then the three numbers they rest on. */
export function Headline({ snapshot, t, sign, name, format }: ReviewContext) {
  const { capital, ratio, coverage } = snapshot.figures;
  const verdict = verdictOf(capital);
  const peak = peakOf(snapshot.figures);
  const { counted } = ratio;
  return (
    <section className={sheet.section} aria-labelledby="in-brief">
      <h2 id="in-brief" className={sheet.label}>
        {t('headline.title')}
      </h2>
      <div className={styles.verdict} data-verdict={verdict}>
        <p className={styles.verdictLine}>{t(`headline.${verdict}`)}</p>
        <p>
          {t(`headline.${verdict}Text`, { capital: sign(capital.plain), required: capital.requiredBuffer })}
        </p>
        {peak && capital.dip && <p>{story({ peak, dip: capital.dip }, { t, sign, name })}</p>}
      </div>
      <dl className={styles.figures}>
        <div>
          <dt>{t('figure.capital')}</dt>
          <dd className={styles.numeral}>{capital.marked > 0 ? sign(capital.plain) : '–'}</dd>
          <dd className={styles.note}>{t('figure.capitalNote', { weighted: sign(capital.weighted) })}</dd>
        </div>
        <div>
          <dt>{t('figure.ratio')}</dt>
          <dd className={styles.numeral}>{`${counted.plus} : ${counted.minus}`}</dd>
          <dd className={styles.note}>
            {counted.minus > 0
              ? t('figure.ratioNote', { needed: counted.plusFor12, minus: counted.minus })
              : t('figure.ratioNoMinus')}
          </dd>
        </div>
        <div>
          <dt>{t('figure.coverage')}</dt>
          <dd className={styles.numeral}>
            {coverage.share === null
              ? '–'
              : format.number(coverage.share, { style: 'percent', maximumFractionDigits: 0 })}
          </dd>
          <dd className={styles.note}>
            {coverage.total > 0
              ? t('figure.coverageNote', { observed: coverage.observed, total: coverage.total })
              : t('figure.coverageNone')}
          </dd>
        </div>
      </dl>
    </section>
  );
}
