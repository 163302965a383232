import type { Board } from '../board.ts';
import { addItems } from '../reading/add-menu.ts';
import type { Target } from '../structure/actions.ts';
import type { Structure } from '../structure/use-structure.tsx';
import type { MenuItem } from '../ui/menu.tsx';
import type { useMapText } from '../ui/text.ts';

/** What can be done from a name of the table: cards added to a touchpoint, and the structure's own menu. */
export function headItems(
  board: Board,
  t: ReturnType<typeof useMapText>,
  structure: Structure,
  target: Target,
): MenuItem[] {
  const { lanes, touchpoints } = board.$journey.get();
  const touchpoint = touchpoints.find((x) => target.collection === 'touchpoints' && x.id === target.id);
  const adding: MenuItem[] =
    touchpoint && board.options.canWrite
      ? lanes.map((lane) => ({
          label: t('table.addIn', { lane: lane.name }),
          more: () => addItems(board, t, touchpoint.id, lane),
        }))
      : [];
  const own = structure.menu(target);
  if (adding.length === 0) return own;
  const add = { label: t('addHere', { name: touchpoint?.name ?? '' }), more: () => adding };
  return [add, ...own];
}
