import type { ReactNode } from 'react';
import type { Board } from '../../board.ts';
import type { BoardSession } from '../../session.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import styles from './bar.module.css';
import { People } from './people.tsx';
import { SaveLine } from './save-line.tsx';

interface BarProps {
  board: Board;
  session: BoardSession;
  user: { id: string; name: string; functionName: string };
  /** What the page adds at the right, for instance the snapshot button. */
  children?: ReactNode;
}

/** Above the map: undo of mine, whether it is saved, who is here. */
export function Bar({ board, session, user, children }: BarProps) {
  const t = useMapText();
  const canUndo = useValue(board.$canUndo);
  const canRedo = useValue(board.$canRedo);
  const unreadable = useValue(board.$unreadable);
  return (
    <div className={styles.bar}>
      {board.options.canWrite && (
        <div className={styles.group}>
          <Round
            label={t('undo')}
            disabled={!canUndo}
            run={() => board.undo()}
            path="M4 7h6a4 4 0 0 1 0 8H7M4 7l3-3M4 7l3 3"
          />
          <Round
            label={t('redo')}
            disabled={!canRedo}
            run={() => board.redo()}
            path="M14 7H8a4 4 0 0 0 0 8h3M14 7l-3-3M14 7l-3 3"
          />
        </div>
      )}
      <SaveLine state={session.state} />
      {!board.options.canWrite && <span className="soft small">{t('reading')}</span>}
      {unreadable > 0 && <span className="chip">{t('unreadable', { count: unreadable })}</span>}
      <span className={styles.space} />
      <People board={board} user={user} />
      {children}
    </div>
  );
}

function Round(props: { label: string; disabled: boolean; run: () => void; path: string }) {
  return (
    <button
      type="button"
      className={styles.round}
      aria-label={props.label}
      title={props.label}
      // Not `disabled`: that would throw the focus off the page with the last step taken back.
      aria-disabled={props.disabled}
      onClick={() => !props.disabled && props.run()}
    >
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <path
          d={props.path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.700"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}
