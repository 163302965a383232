import { type CSSProperties, lazy, Suspense, useRef, useState } from 'react';
import { isSameValue } from '../../../journey/merge/same.ts';
import type { Board } from '../../board.ts';
import { colourOf, initials } from '../../members.ts';
import { companyOf } from '../../presence/company.ts';
import { follow, stopFollowing } from '../../presence/follow.ts';
import { type Person, rosterOf } from '../../presence/roster.ts';
import { computed, useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import styles from './people.module.css';

const PeopleList = lazy(() => import('./people-list.tsx'));

/** Avatars beside each other before the rest is a number. */
const SHOWN = 5;

interface PeopleProps {
  board: Board;
  user: { id: string; name: string; functionName: string };
}

/** Who is here, once each however many tabs they have; a click follows somebody's view. */
export function People({ board, user }: PeopleProps) {
  const t = useMapText();
  const people = useValue(rosterOnBoard(board));
  const following = useValue(companyOf(board).$following);
  const mounted = useValue(board.$mounted);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const own = nameOf({ ...user, name: `${user.name} (${t('you')})` });
  const hidden = people.length - SHOWN;
  return (
    <>
      <ul className={`plain-list ${styles.people}`} aria-label={t('people')}>
        <li className={styles.avatar} style={whose(user.id)} title={own}>
          <span aria-hidden="true">{initials(user.name)}</span>
          <span className="visually-hidden">{own}</span>
        </li>
        {people.slice(0, SHOWN).map((person) => {
          const followed = following?.userId === person.id;
          return (
            <li key={person.id}>
              <button
                type="button"
                className={styles.avatar}
                style={whose(person.id)}
                data-activity={person.activity}
                aria-pressed={followed}
                aria-label={`${nameOf(person)}. ${t('presence.follow', { name: person.name })}`}
                title={nameOf(person)}
                disabled={!mounted}
                onClick={() => (followed ? stopFollowing(board) : follow(board, person.id))}
              >
                <span aria-hidden="true">{initials(person.name)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <button
        ref={button}
        type="button"
        className={styles.all}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={t('presence.open', { count: people.length + 1 })}
        onClick={() => setOpen(!open)}
      >
        <span className="visually-hidden">{t('presence.open', { count: people.length + 1 })}</span>
        {hidden > 0 && (
          <span className={styles.hidden} aria-hidden="true">
            +{hidden}
          </span>
        )}
        <svg
          width="18"
          height="18"
          viewBox="0 0 18 18"
          aria-hidden="true"
          data-wide={hidden > 0 || undefined}
        >
          <path
            d="M7 8.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM2 15c.3-2.8 2.3-4.3 5-4.3s4.7 1.5 5 4.3M11.5 3.400a2.600 2.600 0 0 1 0 4.900M13 11c1.700.5 2.700 1.900 3 4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
        <span className={styles.count} aria-hidden="true">
          {people.length + 1}
        </span>
      </button>
      {open && (
        <Suspense>
          <PeopleList
            board={board}
            user={user}
            people={people}
            anchor={button}
            close={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

const rosters = new WeakMap<Board, ReturnType<typeof makeRoster>>();
/** Tells its readers only when somebody comes, goes, rests or follows, not when they select something. */
const makeRoster = (board: Board) =>
  computed<Person[]>('roster', () => rosterOf(board.$others.get(), board.options.userId), {
    isEqual: isSameValue,
  });
function rosterOnBoard(board: Board) {
  let roster = rosters.get(board);
  if (!roster) {
    roster = makeRoster(board);
    rosters.set(board, roster);
  }
  return roster;
}

export const nameOf = ({ name, functionName }: { name: string; functionName: string }): string =>
  [name, functionName].filter(Boolean).join(', ');

export const whose = (userId: string): CSSProperties => ({ '--who': colourOf(userId) }) as CSSProperties;
