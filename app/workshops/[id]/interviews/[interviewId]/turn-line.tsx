'use client';
import { type CSSProperties, memo } from 'react';
import { clock } from '@/lib/journey/clock.ts';
import { levelsOf } from '@/lib/notes/marks/levels.ts';
import { segmentsOf } from '@/lib/notes/marks/segments.ts';
import type { FindingView } from '@/lib/services/findings.ts';
import type { TurnView } from '@/lib/services/interviews.ts';
import { markLine } from './mark-colour.ts';
import styles from './turn.module.css';

interface Props {
  turn: TurnView;
  name: string;
  marks: readonly FindingView[];
  /** The finding to point out, when it stands in this turn. */
  active: string | null;
  language: string;
  /** The findings that lie under where the reader clicked, the shortest last. */
  onPick: (findingIds: readonly string[]) => void;
}

interface Levelled {
  finding: FindingView;
  level: number;
  start: number;
  end: number;
}

/** From one line to the next, and how thick one is, in pixels. */
const [STEP, THICK] = [4, 2];

/** A line per mark, each on its own level, so that overlapping marks stay apart from end to end. */
function lines(marks: readonly Levelled[], levels: number): CSSProperties {
  return {
    paddingBottom: `${levels * STEP - 1}px`,
    backgroundImage: marks.map(({ finding }) => markLine(finding)).join(', '),
    backgroundPosition: marks
      .map(({ level }) => `0 calc(100% - ${(levels - 1 - level) * STEP}px)`)
      .join(', '),
  };
}

const size = `100% ${THICK}px`;

function sameMarks(a: readonly FindingView[], b: readonly FindingView[]): boolean {
  return a.length === b.length && a.every((mark, i) => mark === b[i]);
}

/** A turn: who, when, and the words with what is marked in them. */
export const TurnLine = memo(
  function TurnLine({ turn, name, marks, active, language, onPick }: Props) {
    const at = levelsOf(marks);
    const levelled = marks.map(
      (finding, i): Levelled => ({ finding, level: at[i] ?? 0, start: finding.start, end: finding.end }),
    );
    const levels = Math.max(1, ...at.map((level) => level + 1));
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
        <p
          className={styles.text}
          data-turn-text={turn.position}
          lang={language}
          // Two lines of marks fit between lines of text.
          style={levels > 2 ? { lineHeight: `calc(1.62em + ${(levels - 2) * STEP}px)` } : undefined}
        >
          {segmentsOf(turn.text, levelled).map((segment) =>
            segment.marks.length === 0 ? (
              segment.text
            ) : (
              // biome-ignore lint/a11y/useKeyWithClickEvents: Space on the turn goes through its marks, and the list beside it has them
              <mark
                key={segment.start}
                className={styles.mark}
                data-active={segment.marks.some(({ finding }) => finding.id === active)}
                style={{ ...lines(segment.marks, levels), backgroundSize: size }}
                onClick={() => {
                  if (!document.getSelection()?.isCollapsed) return;
                  const byLength = [...segment.marks].sort((a, b) => b.end - b.start - (a.end - a.start));
                  onPick(byLength.map(({ finding }) => finding.id));
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
