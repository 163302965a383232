import { LANE_KINDS, type LaneKind } from '../../journey/model.ts';
import type { Board } from '../board.ts';
import type { MenuItem } from '../ui/menu.tsx';
import type { useMapText } from '../ui/text.ts';
import {
  addBeside,
  addLaneAt,
  addTouchpointTo,
  canShift,
  type NewNames,
  shift,
  type Target,
} from './actions.ts';
import { foldLane, isFolded } from './view.ts';

/** A lane for anything first: the others are there from the start. */
const OFFERED: readonly LaneKind[] = ['free', ...LANE_KINDS.filter((kind) => kind !== 'free')];

const ONE = { phases: 'phase', touchpoints: 'touchpoint', lanes: 'lane' } as const;

/** What the menus ask their surroundings to do. */
interface Asks {
  rename(target: Target): void;
  details(touchpointId: string): void;
  remove(target: Target): void;
}

export interface StructureMenus {
  /** Everything that can be done with one name; only folding for whoever may not change the structure. */
  menu(target: Target): MenuItem[];
  /** The kinds of lane that can be added at `index`. */
  laneKinds(index: number): MenuItem[];
  names: NewNames;
}

/** The entries of the structure's menus; what is added is named at once. */
export function structureMenus(board: Board, t: ReturnType<typeof useMapText>, asks: Asks): StructureMenus {
  const names = { phase: t('new.phase'), touchpoint: t('new.touchpoint'), lane: t('new.lane') };

  const laneKinds = (index: number): MenuItem[] =>
    OFFERED.map((kind) => {
      const label = kind === 'free' ? t('structure.freeLane') : t(`kind.${kind}`);
      const name = kind === 'free' ? names.lane : label;
      return { label, run: () => asks.rename(addLaneAt(board, index, { kind, name })) };
    });

  function folding({ collection, id }: Target): MenuItem[] {
    if (collection !== 'lanes') return [];
    const folded = isFolded(board, id);
    const label = t(folded ? 'structure.unfold' : 'structure.fold');
    return [{ label, run: () => foldLane(board, id, !folded) }];
  }

  function adding(target: Target): MenuItem[] {
    const { collection, id } = target;
    if (collection === 'lanes') {
      const index = board.$journey.get().lanes.findIndex((l) => l.id === id);
      return [
        { label: t('structure.addBefore.lane'), more: () => laneKinds(index) },
        { label: t('structure.addAfter.lane'), more: () => laneKinds(index + 1) },
      ];
    }
    const one = ONE[collection];
    const add = (side: 'before' | 'after') => () => asks.rename(addBeside(board, target, side, names));
    const within = () => asks.rename(addTouchpointTo(board, id, names));
    return [
      ...(collection === 'phases' ? [{ label: t('structure.addTouchpoint'), run: within }] : []),
      { label: t(`structure.addBefore.${one}`), run: add('before') },
      { label: t(`structure.addAfter.${one}`), run: add('after') },
    ];
  }

  function moving(target: Target): MenuItem[] {
    const [back, on] =
      target.collection === 'lanes'
        ? (['structure.up', 'structure.down'] as const)
        : (['structure.left', 'structure.right'] as const);
    return [
      { label: t(back), run: () => shift(board, target, -1), disabled: !canShift(board, target, -1) },
      { label: t(on), run: () => shift(board, target, 1), disabled: !canShift(board, target, 1) },
    ];
  }

  function menu(target: Target): MenuItem[] {
    if (!board.canStructure()) return folding(target);
    const details = { label: t('structure.details'), run: () => asks.details(target.id) };
    return [
      { label: t('structure.rename'), run: () => asks.rename(target) },
      ...(target.collection === 'touchpoints' ? [details] : []),
      ...folding(target),
      ...adding(target),
      ...moving(target),
      { label: t('structure.remove'), run: () => asks.remove(target), danger: true },
    ];
  }

  return { menu, laneKinds, names };
}
