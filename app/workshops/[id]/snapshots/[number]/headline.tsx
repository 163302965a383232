import type { Figures } from '@/lib/journey/analysis/index.ts';
import { peakOf } from '@/lib/review/voices.ts';
import type { ReviewContext } from './context.ts';
import { story } from './story.ts';

type Verdict = 'grown' | 'thin' | 'even' | 'shrunk' | 'unknown';

export function verdictOf({ alarm, plain }: Figures['capital']): Verdict {
  if (alarm === 'unknown') return 'unknown';
  if (alarm === 'none') return 'grown';
  if (alarm === 'thinBuffer') return 'thin';
  return plain < 0 ? 'shrunk' : 'even';
}

/** The figures in words first, then the three numbers they rest on. */
export function Headline(context: ReviewContext) {
  const { snapshot, t, sign, name } = context;
  const { capital } = snapshot.figures;
  const verdict = verdictOf(capital);
  const peak = peakOf(snapshot.figures);
  return (
    <section className="section" aria-labelledby="in-brief">
      <h2 id="in-brief" className="label">
        {t('headline.title')}
      </h2>
      <div className="verdict" data-verdict={verdict}>
        <p className="verdictLine">{t(`headline.${verdict}`)}</p>
        <p>
          {t(`headline.${verdict}Text`, { capital: sign(capital.plain), required: capital.requiredBuffer })}
        </p>
        {peak && capital.dip && <p>{story({ peak, dip: capital.dip }, { t, sign, name })}</p>}
      </div>
      <KeyFigures {...context} />
    </section>
  );
}

/** Capital, ratio and coverage, each with what it means and what it was at the last review. */
export function KeyFigures({ review, snapshot, t, sign, percent }: ReviewContext) {
  const { capital, ratio, coverage } = snapshot.figures;
  const { counted } = ratio;
  const last = review.since?.last;
  const was = (value: string) =>
    last && <dd className="was">{t('since.was', { value, number: last.number })}</dd>;
  return (
    <dl className="figures">
      <div>
        <dt>{t('figure.capital')}</dt>
        <dd className="numeral">{capital.marked > 0 ? sign(capital.plain) : '–'}</dd>
        {last && was(last.figures.capital.marked > 0 ? sign(last.figures.capital.plain) : '–')}
        <dd className="note">{t('figure.capitalNote', { weighted: sign(capital.weighted) })}</dd>
      </div>
      <div>
        <dt>{t('figure.ratio')}</dt>
        <dd className="numeral">{`${counted.plus} : ${counted.minus}`}</dd>
        {last && was(`${last.figures.ratio.counted.plus} : ${last.figures.ratio.counted.minus}`)}
        <dd className="note">
          {counted.minus > 0
            ? t('figure.ratioNote', { needed: counted.plusFor12, minus: counted.minus })
            : t('figure.ratioNoMinus')}
        </dd>
      </div>
      <div>
        <dt>{t('figure.coverage')}</dt>
        <dd className="numeral">{percent(coverage.share)}</dd>
        {last && was(percent(last.figures.coverage.share))}
        <dd className="note">
          {coverage.total > 0
            ? t('figure.coverageNote', { observed: coverage.observed, total: coverage.total })
            : t('figure.coverageNone')}
        </dd>
      </div>
    </dl>
  );
}
