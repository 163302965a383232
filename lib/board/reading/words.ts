import { clock } from '../../journey/clock.ts';
import type { Card } from '../../journey/model.ts';
import { signed } from '../../journey/svg/paint.ts';
import { isReworded } from '../../journey/verbatim.ts';
import type { Board } from '../board.ts';
import type { useMapText } from '../ui/text.ts';

type Text = ReturnType<typeof useMapText>;

/** Who said a card's words and when, by alias; null without a finding, or one this person may not see. */
export function saidBy(board: Board, card: Card): string | null {
  if (!card.source) return null;
  const finding = board.$findings.get().get(card.source.findingId);
  if (!finding) return board.options.sources[card.source.findingId] ?? null;
  return finding.atMs === null ? finding.alias : `${finding.alias} · ${clock(finding.atMs)}`;
}

/** Whether the words are no longer those of the finding; an emotion's words are never its finding's. */
export function isChanged(board: Board, card: Card): boolean {
  const finding = card.source && board.$findings.get().get(card.source.findingId);
  return Boolean(finding && isReworded(card, finding.words));
}

/** A card as one line, for a label: its kind, its marks, its words, whom it is from. */
export function lineOf(t: Text, board: Board, card: Card): string {
  const parts = [
    t(`kind.${card.kind}`) + marksOf(t, card),
    card.text.trim() || t('read.noWords'),
    saidBy(board, card) ?? t(`evidence.${card.evidence}`),
  ];
  return parts.join(', ');
}

function marksOf(t: Text, card: Card): string {
  if (card.kind === 'emotion') {
    const felt = card.valence === null ? t('panel.valenceUnset') : signed(card.valence, t('decimal'));
    return ` ${felt}${card.emoji ? ` ${card.emoji}` : ''}`;
  }
  if (card.kind === 'friction' && card.severity) return ` ${t(`panel.severityOf.${card.severity}`)}`;
  return '';
}

/** Whether this person may change a card: in some workshops participants change their own alone. */
export function mayChange(board: Board, card: Card): boolean {
  const { canWrite, structure, userId } = board.options;
  if (!canWrite) return false;
  return board.$journey.get().meta.cards === 'everyone' || structure === 'always' || card.authorId === userId;
}
