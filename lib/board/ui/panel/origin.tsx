import { useState } from 'react';
import { clock } from '../../../journey/clock.ts';
import { setCardText } from '../../../journey/commands/cards.ts';
import type { Card } from '../../../journey/model.ts';
import type { Board } from '../../board.ts';
import { isChanged, mayChange } from '../../reading/words.ts';
import { useValue } from '../../signals.ts';
import { sourceLine } from '../source-line.ts';
import { useMapText } from '../text.ts';
import styles from './panel.module.css';
import { SurroundingsView } from './surroundings.tsx';

interface OriginProps {
  board: Board;
  card: Card;
  /** Whether the words are shown in their surroundings at once. */
  wordsOpen: boolean;
}

/** Who made a card, and whose words it stands on. */
export function Origin({ board, card, wordsOpen }: OriginProps) {
  const t = useMapText();
  const [open, setOpen] = useState(wordsOpen);
  const finding = useValue('finding', () => card.source && board.$findings.get().get(card.source.findingId), [
    board,
    card.source,
  ]);
  const author = useValue('author', () => board.$members.get().get(card.authorId), [board, card.authorId]);
  const changed = useValue('changed', () => isChanged(board, card), [board, card]);
  const mine = useValue('mine', () => mayChange(board, card), [board, card]);
  return (
    <section className="stack tight">
      <h3>{t('panel.from')}</h3>
      {!card.source && <p className="soft">{t('panel.nobody')}</p>}
      {card.source && !finding && <p className="soft">{sourceLine(board, card.id) ?? t('panel.hidden')}</p>}
      {finding && (
        <>
          <p className="soft">
            {finding.alias}
            {finding.atMs !== null && ` · ${clock(finding.atMs)}`}
          </p>
          {/* Unchanged, the card says them itself. */}
          {finding.words.trim() !== card.text.trim() && (
            <blockquote className={styles.verbatim}>{finding.words}</blockquote>
          )}
          {changed && (
            <p className="row">
              <span className="chip">{t('panel.changed')}</span>
              {mine && (
                <button
                  type="button"
                  className="button quiet"
                  onClick={(event) => {
                    // The button goes; the keyboard stays in the panel.
                    event.currentTarget.closest('aside')?.focus();
                    board.step((j) => setCardText(j, card.id, finding.words));
                  }}
                >
                  {t('panel.restore')}
                </button>
              )}
            </p>
          )}
        </>
      )}
      {card.source && !open && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('panel.surroundings')}
        </button>
      )}
      {card.source && open && (
        <SurroundingsView
          workshopId={board.options.workshopId}
          findingId={card.source.findingId}
          focus={!wordsOpen}
        />
      )}
      {author && (
        <p className="small soft">
          {author.functionName
            ? t('panel.madeByWho', { name: author.name, functionName: author.functionName })
            : t('panel.madeBy', { name: author.name })}
        </p>
      )}
    </section>
  );
}
