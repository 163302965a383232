import { useState } from 'react';
import { isSameValue } from '../../../journey/merge/same.ts';
import type { Board } from '../../board.ts';
import { deleteCards, reveal } from '../../commands.ts';
import { mayChange } from '../../reading/words.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import { keepFocus } from './keep-focus.ts';
import { readKept, writeKept } from './kept-both.ts';
import { placedTwice, type Twice } from './twice.ts';
import styles from './twice-note.module.css';

/**
 * Findings that lie on the map more than once, told to whoever placed them and to the facilitator: where, by
 * whom, and "keep the first" as one step.
 */
export function TwiceNote({ board }: { board: Board }) {
  const t = useMapText();
  const { workshopId } = board.options;
  const [kept, setKept] = useState(() => readKept(workshopId));
  const found = useValue('placed twice', () => stable(board), [board]);
  const open = found.filter((twice) => !kept.has(twice.findingId));
  const keep = (findingId: string) => {
    const next = new Set([...kept, findingId]);
    setKept(next);
    writeKept(workshopId, next);
  };
  return (
    <>
      <p role="status" className="visually-hidden">
        {open.length > 0 && t('tray.twice', { count: open.length })}
      </p>
      {open.length > 0 && (
        <details className={styles.twice} open>
          <summary>{t('tray.twice', { count: open.length })}</summary>
          <ul className="plain-list">
            {open.map((twice) => (
              <OneTwice key={twice.findingId} board={board} twice={twice} keep={keep} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The same list for as long as nothing about it changed: a journey changes with every letter typed. */
const lists = new WeakMap<Board, Twice[]>();

function stable(board: Board): Twice[] {
  const { userId, structure } = board.options;
  const now = placedTwice(board.$journey.get().cards).filter(
    ({ cards }) => structure === 'always' || cards.some((card) => card.authorId === userId),
  );
  const held = lists.get(board);
  if (held && isSameValue(held, now)) return held;
  lists.set(board, now);
  return now;
}

interface OneProps {
  board: Board;
  twice: Twice;
  keep: (findingId: string) => void;
}

function OneTwice({ board, twice, keep }: OneProps) {
  const t = useMapText();
  const { findingId, cards } = twice;
  const finding = useValue('finding', () => board.$findings.get().get(findingId), [board, findingId]);
  const members = useValue(board.$members);
  const journey = board.$journey.get();
  const later = cards.slice(1);
  const where = (card: Twice['cards'][number]) => {
    const touchpoint = journey.touchpoints.find((p) => p.id === card.place?.touchpointId)?.name ?? '';
    const name = card.authorId === board.options.userId ? t('you') : members.get(card.authorId)?.name;
    return { touchpoint, name };
  };
  return (
    <li>
      <p className={styles.twiceWords}>{finding?.words ?? cards[0]?.text}</p>
      <ul className="plain-list">
        {cards.map((card) => {
          const { touchpoint, name } = where(card);
          return (
            <li key={card.id}>
              <button type="button" className={styles.jump} onClick={() => reveal(board, card.id)}>
                <span>{touchpoint}</span>
                {name && <span className="small soft"> · {name}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      <p className={styles.twiceActs}>
        {later.every((card) => mayChange(board, card)) && (
          <button
            type="button"
            className="button"
            title={t('tray.keepFirstWhat')}
            onClick={(event) => {
              keepFocus(event.currentTarget);
              deleteCards(
                board,
                later.map((card) => card.id),
              );
            }}
          >
            {t('tray.keepFirst')}
          </button>
        )}
        <button
          type="button"
          className="button quiet"
          onClick={(event) => {
            keepFocus(event.currentTarget);
            keep(findingId);
          }}
        >
          {t('tray.keepBoth', { count: cards.length })}
        </button>
      </p>
    </li>
  );
}
