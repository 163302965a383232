import { type RefObject, useEffect, useId, useMemo, useRef } from 'react';
import { companyOf } from '../presence/company.ts';
import { followDocument } from '../reading/follow.ts';
import { structureOf } from '../reading/structure.ts';
import { cardShapeId } from '../schema/ids.ts';
import { useValue } from '../signals.ts';
import { useStructure } from '../structure/use-structure.tsx';
import { Popup } from '../ui/menu.tsx';
import { useMapText } from '../ui/text.ts';
import type { ViewProps } from '../views/load.ts';
import { gridSize, phaseColumns } from './columns.ts';
import { GridFocus } from './grid-focus.ts';
import { StatusBar } from './status-bar.tsx';
import styles from './table.module.css';
import { Table } from './table.tsx';
import { TableState } from './table-state.ts';
import { useHands } from './use-hands.ts';

/** The map as a table, live: the same document, edited by the same commands, for keys, hands and ears alike. */
export default function TableView({ board }: ViewProps) {
  const t = useMapText();
  const table = useMemo(() => new TableState(board), [board]);
  const structure = useStructure(board);
  const hands = useHands(table, structure);
  const root = useRef<HTMLTableElement>(null);
  const { phases, touchpoints, lanes, title } = useValue(structureOf(board));
  const groups = useMemo(() => phaseColumns({ phases, touchpoints }), [phases, touchpoints]);
  const size = useRef(gridSize(groups, lanes.length));
  size.current = gridSize(groups, lanes.length);

  useEffect(() => {
    const stop = followDocument(board);
    board.elsewhere = table;
    return () => {
      stop();
      if (board.elsewhere === table) board.elsewhere = null;
    };
  }, [board, table]);

  useEffect(() => {
    if (!root.current) return;
    const focus = new GridFocus(root.current, () => size.current);
    table.focus = focus;
    return () => {
      focus.destroy();
      table.focus = null;
    };
  }, [table]);

  useTellPlace(table, root);
  useUndoKeys(table);
  if (phases.length === 0) return null;
  return (
    <div className={styles.view}>
      <div className={styles.scroll} data-scrolls-sideways>
        <table
          ref={root}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: it is a grid: its cells are walked through and edited
          role="grid"
          aria-label={title || t('title')}
          aria-rowcount={size.current.rows}
          aria-colcount={size.current.columns}
          aria-readonly={!board.options.canWrite}
          className={styles.table}
          {...hands}
        >
          <Table table={table} structure={structure} groups={groups} lanes={lanes} title={title} />
        </table>
      </div>
      <StatusBar board={board} />
      <OpenedMenu table={table} />
      {structure.dialog}
    </div>
  );
}

function OpenedMenu({ table }: { table: TableState }) {
  const id = useId();
  const menu = useValue(table.$menu);
  const anchor = useRef<HTMLElement>(null) as RefObject<HTMLButtonElement | null>;
  if (!menu) return null;
  anchor.current = menu.anchor as HTMLButtonElement;
  const close = (refocus?: boolean) => table.closeMenu(refocus);
  // Another card's menu is another menu, also when it opens over this one.
  return (
    <Popup key={menu.label} id={id} label={menu.label} items={menu.items} anchor={anchor} close={close} />
  );
}

/** Tells the others which cell has the focus, and which card. */
function useTellPlace(table: TableState, root: RefObject<HTMLElement | null>) {
  const { board } = table;
  useEffect(() => {
    const element = root.current;
    const company = companyOf(board);
    const onFocus = ({ target }: FocusEvent) => {
      const cell = table.focus?.cellOf(target as Element);
      const { touchpoint, lane } = cell?.dataset ?? {};
      const card = (target as Element).closest<HTMLElement>('[data-card]')?.dataset.card;
      company.tell({
        cell: touchpoint ? { touchpointId: touchpoint, laneId: lane ?? null } : null,
        selection: card ? [cardShapeId(card)] : [],
      });
    };
    element?.addEventListener('focusin', onFocus);
    return () => {
      element?.removeEventListener('focusin', onFocus);
      company.tell({ cell: null, selection: [] });
    };
  }, [board, table, root]);
}

/** Ctrl/Cmd+Z and Y for the whole page, except where a text has its own. */
function useUndoKeys({ board }: TableState) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const letter = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))
        return;
      if (letter !== 'z' && letter !== 'y') return;
      event.preventDefault();
      if (letter === 'y' || event.shiftKey) board.redo();
      else board.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [board]);
}
