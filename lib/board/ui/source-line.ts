import { clock } from '../../journey/clock.ts';
import type { Board } from '../board.ts';

/** Who said a card's words and when, by alias; null without a finding, or one this person may not see. */
export function sourceLine(board: Board, cardId: string): string | null {
  const source = board.cardState(cardId)?.card.source;
  const finding = source && board.$findings.get().get(source.findingId);
  if (!finding) return (source && board.options.sources[source.findingId]) ?? null;
  return finding.atMs === null ? finding.alias : `${finding.alias} · ${clock(finding.atMs)}`;
}
