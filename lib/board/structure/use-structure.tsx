import { useState } from 'react';
import type { Board } from '../board.ts';
import { Confirm } from '../ui/confirm.tsx';
import type { MenuItem } from '../ui/menu.tsx';
import { useMapText } from '../ui/text.ts';
import {
  addAfter,
  addTouchpointTo,
  canShift,
  consequence,
  neighbourPhase,
  removeTarget,
  shift,
  type Target,
} from './actions.ts';

/** The menus of the map's structure, what is being renamed, and the question before removing. */
export function useStructure(board: Board) {
  const t = useMapText();
  const [renaming, setRenaming] = useState<Target | null>(null);
  const [removing, setRemoving] = useState<Target | null>(null);
  const names = { phase: t('new.phase'), touchpoint: t('new.touchpoint'), lane: t('new.lane') };

  function menu(target: Target): MenuItem[] {
    const across = target.collection !== 'lanes';
    const one = { phases: 'phase', touchpoints: 'touchpoint', lanes: 'lane' } as const;
    const kind = one[target.collection];
    return [
      { label: t('structure.rename'), run: () => setRenaming(target) },
      ...(target.collection === 'phases'
        ? [
            {
              label: t('structure.addTouchpoint'),
              run: () => setRenaming(addTouchpointTo(board, target.id, names)),
            },
          ]
        : []),
      { label: t(`structure.addAfter.${kind}`), run: () => setRenaming(addAfter(board, target, names)) },
      {
        label: t(across ? 'structure.left' : 'structure.up'),
        run: () => shift(board, target, -1),
        disabled: !canShift(board, target, -1),
      },
      {
        label: t(across ? 'structure.right' : 'structure.down'),
        run: () => shift(board, target, 1),
        disabled: !canShift(board, target, 1),
      },
      { label: t('structure.remove'), run: () => setRemoving(target), danger: true },
    ];
  }

  const dialog = removing && (
    <RemoveQuestion board={board} target={removing} onClose={() => setRemoving(null)} />
  );
  return { menu, renaming, setRenaming, dialog };
}

function RemoveQuestion({ board, target, onClose }: { board: Board; target: Target; onClose: () => void }) {
  const t = useMapText();
  const { cards, touchpoints } = consequence(board, target);
  const name = board.$journey.get()[target.collection].find((x) => x.id === target.id)?.name ?? '';
  const neighbour = target.collection === 'phases' ? neighbourPhase(board, target.id) : undefined;
  return (
    <Confirm
      title={t('remove.title', { name })}
      confirm={t('structure.remove')}
      cancel={t('cancel')}
      danger
      onConfirm={() => removeTarget(board, target)}
      onClose={onClose}
    >
      {target.collection === 'phases' && neighbour ? (
        <p>{t('remove.intoNeighbour', { count: touchpoints, name: neighbour.name })}</p>
      ) : (
        <p>{t('remove.toTray', { count: cards })}</p>
      )}
      <p className="soft">{t('remove.undo')}</p>
    </Confirm>
  );
}
