import { CARD_KINDS, type CardKind, type Lane, type LaneKind, laneFor } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { createCard } from '../commands.ts';
import type { MenuItem } from '../ui/menu.tsx';
import type { useMapText } from '../ui/text.ts';
import { VALENCES, valenceName } from './card-menu.ts';

type Text = ReturnType<typeof useMapText>;

/** The kinds a lane takes, its own first. */
export function kindsFor(lanes: readonly Lane[], lane: Lane): CardKind[] {
  const fitting = CARD_KINDS.filter((kind) => laneFor(lanes, kind, lane.id)?.id === lane.id);
  const own = ownKind(lane.kind);
  return fitting.sort((a, b) => Number(b === own) - Number(a === own));
}

/** The kind a lane is named after; a free lane asks questions. */
export const ownKind = (kind: LaneKind): CardKind => (kind === 'free' ? 'question' : kind);

/** New cards for one cell; a feeling is asked for its height at once, because the lane is drawn by it. */
export function addItems(board: Board, t: Text, touchpointId: string, lane: Lane): MenuItem[] {
  const cell = { touchpointId, laneId: lane.id };
  return kindsFor(board.$journey.get().lanes, lane).map((kind): MenuItem => {
    const label = t(`kind.${kind}`);
    if (kind !== 'emotion') return { label, run: () => createCard(board, kind, cell) };
    const more = () =>
      VALENCES.map((valence) => ({
        label: valenceName(t, valence),
        run: () => createCard(board, 'emotion', { ...cell, valence }),
      }));
    return { label, more };
  });
}
