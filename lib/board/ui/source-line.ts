import type { Board } from '../board.ts';

/** `12:04` of milliseconds; hours only when there are any. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((n, i) => (i === 0 ? String(n) : String(n).padStart(2, '0'))).join(':');
}

/** Who said a card's words and when, by alias; null without a finding, or one this person may not see. */
export function sourceLine(board: Board, cardId: string): string | null {
  const source = board.cardState(cardId)?.card.source;
  const finding = source && board.$findings.get().get(source.findingId);
  if (!finding) return null;
  return finding.atMs === null ? finding.alias : `${finding.alias} · ${clock(finding.atMs)}`;
}
