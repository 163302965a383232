import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { signed } from '@/lib/journey/svg/paint.ts';
import type { HeadFigures } from '@/lib/services/snapshots.ts';
import styles from './snapshots.module.css';

/** How many cards lie on the map of a snapshot. */
export const cardsIn = ({ map }: HeadFigures): number =>
  Object.values(map.counts.cards).reduce((sum, n) => sum + n, 0);

/** A snapshot's figures at a glance. */
export function EntryFigures({ head, locale }: { head: HeadFigures; locale: Locale }) {
  const t = translator(locale, 'snapshots');
  const format = formatter(locale);
  const { capital, ratio, coverage } = head.map;
  const figures = [
    [t('capital'), capital.marked > 0 ? signed(capital.plain, locale === 'sv' ? ',' : '.') : '–'],
    [t('ratio'), `${ratio.counted.plus} : ${ratio.counted.minus}`],
    [
      t('coverage'),
      coverage.share === null
        ? '–'
        : format.number(coverage.share, { style: 'percent', maximumFractionDigits: 0 }),
    ],
    [t('interviews'), head.group.customerInterviews],
    [t('cards'), cardsIn(head)],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="tabular">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
