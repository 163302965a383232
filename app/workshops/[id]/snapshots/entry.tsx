import { type Actor, can } from '@/lib/auth/can.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { formatter, translator } from '@/lib/i18n/translator.ts';
import { signed } from '@/lib/journey/svg/paint.ts';
import { Spark } from '@/lib/journey/svg/spark.tsx';
import type { SnapshotSummary } from '@/lib/services/snapshots.ts';
import { EntryFigures } from './entry-figures.tsx';
import styles from './snapshots.module.css';

export interface EntryProps {
  snapshot: SnapshotSummary;
  /** The one before it of the same map; null: it is the first. */
  before: SnapshotSummary | null;
  /** It came by itself. */
  quiet: boolean;
  actor: Actor;
  locale: Locale;
  contentLocale: Locale;
}

/** One snapshot in the timeline. One that cannot be read any more is listed, and says so. */
export function SnapshotEntry({ snapshot, before, quiet, actor, locale, contentLocale }: EntryProps) {
  const t = translator(locale, 'snapshots');
  const { number, label, note, reason, map, head } = snapshot;
  const href = `/workshops/${actor.workshopId}/snapshots/${number}`;
  const isPlain = reason === 'manual' || reason === 'demo';
  return (
    <li id={`snapshot-${number}`} className={styles.entry} data-quiet={quiet || undefined}>
      <div className={styles.what}>
        <p className={styles.chips}>
          <span className="small soft">{t('number', { number })}</span>
          {map === 'toBe' && <span className="chip">{t('map.toBe')}</span>}
          {!isPlain && <span className="small soft">{t(`reason.${reason}`)}</span>}
        </p>
        <h2 lang={contentLocale}>
          {head ? (
            // A document of its own: nothing for Next's router to fetch first.
            <a href={href}>{label}</a>
          ) : (
            label
          )}
        </h2>
        {note && (
          <p className={styles.note} lang={contentLocale}>
            {note}
          </p>
        )}
        <Facts snapshot={snapshot} locale={locale} />
        {!head && <p className="notice warn">{t('damaged')}</p>}
      </div>
      {head && (
        <>
          <Spark
            className={styles.spark}
            values={[0, ...head.map.capital.points.map((p) => p.plain)]}
            label={t('curve', {
              first: '0',
              last: signed(head.map.capital.plain, locale === 'sv' ? ',' : '.'),
            })}
            zero
          />
          <EntryFigures head={head} locale={locale} />
          <Acts snapshot={snapshot} before={before} actor={actor} locale={locale} />
        </>
      )}
    </li>
  );
}

/** When, by whom, how large, and what has been taken out of it since. */
function Facts({ snapshot, locale }: { snapshot: SnapshotSummary; locale: Locale }) {
  const t = translator(locale, 'snapshots');
  const format = formatter(locale);
  const { takenAt, by, size, sourcesErased } = snapshot;
  const date = format.dateTime(takenAt, { dateStyle: 'long', timeStyle: 'short' });
  const kb = format.number(Math.max(0.1, size / 1000), { maximumFractionDigits: size < 10_000 ? 1 : 0 });
  return (
    <p className="small soft">
      {by ? t('by', { date, name: by }) : date} · <span className={styles.whole}>{t('size', { kb })}</span>
      {sourcesErased > 0 && (
        <>
          {' '}
          · <span>{t('erased', { n: sourcesErased })}</span>
        </>
      )}
    </p>
  );
}

type ActsProps = Pick<EntryProps, 'snapshot' | 'before' | 'actor' | 'locale'>;

function Acts({ snapshot: { number, map }, before, actor, locale }: ActsProps) {
  const t = translator(locale, 'snapshots');
  const all = `/workshops/${actor.workshopId}/snapshots`;
  const acts = [
    before && {
      href: `${all}/compare?from=${before.number}&to=${number}`,
      words: t('act.compare', { number: before.number }),
    },
    can(actor, 'snapshot.restore') && { href: `${all}/${number}/restore`, words: t('act.restore') },
    // An earlier to-be map is restored.
    map === 'asIs' &&
      can(actor, 'snapshot.restore') && {
        href: `/workshops/${actor.workshopId}/to-be/branch?from=${number}`,
        words: translator(locale, 'toBe')('branch.act'),
      },
    can(actor, 'snapshot.share') && { href: `${all}/${number}/share`, words: t('act.share') },
    can(actor, 'snapshot.export') && { href: `${all}/${number}/export`, words: t('act.export') },
  ];
  return (
    <ul className={styles.acts} aria-label={t('act.label', { number })}>
      {acts.map(
        (act) =>
          act && (
            <li key={act.href}>
              <a href={act.href}>{act.words}</a>
            </li>
          ),
      )}
    </ul>
  );
}
