import type { Box } from '../../journey/layout/index.ts';
import type { Board } from '../board.ts';
import { bringIntoView } from '../commands.ts';
import type { Target } from '../structure/actions.ts';
import type { HeaderDrag } from '../structure/drag.ts';
import type { Named } from '../structure/names.ts';
import type { Structure } from '../structure/use-structure.tsx';
import { AddHere } from '../ui/add-here.tsx';
import { Menu } from '../ui/menu.tsx';
import { useMapText } from '../ui/text.ts';
import styles from './headers.module.css';
import { RenameField } from './rename-field.tsx';

/** What every name of the header needs to know. */
export interface HeaderTools {
  board: Board;
  structure: Structure;
  names: ReadonlyMap<string, Named>;
  canStructure: boolean;
  drag: HeaderDrag;
  /** The one that is being dragged. */
  lifted: string | null;
}

interface HeaderCellProps {
  tools: HeaderTools;
  target: Target;
  box: Box;
  /** A lane that is folded to a strip. */
  folded?: boolean;
  children?: React.ReactNode;
}

/** One name of the header: rename in place, drag, what can be added here, what can be done with it. */
export function HeaderCell({ tools, target, box, folded, children }: HeaderCellProps) {
  const t = useMapText();
  const { board, structure, canStructure, drag } = tools;
  const { collection, id } = target;
  const { name, details } = tools.names.get(id) ?? { name: '', details: '' };
  const renaming = structure.renaming?.id === id;
  // Keys walk through names that lie outside the window, too.
  const show = () => {
    if (!board.editor) return;
    const { x, w } = box;
    if (collection === 'lanes') bringIntoView(board.editor, { minY: box.y, maxY: box.y + box.h });
    else bringIntoView(board.editor, { minX: x, maxX: x + w });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts only; the menu holds the same for keys
    <div
      className={styles.cell}
      data-kind={collection}
      data-id={id}
      data-renaming={renaming || undefined}
      data-movable={canStructure || undefined}
      data-folded={folded || undefined}
      data-lifted={tools.lifted === id || undefined}
      style={{ left: box.x, top: box.y, width: box.w, height: box.h }}
      title={details || (folded ? name : undefined)}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (canStructure && !renaming && !onTool(event.target))
          drag.press({ ...target, name }, event.nativeEvent);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        // A finger that rests has lifted the name.
        const touch = (event.nativeEvent as PointerEvent).pointerType === 'touch';
        if (!touch && !onTool(event.target)) menuButtonOf(event.currentTarget)?.click();
      }}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) show();
      }}
      onDoubleClick={(event) => {
        if (canStructure && !onTool(event.target)) structure.setRenaming(target);
      }}
    >
      {children}
      {renaming ? (
        <RenameField board={board} target={target} name={name} done={() => structure.setRenaming(null)} />
      ) : (
        <>
          <span className="visually-hidden">{name}</span>
          {details && <span className="visually-hidden">{details}</span>}
          <span className={styles.tools}>
            {board.options.canWrite && collection === 'touchpoints' && (
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

const onTool = (target: EventTarget) =>
  target instanceof Element && target.closest('button, input, [popover]') !== null;

/** The last of a cell's menus is that of its structure. */
const menuButtonOf = (cell: HTMLElement) =>
  [...cell.querySelectorAll<HTMLButtonElement>('button[aria-haspopup=menu]')].at(-1);
