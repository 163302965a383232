import { useSyncExternalStore } from 'react';
import type { BoardSession, SaveState } from '../../session.ts';
import { useMapText } from '../text.ts';
import styles from './bar.module.css';

/** The truth about what is stored, in words; said politely to screen readers when it changes. */
export function SaveLine({ state }: { state: BoardSession['state'] }) {
  const t = useMapText();
  const now = useSyncExternalStore(state.subscribe, state.get, state.get);
  const key = keyOf(now);
  return (
    <span className={styles.save} data-kind={now.kind} role="status">
      <Dot kind={now.kind} />
      {t(`save.${key}`)}
    </span>
  );
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
