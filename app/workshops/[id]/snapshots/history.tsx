import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { signed } from '@/lib/journey/svg/paint.ts';
import { Spark } from '@/lib/journey/svg/spark.tsx';
import type { HeadFigures, SnapshotSummary } from '@/lib/services/snapshots.ts';
import { cardsIn } from './entry-figures.tsx';
import styles from './history.module.css';

type Name = 'capital' | 'minus' | 'coverage' | 'cards';

const VALUE: Record<Name, (head: HeadFigures) => number | null> = {
  capital: ({ map }) => (map.capital.marked > 0 ? map.capital.plain : null),
  minus: ({ map }) => map.ratio.counted.minus,
  coverage: ({ map }) => map.coverage.share,
  cards: cardsIn,
};
/** A scale that begins at nothing: a little less must not look like a collapse. */
const SPAN: Partial<Record<Name, readonly [number, number]>> = {
  minus: [0, 1],
  coverage: [0, 1],
  cards: [0, 1],
};
const NAMES = Object.keys(VALUE) as Name[];

/**
 * How the as-is map's figures went from snapshot to snapshot, each as a small curve: one step per snapshot,
 * however long it took. Nothing where there is only one to show.
 */
export function History({ snapshots, locale }: { snapshots: readonly SnapshotSummary[]; locale: Locale }) {
  const t = translator(locale, 'snapshots');
  const format = formatter(locale);
  const told = snapshots.filter((s) => s.map === 'asIs' && s.head).toReversed();
  const [first, last] = [told[0], told.at(-1)];
  if (told.length < 2 || !first || !last) return null;
  const written = (name: Name, value: number | null) => {
    if (value === null) return '–';
    if (name === 'coverage') return format.number(value, { style: 'percent', maximumFractionDigits: 0 });
    return name === 'capital' ? signed(value, locale === 'sv' ? ',' : '.') : format.number(value);
  };
  return (
    <section className={styles.history} aria-labelledby="history">
      <h2 id="history" className={styles.title}>
        {t('history.title')}
        <span className="small soft">{t('history.span', { from: first.number, to: last.number })}</span>
      </h2>
      <ul className={styles.charts}>
        {NAMES.map((name) => {
          const values = told.map(({ head }) => head && VALUE[name](head));
          const ends = [
            values.find((v) => v !== null) ?? null,
            values.findLast((v) => v !== null) ?? null,
          ] as const;
          const words = {
            ...{ name: t(`history.${name}`), n: told.length },
            ...{ first: written(name, ends[0]), from: first.number },
            ...{ last: written(name, ends[1]), to: last.number },
          };
          return (
            <li key={name}>
              <p className="small soft">{words.name}</p>
              <p className={styles.value}>
                <span className="soft">{words.first}</span>
                <span aria-hidden="true">→</span>
                <strong>{words.last}</strong>
              </p>
              <Spark
                className={styles.spark}
                values={values}
                label={t('history.text', words)}
                zero={name === 'capital'}
                {...(SPAN[name] && { span: SPAN[name] })}
                width={200}
                height={52}
                dots={told.length <= 30}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
