import { type KeyboardEvent, useEffect, useRef } from 'react';
import { react } from '../../../journey/commands/cards.ts';
import { type Card, REACTIONS, type Reaction } from '../../../journey/model.ts';
import { ReactionSign } from '../../../journey/svg/glyphs.tsx';
import type { Board } from '../../board.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import { $reacting, doneReacting } from './reacting.ts';
import styles from './reactions.module.css';

/** What people say to a card without words: how many, who, and one's own to give and take back. */
export function Reactions({ board, card }: { board: Board; card: Card }) {
  const t = useMapText();
  const { canWrite, userId } = board.options;
  const members = useValue(board.$members);
  const asked = useValue($reacting) === card.id;
  const group = useRef<HTMLFieldSetElement>(null);
  const mine = card.reactions[userId] ?? null;

  useEffect(() => {
    if (asked) group.current?.querySelector<HTMLElement>('[aria-pressed=true], button')?.focus();
  }, [asked]);

  const people = Object.keys(card.reactions);
  if (!canWrite && people.length === 0) return null;
  const nameOf = (id: string) => members.get(id)?.name ?? t('card.somebody');
  /** Oneself first, the others by name: ids have no order anybody could read. */
  const whoSaid = (reaction: Reaction) => {
    const others = people.filter((id) => id !== userId && card.reactions[id] === reaction).map(nameOf);
    return [...(mine === reaction ? [t('you')] : []), ...others.sort((a, b) => a.localeCompare(b))];
  };
  const toggle = (reaction: Reaction) => {
    board.step((j) => react(j, card.id, userId, mine === reaction ? null : reaction));
    if (asked) doneReacting(board);
  };
  return (
    <section className="stack tight">
      <h3>{t('card.reactions')}</h3>
      <fieldset ref={group} aria-label={t('read.react')} className={styles.row} onKeyDown={walk}>
        {REACTIONS.map((reaction) => {
          const said = whoSaid(reaction);
          if (!canWrite && said.length === 0) return null;
          const label = t(`read.reaction.${reaction}`);
          return (
            <button
              key={reaction}
              type="button"
              className={styles.reaction}
              aria-pressed={mine === reaction}
              aria-label={said.length > 0 ? `${label}, ${said.length}` : label}
              title={label}
              disabled={!canWrite}
              onClick={() => toggle(reaction)}
            >
              <svg width="18" height="18" viewBox="0 0 12 12" aria-hidden="true">
                <ReactionSign reaction={reaction} colour="currentColor" />
              </svg>
              {said.length > 0 && <span className="tabular">{said.length}</span>}
            </button>
          );
        })}
      </fieldset>
      {people.length > 0 && (
        <ul className={`plain-list small soft ${styles.who}`}>
          {REACTIONS.map((reaction) => {
            const said = whoSaid(reaction);
            return (
              said.length > 0 && (
                <li key={reaction}>
                  {t('card.said', { reaction: t(`read.reaction.${reaction}`), names: said.join(', ') })}
                </li>
              )
            );
          })}
        </ul>
      )}
    </section>
  );
}

function walk(event: KeyboardEvent<HTMLFieldSetElement>): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.indexOf(document.activeElement as HTMLButtonElement);
  event.preventDefault();
  all[(at + step + all.length) % all.length]?.focus();
}
