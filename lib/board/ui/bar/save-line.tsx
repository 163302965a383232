import { useRef, useSyncExternalStore } from 'react';
import type { BoardSession, SaveState } from '../../session.ts';
import { useMapText } from '../text.ts';
import styles from './bar.module.css';

/** What goes by itself: said aloud at every edit it would drown everything else. */
const CALM: ReadonlySet<SaveState['kind']> = new Set(['connecting', 'saving', 'saved', 'renewed']);

/** The truth about what is stored, in words; trouble and its end are said politely to screen readers. */
export function SaveLine({ state }: { state: BoardSession['state'] }) {
  const t = useMapText();
  const now = useSyncExternalStore(state.subscribe, state.get, state.get);
  const aloud = useAloud(now.kind);
  const words = t(`save.${keyOf(now)}`);
  return (
    <span
      className={styles.save}
      data-kind={now.kind}
      role="status"
      aria-live={aloud ? 'polite' : 'off'}
      title={words}
    >
      <Dot kind={now.kind} />
      <span className={styles.words}>{words}</span>
    </span>
  );
}

/** From the moment something is wrong until it is well again, and that is said too. */
function useAloud(kind: SaveState['kind']): boolean {
  const told = useRef({ kind, aloud: false });
  if (told.current.kind !== kind) {
    const overcome = told.current.kind === 'saved' && CALM.has(kind);
    told.current = { kind, aloud: !CALM.has(kind) || (told.current.aloud && !overcome) };
  }
  return told.current.aloud;
}

function keyOf({ kind, keptOnDevice }: SaveState) {
  if (kind === 'offline') return keptOnDevice ? 'offlineKept' : 'offline';
  return kind;
}

/** Told by shape as well: filled, half, empty. */
function Dot({ kind }: { kind: SaveState['kind'] }) {
  const full = kind === 'saved';
  const bad = kind === 'notSaved' || kind === 'refused' || kind === 'closed';
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {bad ? (
        <path d="M6 1 11.500 11H.5Z" fill="currentColor" />
      ) : (
        <circle
          cx="6"
          cy="6"
          r="4"
          fill={full ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.600"
        />
      )}
    </svg>
  );
}
