import { useEffect } from 'react';
import { useValue } from 'tldraw';
import type { Board } from '../board.ts';
import { useMapText } from '../ui/text.ts';
import styles from './notice-list.module.css';
import { type Notice, noticesOf } from './notices.ts';

/** Long enough to read a sentence twice. */
const TOLD_MS = 6_000;

/** The live region is there before anything is said: readers announce only what changes in it. */
export function NoticeList({ board }: { board: Board }) {
  const notices = noticesOf(board);
  const all = useValue(notices.$all);
  return (
    <div className={styles.list} role="status">
      {all.map((notice) => (
        <Line key={notice.id} notice={notice} dismiss={() => notices.dismiss(notice.id)} />
      ))}
    </div>
  );
}

function Line({ notice, dismiss }: { notice: Notice; dismiss: () => void }) {
  const t = useMapText();
  const { kind, words, done } = notice;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts once for each notice
  useEffect(() => {
    if (kind !== 'told') return;
    const timer = setTimeout(dismiss, TOLD_MS);
    return () => clearTimeout(timer);
  }, [kind]);
  return (
    <div className={kind === 'trouble' ? `${styles.notice} ${styles.trouble}` : styles.notice}>
      <span>{words}</span>
      {kind === 'progress' && <progress aria-label={words} value={done} max={1} />}
      {kind !== 'progress' && (
        <button type="button" aria-label={t('close')} title={t('close')} onClick={dismiss}>
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
          </svg>
        </button>
      )}
    </div>
  );
}
