'use client';
import { type CSSProperties, memo } from 'react';
import { segmentsOf } from '@/lib/notes/marks/segments.ts';
import type { FindingView } from '@/lib/services/findings.ts';
import type { TurnView } from '@/lib/services/interviews.ts';
import { clock } from './clock.ts';
import { markColour } from './mark-colour.ts';
import styles from './turn.module.css';

interface Props {
  turn: TurnView;
  name: string;
  marks: readonly FindingView[];
  /** The finding to point out, when it stands in this turn. */
  active: string | null;
  language: string;
  onPick: (findingId: string) => void;
}

/** One underline per mark, stacked, so that overlapping marks stay apart. */
const lines = (marks: readonly FindingView[]): CSSProperties => ({
  boxShadow: marks.map((mark, i) => `inset 0 ${-2 - i * 3}px 0 ${markColour(mark)}`).join(', '),
  paddingBottom: `${marks.length * 3 - 1}px`,
});

function sameMarks(a: readonly FindingView[], b: readonly FindingView[]): boolean {
  return a.length === b.length && a.every((mark, i) => mark === b[i]);
}

/** A turn: who, when, and the words with what is marked in them. */
export const TurnLine = memo(
  function TurnLine({ turn, name, marks, active, language, onPick }: Props) {
    return (
      <li
        id={`turn-${turn.position}`}
        data-turn={turn.position}
        data-role={turn.role}
        className={styles.turn}
        // The first is the way in; from then on focusTurn moves the stop, without drawing anything anew.
        tabIndex={turn.position === 0 ? 0 : -1}
      >
        <p className={styles.head}>
          <span className={styles.name}>{name}</span>
          {turn.atMs !== null && <span className={styles.time}>{clock(turn.atMs)}</span>}
        </p>
        <p className={styles.text} data-turn-text={turn.position} lang={language}>
          {segmentsOf(turn.text, marks).map((segment) =>
            segment.marks.length === 0 ? (
              segment.text
            ) : (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the same finding is reached from the list beside it
              <mark
                key={segment.start}
                className={styles.mark}
                data-active={segment.marks.some((mark) => mark.id === active)}
                style={lines(segment.marks)}
                onClick={() => {
                  const top = segment.marks.at(-1);
                  if (top && document.getSelection()?.isCollapsed) onPick(top.id);
                }}
              >
                {segment.text}
              </mark>
            ),
          )}
        </p>
      </li>
    );
  },
  (a, b) =>
    a.turn === b.turn &&
    a.name === b.name &&
    a.active === b.active &&
    a.onPick === b.onPick &&
    sameMarks(a.marks, b.marks),
);
