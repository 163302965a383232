import Link from 'next/link';
import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { signed } from '@/lib/journey/svg/index.ts';
import type { HeadFigures, SnapshotSummary } from '@/lib/services/snapshots.ts';
import styles from './snapshots.module.css';
import { CapitalSpark } from './spark.tsx';

/** All snapshots, newest first: what each was called, when, and its figures at a glance. */
export function Timeline({
  workshopId,
  snapshots,
  locale,
  contentLocale,
}: {
  workshopId: string;
  snapshots: readonly SnapshotSummary[];
  locale: Locale;
  contentLocale: Locale;
}) {
  const t = translator(locale, 'snapshots');
  const format = formatter(locale);
  const decimal = locale === 'sv' ? ',' : '.';
  const capitalOf = ({ map }: HeadFigures) =>
    map.capital.marked > 0 ? signed(map.capital.plain, decimal) : '–';
  return (
    <ol className={styles.timeline} reversed>
      {snapshots.map((snapshot) => {
        const { number, label, takenAt, by, head: figures, sourcesErased } = snapshot;
        if (!figures) return null;
        const { ratio, coverage, counts, capital } = figures.map;
        const date = format.dateTime(takenAt, { dateStyle: 'long', timeStyle: 'short' });
        const cards = Object.values(counts.cards).reduce((sum, n) => sum + n, 0);
        return (
          <li key={number} className={styles.entry}>
            <div className={styles.what}>
              <p className="small soft">{t('number', { number })}</p>
              <h2 lang={contentLocale}>
                <Link href={`/workshops/${workshopId}/snapshots/${number}`} prefetch={false}>
                  {label}
                </Link>
              </h2>
              <p className="small soft">{by ? t('by', { date, name: by }) : date}</p>
              {sourcesErased > 0 && <p className="small soft">{t('erased', { n: sourcesErased })}</p>}
            </div>
            <CapitalSpark
              figures={figures}
              label={t('curve', { first: '0', last: signed(capital.plain, decimal) })}
            />
            <dl className={styles.figures}>
              <div>
                <dt>{t('capital')}</dt>
                <dd>{capitalOf(figures)}</dd>
              </div>
              <div>
                <dt>{t('ratio')}</dt>
                <dd>{`${ratio.counted.plus} : ${ratio.counted.minus}`}</dd>
              </div>
              <div>
                <dt>{t('coverage')}</dt>
                <dd>
                  {coverage.share === null
                    ? '–'
                    : format.number(coverage.share, { style: 'percent', maximumFractionDigits: 0 })}
                </dd>
              </div>
              <div>
                <dt>{t('interviews')}</dt>
                <dd>{figures.group.customerInterviews}</dd>
              </div>
              <div>
                <dt>{t('cards')}</dt>
                <dd>{cards}</dd>
              </div>
            </dl>
          </li>
        );
      })}
    </ol>
  );
}
