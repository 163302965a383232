import { memo } from 'react';
import type { Card, Lane, Touchpoint } from '../../journey/model.ts';
import type { PersonaSign } from '../../journey/personas.ts';
import { signed } from '../../journey/svg/paint.ts';
import { filterOf, isActive, matches } from '../filter/filter.ts';
import { cardsIn } from '../reading/cells.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { CardRow } from './card-row.tsx';
import { PeopleIn } from './people-in.tsx';
import styles from './table.module.css';
import type { TableState } from './table-state.ts';
import { whoIsIn } from './who-is-where.ts';

interface CellProps {
  table: TableState;
  touchpoint: Touchpoint;
  lane: Lane;
  row: number;
  column: number;
  folded: boolean;
  signs: ReadonlyMap<string, PersonaSign>;
  /** What is needed of the findings; a new one when they arrive, so that the cards name their source. */
  findings: unknown;
}

/** One cell: its cards, who is in it, and the way to add. Drawn anew only when something in it changes. */
export const Cell = memo(function Cell({ table, touchpoint, lane, row, column, folded, signs }: CellProps) {
  const t = useMapText();
  const { board } = table;
  const cards = useValue('cards in cell', () => cardsIn(board, touchpoint.id, lane.id), [
    board,
    touchpoint.id,
    lane.id,
  ]);
  const editing = useValue('edited in cell', () => {
    const id = table.$editing.get();
    return cards.some((card) => card.id === id) ? id : null;
  }, [table, cards]);
  const here = useValue('people in cell', () => whoIsIn(board, touchpoint.id, lane.id), [
    board,
    touchpoint.id,
    lane.id,
  ]);
  const filter = useValue(filterOf(board).$filter);
  const asked = isActive(filter);
  const shown = lane.kind === 'emotion' ? byFeeling(cards) : cards;
  return (
    <td
      className={styles.cell}
      tabIndex={-1}
      data-row={row}
      data-column={column}
      data-touchpoint={touchpoint.id}
      data-lane={lane.id}
    >
      <PeopleIn board={board} users={here} />
      {folded ? (
        <span className={styles.count}>{cards.length > 0 && t('table.cards', { count: cards.length })}</span>
      ) : (
        <>
          {lane.kind === 'emotion' && <Mean cards={cards} />}
          {cards.length > 0 ? (
            <ul
              className={`plain-list ${styles.list}`}
              style={{ containIntrinsicBlockSize: `auto ${heightOf(cards)}px` }}
            >
              {shown.map((card) => (
                <CardRow
                  key={card.id}
                  table={table}
                  card={card}
                  persona={(card.personaId && signs.get(card.personaId)) || null}
                  editing={card.id === editing}
                  faded={asked && !matches(card, filter)}
                />
              ))}
            </ul>
          ) : (
            <span className="visually-hidden">{t('table.empty')}</span>
          )}
          {board.options.canWrite && (
            <button
              type="button"
              tabIndex={-1}
              data-add
              className={styles.add}
              aria-haspopup="menu"
              aria-label={t('table.addTo', { touchpoint: touchpoint.name, lane: lane.name })}
              title={t('addHere', { name: touchpoint.name })}
            >
              <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
                <path d="M7 2v10M2 7h10" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
              </svg>
            </button>
          )}
        </>
      )}
    </td>
  );
});

/** About as high as the cards will be, for as long as they are out of sight and not laid out. */
const heightOf = (cards: readonly Card[]) =>
  cards.reduce((sum, { text }) => sum + 52 + 21 * Math.ceil((text.length + 1) / 24), 0);

/** Best first, as they lie on the map; who has no valence yet last. */
const byFeeling = (cards: readonly Card[]) =>
  [...cards].sort((a, b) => (b.valence ?? -3) - (a.valence ?? -3));

function Mean({ cards }: { cards: readonly Card[] }) {
  const t = useMapText();
  const felt = cards.flatMap((c) => (c.kind === 'emotion' && c.valence !== null ? [c.valence] : []));
  if (felt.length < 2) return null;
  const mean = Math.round((felt.reduce((sum, v) => sum + v, 0) / felt.length) * 10) / 10;
  return (
    <p className={styles.mean}>{t('table.mean', { mean: signed(mean, t('decimal')), count: felt.length })}</p>
  );
}
