import type { Locale } from '@/lib/i18n/locale.ts';
import type { Snapshot } from '@/lib/services/snapshots.ts';
import { Asked } from './asked.tsx';
import { Assumed } from './assumed.tsx';
import { Chains } from './chains.tsx';
import { Colophon } from './colophon.tsx';
import { reviewContext } from './context.ts';
import { Curves } from './curves.tsx';
import { Frictions } from './frictions.tsx';
import { Headline } from './headline.tsx';
import { MapFigure } from './map-figure.tsx';
import { Opportunities } from './opportunities.tsx';
import styles from './report.module.css';

/**
 * The leader's view of one snapshot: a report in words, curves and quotes. Server-rendered, complete
 * without JavaScript, and set for paper as well.
 */
export function Report({
  snapshot,
  workshop,
  locale,
}: {
  snapshot: Snapshot;
  workshop: { title: string; demo: boolean };
  locale: Locale;
}) {
  const context = reviewContext(snapshot, workshop, locale);
  const { t, contentLocale } = context;
  return (
    <article className={styles.report}>
      <header className={styles.head}>
        <p className={styles.eyebrow}>
          {t('eyebrow', { number: snapshot.number })} · {t('taken', { date: snapshot.takenAt })}
        </p>
        <h1 lang={contentLocale}>{workshop.title}</h1>
        <p className={styles.subtitle} lang={contentLocale}>
          {snapshot.label}
        </p>
        {workshop.demo && <p className="notice">{t('fictional')}</p>}
      </header>
      <Headline {...context} />
      <Asked {...context} />
      <MapFigure {...context} />
      <Curves {...context} />
      <Frictions {...context} />
      <Chains {...context} />
      <Assumed {...context} />
      <Opportunities {...context} />
      <Colophon {...context} />
    </article>
  );
}
