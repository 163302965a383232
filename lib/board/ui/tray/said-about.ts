import type { Board } from '../../board.ts';
import type { MenuItem } from '../menu.tsx';
import type { MapText } from '../text.ts';
import { touchpointItems } from '../touchpoint-items.ts';
import type { Waiting } from './unplaced.ts';

interface Touchpoint {
  id: string;
  name: string;
}

/** The touchpoint of the map that whoever took notes said it was about; null when nobody said, or it is gone. */
export function saidAbout(board: Board, item: Waiting): Touchpoint | null {
  const id = item.finding?.touchpointId;
  if (!id) return null;
  return board.$journey.get().touchpoints.find((touchpoint) => touchpoint.id === id) ?? null;
}

/**
 * Where something may be placed. First what the notes say, so that opening the menu and Enter place it there:
 * the one touchpoint all were said about, or each at its own.
 */
export function placeItems(
  board: Board,
  t: MapText,
  items: readonly Waiting[],
  place: (touchpointId: string) => void,
  placeEach: () => void,
): MenuItem[] {
  const about = items.map((item) => saidAbout(board, item));
  const all = touchpointItems(board, place);
  const [first] = about;
  if (!first || about.some((touchpoint) => touchpoint === null)) return all;
  const names = new Set(about.map((touchpoint) => touchpoint?.id));
  const suggested: MenuItem =
    names.size === 1
      ? { label: t('tray.placeAt', { touchpoint: first.name }), run: () => place(first.id) }
      : { label: t('tray.placeEach', { count: names.size }), run: placeEach };
  return [{ heading: t('tray.asNoted') }, suggested, ...all];
}
