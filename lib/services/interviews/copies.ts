import type { Card } from '../../journey/model.ts';

/** So many words in a row that somebody else wrote them by chance is not to be believed. */
const RUN = 4;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

const runsOf = (words: readonly string[]): string[] =>
  words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => words.slice(i, i + RUN).join(' '));

/** What of an interview a card may repeat. */
export interface Said {
  interviewId: string;
  findings: readonly string[];
  /** All that was said, raw and clean. */
  turns: readonly string[];
}

/**
 * Finds cards that repeat an interview's words without pointing to it: four words in a row of a finding, or
 * a card of four words and more that stands as a whole in what was said. Somebody has to look at them: the
 * words may be another's too.
 */
export function copiesOf({ interviewId, findings, turns }: Said): (card: Card) => boolean {
  const runs = new Set(findings.flatMap((words) => runsOf(wordsOf(words))));
  const spoken = turns.map((turn) => ` ${wordsOf(turn).join(' ')} `);
  return (card) => {
    if (card.source?.interviewId === interviewId) return false;
    const words = wordsOf(card.text);
    if (words.length < RUN) return false;
    return (
      runsOf(words).some((run) => runs.has(run)) ||
      spoken.some((turn) => turn.includes(` ${words.join(' ')} `))
    );
  };
}
