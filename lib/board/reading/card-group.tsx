import type { ReactNode } from 'react';
import type { Card } from '../../journey/model.ts';
import type { PersonaSign } from '../../journey/personas.ts';
import type { Board } from '../board.ts';
import { useMapText } from '../ui/text.ts';
import { CardContent } from './card-content.tsx';
import surface from './surface.module.css';
import { isChanged, lineOf, saidBy } from './words.ts';

interface CardGroupProps {
  board: Board;
  card: Card;
  persona: PersonaSign | null;
  className: string | undefined;
  /** In place of the words while they are changed. */
  field: ReactNode | null;
  /** What stands under the words. */
  children?: ReactNode;
}

/** A card as text: one thing for the keyboard and the screen reader, with several words in it. */
export function CardGroup({ board, card, persona, className, field, children }: CardGroupProps) {
  const t = useMapText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      tabIndex={-1}
      data-card={card.id}
      data-kind={card.kind}
      data-evidence={card.evidence}
      className={`${surface.surface} ${className}`}
      aria-label={lineOf(t, board, card)}
    >
      <CardContent
        card={card}
        source={saidBy(board, card)}
        changed={isChanged(board, card)}
        persona={persona}
        {...(field !== null && { field })}
      />
      {children}
    </div>
  );
}
