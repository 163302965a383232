import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Board } from '../board.ts';
import { useMapText } from '../ui/text.ts';
import type { Target } from './actions.ts';
import { type StructureMenus, structureMenus } from './menus.ts';

const RemoveDialog = lazy(() => import('./remove-dialog.tsx'));
const TouchpointDialog = lazy(() => import('./touchpoint-dialog.tsx'));
const PersonasDialog = lazy(() => import('../personas/personas-dialog.tsx'));

/** The question or list that lies over the map. */
type Open = { asks: 'remove'; target: Target } | { asks: 'details'; id: string } | { asks: 'personas' };

/** The structure's menus, what is being renamed, and the dialog that is open. */
export interface Structure extends StructureMenus {
  renaming: Target | null;
  setRenaming(target: Target | null): void;
  openPersonas(): void;
  /** To be shown where the menus are. */
  dialog: ReactNode;
}

export function useStructure(board: Board): Structure {
  const t = useMapText();
  const [renaming, setRenaming] = useState<Target | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const menus = useMemo(
    () =>
      structureMenus(board, t, {
        rename: setRenaming,
        details: (id) => setOpen({ asks: 'details', id }),
        remove: (target) => setOpen({ asks: 'remove', target }),
      }),
    [board, t],
  );
  return useMemo(
    () => ({
      ...menus,
      renaming,
      setRenaming,
      openPersonas: () => setOpen({ asks: 'personas' }),
      dialog: open && <OpenDialog board={board} open={open} setOpen={setOpen} />,
    }),
    [menus, renaming, open, board],
  );
}

interface OpenDialogProps {
  board: Board;
  open: Open;
  setOpen: (open: Open | null) => void;
}

function OpenDialog({ board, open, setOpen }: OpenDialogProps) {
  const close = () => {
    setOpen(null);
    // What had the focus may have been removed, and from the page itself no key reaches the map.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) board.editor?.getContainer().focus();
    });
  };
  return (
    <Suspense fallback={null}>
      {open.asks === 'remove' && <RemoveDialog board={board} target={open.target} onClose={close} />}
      {open.asks === 'details' && (
        <TouchpointDialog
          board={board}
          touchpointId={open.id}
          onPersonas={() => setOpen({ asks: 'personas' })}
          onClose={close}
        />
      )}
      {open.asks === 'personas' && <PersonasDialog board={board} onClose={close} />}
    </Suspense>
  );
}
