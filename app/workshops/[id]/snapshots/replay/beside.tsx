import type { Locale } from '@/lib/i18n/locale.ts';
import type { CardChangeKind } from '@/lib/journey/diff/card-changes.ts';
import { ChangeSign } from '@/lib/journey/svg/change-sign.tsx';
import { Spark } from '@/lib/journey/svg/spark.tsx';
import type { Frame } from './frame.ts';
import type { FigureNames, ReplayWords } from './player.tsx';
import styles from './replay.module.css';

interface BesideProps {
  workshopId: string;
  frame: Frame;
  /** The number of the one before; null: it is the first. */
  before: number | null;
  /** What is framed in its picture; null: it has not come yet. */
  counts: Record<string, number> | null;
  words: ReplayWords;
  names: FigureNames;
  contentLocale: Locale;
}

const KINDS: CardChangeKind[] = ['added', 'removed', 'moved', 'reworded', 'changed'];

/** What the snapshot on the stage is called, what is new in it, and its figures. */
export function Beside({ workshopId, frame, before, counts, words, names, contentLocale }: BesideProps) {
  const { number, name, label, date, figures, curve } = frame;
  const snapshots = `/workshops/${workshopId}/snapshots`;
  const changed = KINDS.filter((kind) => (counts?.[kind] ?? 0) > 0);
  return (
    <section className={styles.beside} aria-label={words.slider}>
      <div>
        <p className="small soft">
          {name} · {date}
        </p>
        <h2 lang={contentLocale}>{label}</h2>
      </div>
      <div className={styles.changes}>
        <h3 className="small soft">{before === null ? words.first : words.sinceBefore}</h3>
        {before !== null && counts && (
          <ul>
            {changed.map((kind) => (
              <li key={kind}>
                <svg width="20" height="20" viewBox="-11 -11 22 22" aria-hidden="true">
                  <ChangeSign kind={kind} />
                </svg>{' '}
                {words.kind[kind]}: {counts[kind]}
              </li>
            ))}
            {counts.structure && (
              <li>
                {words.structure}: {counts.structure}
              </li>
            )}
            {changed.length === 0 && !counts.structure && <li className="soft">{words.nothing}</li>}
          </ul>
        )}
      </div>
      <dl className={styles.figures}>
        {figures.map(({ name: figure, value, change }) => (
          <div key={figure}>
            <dt>{names[figure]}</dt>
            <dd className="tabular">
              {value} {change && <span className="small soft">({change})</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Spark values={curve} label={`${names.capital}: ${figures[0]?.value ?? ''}`} zero />
      <p className={styles.links}>
        <a href={`${snapshots}/${number}`}>{words.read}</a>
        {before !== null && <a href={`${snapshots}/compare?from=${before}&to=${number}`}>{words.compare}</a>}
      </p>
    </section>
  );
}
