import { useValue } from 'tldraw';
import type { Box } from '../../journey/layout/index.ts';
import type { Board } from '../board.ts';
import { bringIntoView } from '../commands.ts';
import type { Target } from '../structure/actions.ts';
import type { useStructure } from '../structure/use-structure.tsx';
import { AddHere } from '../ui/add-here.tsx';
import { Menu } from '../ui/menu.tsx';
import { useMapText } from '../ui/text.ts';
import styles from './headers.module.css';
import { RenameField } from './rename-field.tsx';

interface HeaderCellProps {
  board: Board;
  target: Target;
  box: Box;
  structure: ReturnType<typeof useStructure>;
  children?: React.ReactNode;
}

/** One name of the header: rename in place, what can be added here, what can be done with it. */
export function HeaderCell({ board, target, box, structure, children }: HeaderCellProps) {
  const t = useMapText();
  const { collection, id } = target;
  const name = useValue('name', () => board.$journey.get()[collection].find((x) => x.id === id)?.name ?? '', [
    board,
    collection,
    id,
  ]);
  const { canWrite } = board.options;
  const canStructure = useValue('structure', () => board.canStructure(), [board]);
  const renaming = structure.renaming?.id === id;
  const style = { left: box.x, top: box.y, width: box.w, height: box.h };
  // Keys walk through names that lie outside the window, too.
  const show = () => {
    if (!board.editor) return;
    const { x, w } = box;
    if (collection === 'lanes') bringIntoView(board.editor, { minY: box.y, maxY: box.y + box.h });
    else bringIntoView(board.editor, { minX: x, maxX: x + w });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut only; the menu holds the same for keys
    <div
      className={styles.cell}
      data-renaming={renaming || undefined}
      style={style}
      onPointerDown={(event) => event.stopPropagation()}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) show();
      }}
      onDoubleClick={() => canStructure && structure.setRenaming(target)}
    >
      {children}
      {renaming ? (
        <RenameField board={board} target={target} name={name} done={() => structure.setRenaming(null)} />
      ) : (
        <>
          <span className="visually-hidden">{name}</span>
          <span className={styles.tools}>
            {canWrite && collection === 'touchpoints' && (
              <AddHere board={board} touchpointId={id} name={name} />
            )}
            {canStructure && (
              <Menu
                className={styles.tool}
                label={t('structure.menu', { name })}
                items={() => structure.menu(target)}
              >
                <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                  <path
                    d="M3 8h.1M8 8h.1M13 8h.1"
                    stroke="currentColor"
                    strokeWidth="2.6"
                    strokeLinecap="round"
                  />
                </svg>
              </Menu>
            )}
          </span>
        </>
      )}
    </div>
  );
}
