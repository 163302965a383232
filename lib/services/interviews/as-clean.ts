import { alignSpans } from '../../notes/clean/align.ts';
import type { FindingView } from '../findings/view.ts';
import type { TurnView } from './read.ts';

/**
 * Turns as the group reads them, without a trace of the raw text, and the findings where they stand in
 * these; a finding of which nothing is left there stands nowhere (start = end = 0).
 */
export function asClean<F extends FindingView>(
  turns: readonly TurnView[],
  findings: readonly F[],
): { turns: TurnView[]; findings: F[] } {
  const byPosition = new Map(turns.map((turn) => [turn.position, turn]));
  return {
    turns: turns.map((turn) => ({ ...turn, text: turn.clean ?? turn.text, clean: null })),
    findings: findings.map((finding) => {
      const turn = byPosition.get(finding.turn);
      if (!turn || turn.clean === null) return finding;
      const [span] = alignSpans(turn.text, turn.clean, [finding]);
      return { ...finding, ...(span ?? { start: 0, end: 0 }) };
    }),
  };
}
