import { addCard } from '../../journey/commands/cards.ts';
import { laneFor } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import { type Draft, isComplete, type PhoneKind } from './drafts.ts';

/** Puts what was written on the map as one step, in the lane of its kind; null when the map has none for it. */
export function putOnMap(board: Board, touchpointId: string, kind: PhoneKind, draft: Draft): string | null {
  const lane = laneFor(board.$journey.get().lanes, kind);
  if (!lane || !board.options.canWrite || !isComplete(kind, draft)) return null;
  return board.step((j) =>
    addCard(j, {
      kind,
      text: draft.text.trim(),
      cell: { touchpointId, laneId: lane.id },
      valence: kind === 'emotion' ? draft.valence : null,
      severity: kind === 'friction' ? draft.severity : null,
      authorId: board.options.userId,
    }),
  );
}
