import { useEffect, useRef, useState } from 'react';
import type { Board } from '../../board.ts';
import { menuOf } from '../../gestures/menu-open.ts';
import { changeable } from '../../own-cards.ts';
import { useValue } from '../../signals.ts';
import { useMapText } from '../text.ts';
import { Actions, Several } from './actions.tsx';
import { CardFields } from './card-fields.tsx';
import { sideFor, useSettled } from './opening.ts';
import { Origin } from './origin.tsx';
import styles from './panel.module.css';
import { $reacting, listenForReacting } from './reacting.ts';
import { Reactions } from './reactions.tsx';
import { useSelectedCards } from './selection.ts';

/** What is selected: one card with everything about it, or several with what can be done to all. */
export function Panel({ board, roomy }: { board: Board; roomy: boolean }) {
  const t = useMapText();
  const selected = useSelectedCards(board);
  const onCanvas = useValue(board.$mounted);
  const open = useValue(board.$open);
  // The other views select nothing: they open a card's panel by itself.
  const ids = onCanvas ? selected : open ? [open] : [];
  const only = ids.length === 1 ? (ids[0] as string) : null;
  const editing = useValue('editing', () => board.editor?.getEditingShapeId() ?? null, [board, only]);
  const [closed, setClosed] = useState<string | null>(null);

  useEffect(() => {
    if (only !== closed) setClosed(null);
    if (onCanvas && open && open !== only) board.$open.set(null);
  }, [only, closed, open, onCanvas, board]);
  useEffect(() => listenForReacting(board), [board]);

  const menu = useValue(menuOf(board));
  const settled = useSettled(only);

  // The canvas' menu stands beside the card, where the panel would cover it.
  if (ids.length === 0 || menu) return null;
  if (!only) return <Several board={board} ids={ids} />;
  if (!settled && open !== only) return null;
  // On a phone the panel would cover the card: it opens when asked for. Nor while its text is typed.
  const shown = open === only || (roomy && closed !== only && !editing);
  if (!shown) {
    if (editing) return null;
    return (
      <div className={styles.bar}>
        <button type="button" className="button" onClick={() => board.$open.set(only)}>
          {t('panel.details')}
        </button>
        <Actions board={board} ids={ids} compact />
      </div>
    );
  }
  return (
    <OneCard
      key={only}
      board={board}
      cardId={only}
      asked={open === only && !roomy}
      close={() => {
        board.$open.set(null);
        $reacting.set(null);
        setClosed(only);
      }}
    />
  );
}

interface OneCardProps {
  board: Board;
  cardId: string;
  /** Opened by a button, where panels do not open by themselves. */
  asked: boolean;
  close: () => void;
}

function OneCard({ board, cardId, asked, close }: OneCardProps) {
  const t = useMapText();
  const card = useValue('card in panel', () => board.cardState(cardId)?.card, [board, cardId]);
  const mine = useValue('mine', () => changeable(board, [cardId]).length > 0, [board, cardId]);
  const [side] = useState(() => sideFor(board, cardId));
  const panel = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);

  useEffect(() => {
    before.current = document.activeElement;
    // What opened it is gone or behind it: the keyboard goes on here.
    const { activeElement } = document;
    if (!board.editor || activeElement === document.body) panel.current?.focus();
  }, [board]);

  if (!card) return null;
  const leave = () => {
    const back = before.current;
    close();
    if (board.editor) board.editor.getContainer().focus();
    else if (back instanceof HTMLElement && back.isConnected) back.focus();
  };
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      data-side={side}
      aria-label={t('panel.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        leave();
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.title}>{t(`kind.${card.kind}`)}</h2>
        <button
          type="button"
          className={styles.close}
          aria-label={t('close')}
          title={t('close')}
          onClick={leave}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.800" strokeLinecap="round" />
          </svg>
        </button>
      </header>
      <CardFields board={board} card={card} />
      <Reactions board={board} card={card} />
      <Origin board={board} card={card} wordsOpen={asked} />
      {mine && (
        <div className="row">
          <Actions board={board} ids={[cardId]} />
        </div>
      )}
    </aside>
  );
}
