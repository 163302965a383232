import type { Actor } from '@/lib/auth/can.ts';
import type { Locale } from '@/lib/i18n/locale.ts';
import { translator } from '@/lib/i18n/translator.ts';
import type { SnapshotSummary } from '@/lib/services/snapshots.ts';
import { type EntryProps, SnapshotEntry } from './entry.tsx';
import styles from './snapshots.module.css';

/** Kept without anybody having asked for it: quiet in the list, and folded where several follow each other. */
const BY_ITSELF: ReadonlySet<SnapshotSummary['reason']> = new Set(['session', 'activity', 'restore']);

interface TimelineProps {
  /** Newest first. */
  snapshots: readonly SnapshotSummary[];
  actor: Actor;
  locale: Locale;
  contentLocale: Locale;
}

/**
 * All snapshots, newest first: what each was called, when, its figures, and what can be done with it. Those
 * that came by themselves are folded together, but for the newest of all.
 */
export function Timeline({ snapshots, ...rest }: TimelineProps) {
  const t = translator(rest.locale, 'snapshots');
  const entry = (snapshot: SnapshotSummary): EntryProps => ({
    ...{ snapshot, ...rest },
    before: snapshots.find((s) => s.map === snapshot.map && s.number < snapshot.number && s.head) ?? null,
    quiet: BY_ITSELF.has(snapshot.reason),
  });
  return (
    <ol className={styles.timeline} reversed>
      {runs(snapshots).map((run) => {
        const [first] = run;
        if (run.length === 1 && first) return <SnapshotEntry key={first.number} {...entry(first)} />;
        return (
          <li key={first?.number} className={styles.folded}>
            <details>
              <summary>{t('byItself', { n: run.length, numbers: numbersOf(run) })}</summary>
              <ol className={styles.timeline} reversed>
                {run.map((snapshot) => (
                  <SnapshotEntry key={snapshot.number} {...entry(snapshot)} />
                ))}
              </ol>
            </details>
          </li>
        );
      })}
    </ol>
  );
}

/** Each snapshot by itself, but those that came by themselves with their neighbours of the same kind. */
function runs(snapshots: readonly SnapshotSummary[]): SnapshotSummary[][] {
  const all: SnapshotSummary[][] = [];
  snapshots.forEach((snapshot, i) => {
    const last = all.at(-1);
    const joins = i > 1 && BY_ITSELF.has(snapshot.reason) && BY_ITSELF.has(last?.[0]?.reason ?? 'manual');
    if (joins && last) last.push(snapshot);
    else all.push([snapshot]);
  });
  return all;
}

function numbersOf(run: readonly SnapshotSummary[]): string {
  const [newest, oldest] = [run[0]?.number ?? 0, run.at(-1)?.number ?? 0];
  return `${oldest}–${newest}`;
}
