import { memo } from 'react';
import type { Lane, Touchpoint } from '../../journey/model.ts';
import type { PersonaSign } from '../../journey/personas.ts';
import type { Board } from '../board.ts';
import { filterOf, isActive, matches } from '../filter/filter.ts';
import { cardsIn } from '../reading/cells.ts';
import { useValue } from '../signals.ts';
import { useMapText } from '../ui/text.ts';
import { PHONE_KINDS } from './drafts.ts';
import styles from './small.module.css';
import { SmallCard } from './small-card.tsx';

interface PageProps {
  board: Board;
  touchpoint: Touchpoint;
  lanes: readonly Lane[];
  signs: ReadonlyMap<string, PersonaSign>;
  editing: string | null;
  doneEditing: () => void;
}

/** One touchpoint from top to bottom: what the map has in its column, lane by lane. */
export const TouchpointPage = memo(function TouchpointPage({ lanes, ...page }: PageProps) {
  const { channel, owner } = page.touchpoint;
  const means = [channel, owner].filter(Boolean).join(' · ');
  return (
    <>
      {means && <p className={styles.means}>{means}</p>}
      {lanes.map((lane) => (
        <LaneSection key={lane.id} {...page} lane={lane} />
      ))}
    </>
  );
});

function LaneSection(props: Omit<PageProps, 'lanes'> & { lane: Lane }) {
  const { board, touchpoint, lane, signs, editing, doneEditing } = props;
  const t = useMapText();
  const cards = useValue('cards on page', () => cardsIn(board, touchpoint.id, lane.id), [
    board,
    touchpoint.id,
    lane.id,
  ]);
  const filter = useValue(filterOf(board).$filter);
  const asked = isActive(filter);
  const own = PHONE_KINDS.some((kind) => kind === lane.kind);
  // A lane nobody here can add to says nothing while it is empty.
  if (cards.length === 0 && !own) return null;
  return (
    <section className={styles.lane}>
      <h3>
        {lane.name} {cards.length > 0 && <span className="soft tabular">{cards.length}</span>}
      </h3>
      {cards.length === 0 ? (
        <p className={styles.nothing}>{t(`small.nothing.${lane.kind as (typeof PHONE_KINDS)[number]}`)}</p>
      ) : (
        <ul className={`plain-list ${styles.list}`}>
          {(lane.kind === 'emotion'
            ? [...cards].sort((a, b) => (b.valence ?? -3) - (a.valence ?? -3))
            : cards
          ).map((card) => (
            <SmallCard
              key={card.id}
              board={board}
              card={card}
              persona={(card.personaId && signs.get(card.personaId)) || null}
              editing={card.id === editing}
              faded={asked && !matches(card, filter)}
              doneEditing={doneEditing}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
