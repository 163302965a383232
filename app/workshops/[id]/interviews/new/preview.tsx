'use client';
import { useTranslations } from 'use-intl';
import { clock } from '@/lib/journey/clock.ts';
import type { CastTurn } from '@/lib/notes/transcript/index.ts';
import styles from './new.module.css';

/** Enough to see whether the program understood the file; the rest is counted. */
const SHOWN = 14;
/** More than these may run past the window, and fade out where they do. */
const LONG = 5;

/** The turns as they will be stored: parts and alias in place of the names. */
export function Preview({
  turns,
  skipped,
  called,
}: {
  turns: readonly CastTurn[];
  skipped: readonly string[];
  called: ReadonlyMap<string, string>;
}) {
  const t = useTranslations('interviews.new');
  const first = skipped[0];
  return (
    <section className={styles.preview} aria-labelledby="preview">
      <h2 id="preview">{t('preview')}</h2>
      {turns.length === 0 && <p className="soft">{t('previewEmpty')}</p>}
      {first !== undefined && (
        <p className="small soft">{t('skipped', { n: skipped.length, first: first.slice(0, 60) })}</p>
      )}
      <ol className="plain-list" data-long={turns.length > LONG}>
        {turns.slice(0, SHOWN).map((turn, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its position
          <li key={i} className={styles.turn} data-role={turn.role}>
            <strong className="small">
              {called.get(turn.speaker)}
              {turn.atMs !== null && <span className={`soft ${styles.at}`}> {clock(turn.atMs)}</span>}
            </strong>
            <span>{turn.text}</span>
          </li>
        ))}
      </ol>
      {turns.length > SHOWN && <p className="small soft">{t('previewMore', { n: turns.length - SHOWN })}</p>}
    </section>
  );
}
