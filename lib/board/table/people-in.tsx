import type { Board } from '../board.ts';
import { colourOf, initials } from '../members.ts';
import styles from './table.module.css';

const MOST = 4;

/** The avatars of whoever is in a cell. */
export function PeopleIn({ board, users }: { board: Board; users: string }) {
  if (users === '') return null;
  const ids = users.split(' ');
  const known = new Map(board.$others.get().map(({ user }) => [user.id, user.name]));
  return (
    <span className={styles.people}>
      {ids.slice(0, MOST).map((id) => {
        const name = known.get(id) ?? board.$members.get().get(id)?.name ?? '';
        return (
          <span key={id} className={styles.person} style={{ background: colourOf(id) }} title={name}>
            <span aria-hidden="true">{initials(name)}</span>
            <span className="visually-hidden">{name}</span>
          </span>
        );
      })}
      {ids.length > MOST && <span className={styles.person}>+{ids.length - MOST}</span>}
    </span>
  );
}
