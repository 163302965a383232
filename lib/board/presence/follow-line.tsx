import type { CSSProperties, ReactNode } from 'react';
import { useEditor } from 'tldraw';
import { boardOf } from '../board.ts';
import { colourOf } from '../members.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { companyOf } from './company.ts';
import { follow, stopFollowing } from './follow.ts';
import styles from './follow-line.module.css';

/** Says whose view this is, if it is not one's own, and how to get out of it. */
export function FollowLine() {
  const t = useMapText();
  const editor = useEditor();
  const board = boardOf(editor);
  const company = companyOf(board);
  const following = useValue(company.$following);
  const called = useValue(company.$called);
  const note = useValue(company.$note);
  const followers = useValue(
    'followers',
    () =>
      new Set(
        board.$others
          .get()
          .filter((o) => o.follows === board.options.userId)
          .map((o) => o.user.id),
      ).size,
    [board],
  );
  const button = (label: string, run: () => void, key?: string): ReactNode => (
    <button
      type="button"
      className={styles.button}
      aria-keyshortcuts={key}
      onClick={() => {
        run();
        // The button goes, and the focus must not go with it.
        editor.getContainer().focus();
      }}
    >
      {label}
      {key && <span className={styles.key}>Esc</span>}
    </button>
  );
  const whose = following ?? called;
  return (
    <div
      className={styles.around}
      data-following={following ? true : undefined}
      style={whose ? ({ '--who': colourOf(whose.userId) } as CSSProperties) : undefined}
    >
      <div
        className={styles.line}
        data-shown={Boolean(whose ?? note) || followers > 0 || undefined}
        onPointerDown={(event) => event.stopPropagation()}
      >
        <span role="status">
          {following
            ? t(following.summoned ? 'presence.summoned' : 'presence.following', { name: following.name })
            : called
              ? t('presence.called', { name: called.name })
              : note && t(`presence.${note.kind}`, { name: note.name })}
        </span>
        {following?.summoned && button(t('presence.stay'), () => stopFollowing(board))}
        {following?.summoned && button(t('presence.back'), () => stopFollowing(board, true), 'Escape')}
        {following && !following.summoned && button(t('presence.stop'), () => stopFollowing(board), 'Escape')}
        {!following && called && button(t('presence.go'), () => follow(board, called.userId, true))}
        {!following && called && button(t('presence.notNow'), () => company.$called.set(null))}
        {!whose && !note && followers > 0 && <span>{t('presence.followers', { count: followers })}</span>}
      </div>
    </div>
  );
}
