import { useEditor, useValue } from 'tldraw';
import { cellAt, cellKey } from '../../journey/layout/index.ts';
import { boardOf } from '../board.ts';
import { createCard } from '../commands.ts';
import { useMapText } from '../ui/text.ts';
import styles from './cell-add.module.css';

/** A plus at the foot of the cell under the pointer: a card of the lane's own kind, open for typing. */
export function CellAdd() {
  const editor = useEditor();
  const board = boardOf(editor);
  const t = useMapText();
  const spot = useValue('cell under the pointer', () => {
    if (!board.options.canWrite || !editor.isIn('select.idle')) return null;
    const { x, y } = editor.inputs.currentPagePoint;
    const map = board.$layout.get();
    const hit = cellAt(map, x, y);
    const column = map.columns.find((c) => c.touchpointId === hit?.touchpointId);
    const row = map.rows.find((r) => r.laneId === hit?.laneId);
    if (!hit || !column || !row) return null;
    const last = map.cells.get(cellKey(hit.touchpointId, hit.laneId))?.at(-1);
    const lowest = row.levels || !last ? undefined : map.cards.get(last);
    return {
      touchpointId: hit.touchpointId,
      laneId: hit.laneId,
      kind: row.kind === 'free' ? ('question' as const) : row.kind,
      x: column.x + column.w - 20,
      y: lowest
        ? Math.min(row.y + row.h - 4, lowest.y + lowest.h + 16)
        : row.levels
          ? row.y + 16
          : row.y + 18,
    };
  }, [editor, board]);
  const camera = useValue('camera', () => editor.getCamera(), [editor]);
  if (!spot) return null;
  const { kind } = spot;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.add}
      style={{
        transform: `translate(${(spot.x + camera.x) * camera.z}px, ${(spot.y + camera.y) * camera.z}px)`,
      }}
      aria-label={t('addKind', { kind: t(`kind.${kind}`) })}
      title={t('addKind', { kind: t(`kind.${kind}`) })}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => createCard(board, kind, { touchpointId: spot.touchpointId, laneId: spot.laneId })}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M7 2v10M2 7h10" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </button>
  );
}
