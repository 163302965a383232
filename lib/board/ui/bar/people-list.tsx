import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Board } from '../../board.ts';
import { initials } from '../../members.ts';
import { companyOf } from '../../presence/company.ts';
import { follow, stopFollowing, summon } from '../../presence/follow.ts';
import { $pointersHidden, hidePointers } from '../../presence/pointers-hidden.ts';
import type { Person } from '../../presence/roster.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import styles from './people.module.css';
import { whose } from './people.tsx';
import { RulesOfTheMap } from './rules.tsx';

interface PeopleListProps {
  board: Board;
  user: { id: string; name: string; functionName: string };
  people: readonly Person[];
  anchor: RefObject<HTMLButtonElement | null>;
  close: () => void;
}

/** Everybody who is here: what they do in the company, whether they are at it, and following their view. */
export default function PeopleList({ board, user, people, anchor, close }: PeopleListProps) {
  const t = useMapText();
  const ref = useRef<HTMLDivElement>(null);
  const pointersHidden = useValue($pointersHidden);
  const mounted = useValue(board.$mounted);
  // The right to call is the facilitator's, who is also the one to change the structure always.
  const mayCall = board.options.structure === 'always' && mounted;
  useClosing(ref, anchor, close);
  return (
    <div
      ref={ref}
      role="dialog"
      aria-label={t('people')}
      popover="manual"
      tabIndex={-1}
      className={styles.list}
    >
      <h2>{t('people')}</h2>
      <ul className="plain-list">
        <li className={styles.row}>
          <span className={styles.avatar} style={whose(user.id)} aria-hidden="true">
            {initials(user.name)}
          </span>
          <p>
            <strong>{user.name}</strong> ({t('you')})
            {user.functionName && (
              <span className="small soft">
                <br />
                {user.functionName}
              </span>
            )}
          </p>
        </li>
        {people.map((person) => (
          <Row key={person.id} board={board} person={person} close={close} />
        ))}
      </ul>
      <div className={styles.foot}>
        {people.length === 0 && <p className="small soft">{t('presence.alone')}</p>}
        {mayCall && people.length > 0 && (
          <button
            type="button"
            className="button"
            onClick={() => {
              summon(board);
              close();
            }}
          >
            {t('presence.summon')}
          </button>
        )}
        {mounted && (
          <label className={styles.hide}>
            <input
              type="checkbox"
              checked={pointersHidden}
              onChange={(event) => hidePointers(event.target.checked)}
            />
            {t('presence.hide')}
          </label>
        )}
        {board.options.structure === 'always' && <RulesOfTheMap board={board} />}
      </div>
    </div>
  );
}

function Row({ board, person, close }: { board: Board; person: Person; close: () => void }) {
  const t = useMapText();
  const now = useNow();
  const followed = useValue(companyOf(board).$following)?.userId === person.id;
  const mounted = useValue(board.$mounted);
  const { activity, since, functionName, name } = person;
  const minutes = Math.max(0, Math.round((now - since) / 60_000));
  const said = [
    functionName,
    activity !== 'here' && t(`presence.${activity}`, { minutes }),
    person.follows === board.options.userId && t('presence.theyFollow'),
  ].filter(Boolean);
  return (
    <li className={styles.row}>
      <span className={styles.avatar} style={whose(person.id)} data-activity={activity} aria-hidden="true">
        {initials(name)}
      </span>
      <p>
        <strong>{name}</strong>
        {said.length > 0 && (
          <span className="small soft">
            <br />
            {said.join(' · ')}
          </span>
        )}
      </p>
      {mounted && (
        <button
          type="button"
          className={styles.follow}
          aria-pressed={followed}
          aria-label={t('presence.follow', { name })}
          onClick={() => {
            if (followed) return stopFollowing(board);
            follow(board, person.id);
            close();
          }}
        >
          {t(followed ? 'presence.stop' : 'presence.followShort')}
        </button>
      )}
    </li>
  );
}

/** The time, often enough for minutes. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Opens under the button; Escape and a press elsewhere close it, Escape with the focus back on the button. */
function useClosing(
  ref: RefObject<HTMLDivElement | null>,
  anchor: RefObject<HTMLButtonElement | null>,
  close: () => void,
): void {
  const closing = useRef(close);
  closing.current = close;
  // Ends before the list goes, while it still holds the focus.
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list || !anchor.current) return;
    // In the top layer, above the canvas and its tools.
    list.showPopover();
    const at = anchor.current.getBoundingClientRect();
    list.style.top = `${at.bottom + 6}px`;
    list.style.left = `${Math.max(8, Math.min(at.right, window.innerWidth - 8) - list.offsetWidth)}px`;
    list.focus({ preventScroll: true });
    const back = anchor.current;
    const onKey = (event: KeyboardEvent) => {
      // tldraw's shortcuts listen on the body.
      event.stopPropagation();
      if (event.key === 'Escape') closing.current();
    };
    const onOutside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!list.contains(target) && !back.contains(target)) closing.current();
    };
    list.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onOutside, { capture: true });
    return () => {
      if (list.contains(document.activeElement)) back.focus();
      list.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onOutside, { capture: true });
    };
  }, [ref, anchor]);
}
