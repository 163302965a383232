import { memo } from 'react';
import type { Card } from '../../journey/model.ts';
import type { PersonaSign } from '../../journey/personas.ts';
import { CardGroup } from '../reading/card-group.tsx';
import { TextField } from '../reading/text-field.tsx';
import { useMapText } from '../ui/text.ts';
import styles from './table.module.css';
import type { TableState } from './table-state.ts';

interface CardRowProps {
  table: TableState;
  card: Card;
  persona: PersonaSign | null;
  editing: boolean;
  /** The filter does not ask for it. */
  faded: boolean;
}

/** A card in its cell. What can be done with it is listened for by the table, once for all. */
export const CardRow = memo(function CardRow({ table, card, persona, editing, faded }: CardRowProps) {
  const t = useMapText();
  const { board } = table;
  return (
    <li className={styles.item} data-faded={faded || undefined}>
      <CardGroup
        board={board}
        card={card}
        persona={persona}
        className={styles.card}
        field={
          editing ? (
            <TextField board={board} card={card} done={(how) => table.doneEditing(card.id, how)} />
          ) : null
        }
      />
      <button
        type="button"
        tabIndex={-1}
        data-menu={card.id}
        className={styles.more}
        aria-haspopup="menu"
        aria-label={t('table.more', { card: card.text.slice(0, 40) || t(`kind.${card.kind}`) })}
        title={t('panel.more')}
      >
        <Dots />
      </button>
    </li>
  );
});

export function Dots() {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 8h.1M8 8h.1M13 8h.1" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
