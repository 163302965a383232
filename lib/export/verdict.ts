import type { Figures } from '../journey/analysis/index.ts';
import { peakOf } from '../review/voices.ts';
import type { Words } from './words.ts';

type Verdict = 'grown' | 'thin' | 'even' | 'shrunk' | 'unknown';

function verdictOf({ alarm, plain }: Figures['capital']): Verdict {
  if (alarm === 'unknown') return 'unknown';
  if (alarm === 'none') return 'grown';
  if (alarm === 'thinBuffer') return 'thin';
  return plain < 0 ? 'shrunk' : 'even';
}

/** What the figures come to: a line, what it means, the way there; `calm`: nothing to be alarmed about. */
export function verdict({ review, t, sign, name }: Words) {
  const { capital } = review.snapshot.figures;
  const which = verdictOf(capital);
  const peak = peakOf(review.snapshot.figures);
  const { dip } = capital;
  const way =
    peak && dip && peak.plain !== dip.plain
      ? t('headline.story', {
          ...{ peak: sign(peak.plain), peakAt: name(peak.touchpointId) },
          ...{ dip: sign(dip.plain), dipAt: name(dip.touchpointId) },
        })
      : '';
  return {
    line: t(`headline.${which}`),
    text: t(`headline.${which}Text`, { capital: sign(capital.plain), required: capital.requiredBuffer }),
    way,
    calm: which === 'grown' || which === 'unknown',
  };
}

/** The three numbers the verdict rests on, each with its name and what to hold against it. */
export function threeFigures({ review, t, sign, percent }: Words) {
  const { capital, ratio, coverage } = review.snapshot.figures;
  const { plus, minus, plusFor12 } = ratio.counted;
  return [
    {
      numeral: capital.marked > 0 ? sign(capital.plain) : '–',
      name: t('figure.capital'),
      note: t('figure.capitalNote', { weighted: sign(capital.weighted) }),
    },
    {
      numeral: `${plus} : ${minus}`,
      name: t('figure.ratio'),
      note: minus > 0 ? t('figure.ratioNote', { needed: plusFor12, minus }) : t('figure.ratioNoMinus'),
    },
    {
      numeral: coverage.share === null ? '–' : percent(coverage.share),
      name: t('figure.coverage'),
      note:
        coverage.total > 0
          ? t('figure.coverageNote', { observed: coverage.observed, total: coverage.total })
          : t('figure.coverageNone'),
    },
  ];
}
