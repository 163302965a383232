import { memo, useId, useState } from 'react';
import type { Card } from '../../journey/model.ts';
import type { PersonaSign } from '../../journey/personas.ts';
import type { Board } from '../board.ts';
import { CardGroup } from '../reading/card-group.tsx';
import { cardItems } from '../reading/card-menu.ts';
import { cardNow } from '../reading/cells.ts';
import { TextField } from '../reading/text-field.tsx';
import { Menu } from '../ui/menu.tsx';
import { Reactions } from '../ui/panel/reactions.tsx';
import { useMapText } from '../ui/text.ts';
import styles from './small.module.css';

interface SmallCardProps {
  board: Board;
  card: Card;
  persona: PersonaSign | null;
  editing: boolean;
  faded: boolean;
  doneEditing: () => void;
}

/** A card as wide as the screen: read it, react with a tap, everything else in its menu. */
export const SmallCard = memo(function SmallCard(props: SmallCardProps) {
  const { board, card, persona, editing, faded, doneEditing } = props;
  const t = useMapText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { canWrite } = board.options;
  const said = Object.keys(card.reactions).length;
  return (
    <li className={styles.item} data-faded={faded || undefined}>
      <CardGroup
        board={board}
        card={card}
        persona={persona}
        className={styles.card}
        field={editing ? <TextField board={board} card={card} done={doneEditing} /> : null}
      >
        <div className={styles.foot}>
          {(canWrite || said > 0) && (
            <button
              type="button"
              className={styles.react}
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => setOpen(!open)}
            >
              {t(canWrite ? 'small.react' : 'card.reactions')}
            </button>
          )}
          {canWrite && (
            <Menu
              className={styles.round}
              label={t('table.more', { card: card.text.slice(0, 40) || t(`kind.${card.kind}`) })}
              items={() => cardItems(board, t, cardNow(board, card.id) ?? card)}
            >
              <svg width="18" height="18" viewBox="0 0 16 16" aria-hidden="true">
                <path
                  d="M3 8h.1M8 8h.1M13 8h.1"
                  stroke="currentColor"
                  strokeWidth="2.6"
                  strokeLinecap="round"
                />
              </svg>
            </Menu>
          )}
        </div>
        {open && (
          <div id={id} className={styles.reactions}>
            <Reactions board={board} card={card} />
          </div>
        )}
      </CardGroup>
    </li>
  );
});
