'use client';
import { type KeyboardEvent, useCallback } from 'react';
import type { Range as Span } from '@/lib/notes/marks/segments.ts';
import { spansOf, stepSpan, stretch } from '@/lib/notes/marks/spans.ts';
import { focusTurn, type Passage, selectedPassage, selectWords } from './dom-passage.ts';

/** What the keys of a turn do to the marks in it. */
export interface MarkKeys {
  /** Points out the turn's next mark; false when it has none. */
  next(turn: number): boolean;
  /** Acts on the mark pointed out, when it stands in this turn; false when it does not. */
  act(turn: number, what: 'tag' | 'change' | 'remove'): boolean;
}

const ACTS: Record<string, 'tag' | 'change' | 'remove'> = {
  t: 'tag',
  c: 'change',
  Delete: 'remove',
  Backspace: 'remove',
};

const textIn = (turn: HTMLElement) => turn.querySelector<HTMLElement>('[data-turn-text]');

/**
 * Moving and selecting without a mouse, on a turn that has the focus: up and down between turns; Enter
 * selects the first sentence, Enter again the whole turn; left and right step by sentence, with Shift they
 * take one more or one fewer, with Alt and Shift by word; Escape lets go. Space goes through the marks of the
 * turn; T, C and Delete act on the one pointed out.
 */
export function useTurnKeys(language: string, marks: MarkKeys | null, onSelect: () => void) {
  return useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const turn = (event.target as HTMLElement).closest<HTMLElement>('[data-turn]');
      // Only the turn itself: keys on a button inside it are the button's.
      if (!turn || event.target !== turn || event.ctrlKey || event.metaKey) return;
      const select = (span: Span | null) => {
        const host = textIn(turn);
        if (!host || !span) return;
        selectWords(host, span);
        // The next key may follow before the browser says that something is selected.
        onSelect();
      };
      const text = textIn(turn)?.textContent ?? '';
      const chosen = selectedPassage(turn);
      const done =
        stepKey(event, text, language, chosen, select) ||
        moveKey(event, turn) ||
        (!chosen && marks !== null && markKey(event, Number(turn.dataset.turn), marks));
      if (done) event.preventDefault();
    },
    [language, marks, onSelect],
  );
}

function stepKey(
  { key, shiftKey, altKey }: KeyboardEvent,
  text: string,
  language: string,
  chosen: Passage | null,
  select: (span: Span | null) => void,
): boolean {
  const sentences = () => spansOf(text, 'sentence', language);
  if (key === 'Enter') {
    select(chosen ? { start: 0, end: text.length } : (sentences()[0] ?? null));
  } else if (key === 'Escape' && chosen) {
    document.getSelection()?.removeAllRanges();
  } else if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const step = key === 'ArrowRight' ? 1 : -1;
    const spans = altKey ? spansOf(text, 'word', language) : sentences();
    select(chosen && shiftKey ? stretch(spans, chosen, step) : stepSpan(spans, chosen, step));
  } else {
    return false;
  }
  return true;
}

function moveKey({ key }: KeyboardEvent, turn: HTMLElement): boolean {
  const next =
    key === 'ArrowDown'
      ? turn.nextElementSibling
      : key === 'ArrowUp'
        ? turn.previousElementSibling
        : key === 'Home'
          ? turn.parentElement?.firstElementChild
          : key === 'End'
            ? turn.parentElement?.lastElementChild
            : undefined;
  if (next === undefined) return false;
  if (next instanceof HTMLElement) {
    document.getSelection()?.removeAllRanges();
    focusTurn(next);
    next.scrollIntoView({ block: 'nearest' });
  }
  return true;
}

function markKey({ key, shiftKey, altKey }: KeyboardEvent, turn: number, marks: MarkKeys): boolean {
  if (shiftKey || altKey) return false;
  if (key === ' ') return marks.next(turn);
  const what = ACTS[key.length === 1 ? key.toLowerCase() : key];
  return what !== undefined && marks.act(turn, what);
}
