import { type CSSProperties, memo, useMemo, useRef } from 'react';
import { type Editor, type TLShapeId, useEditor, useQuickReactor } from 'tldraw';
import type { Box } from '../../journey/layout/index.ts';
import { isSameValue } from '../../journey/merge/same.ts';
import { type Board, boardOf } from '../board.ts';
import { frameOf } from '../canvas/frame.ts';
import { colourOf, initials } from '../members.ts';
import { cardIdOf, cardShapeId } from '../schema/ids.ts';
import { computed, useValue } from '../signals.ts';
import { Drags } from './drags.tsx';
import styles from './marks.module.css';
import type { Other } from './presence.ts';

/** What the others hold: frames round what they have selected, what they drag, and the cell a table user is in. */
export function Marks() {
  const editor = useEditor();
  const board = boardOf(editor);
  const ref = useRef<HTMLDivElement>(null);
  useQuickReactor('marks lie on the map', () => {
    const { x, y, z } = editor.getCamera();
    if (!ref.current) return;
    ref.current.style.transform = `scale(${z}) translate(${x}px, ${y}px)`;
    ref.current.style.setProperty('--zoom', String(z));
  }, [editor]);
  const others = useValue(board.$others).filter(({ user }) => user.id !== board.options.userId);
  return (
    <div ref={ref} className={styles.page} aria-hidden="true">
      {others.map((other) =>
        other.selection.length > 0 || other.editing ? (
          <Selected key={other.clientId} board={board} editor={editor} other={other} />
        ) : null,
      )}
      <Cells board={board} others={others} />
      <Drags board={board} />
    </div>
  );
}

const whose = (userId: string) => ({ '--who': colourOf(userId) }) as CSSProperties;
const at = ({ x, y, w, h }: Box, around: number): CSSProperties => ({
  left: x - around,
  top: y - around,
  width: w + 2 * around,
  height: h + 2 * around,
});

/** Drawn anew only when the selection or one of its boxes changes. */
const Selected = memo(function Selected(props: { board: Board; editor: Editor; other: Other }) {
  const { board, editor, other } = props;
  const $boxes = useMemo(
    () =>
      computed(
        'selected by another',
        () => {
          // What is typed in the table or on a phone is not selected there.
          const typed = other.editing ? [cardShapeId(other.editing.cardId)] : [];
          return [...new Set([...typed, ...other.selection])].flatMap((id) => boxOf(board, editor, id));
        },
        { isEqual: isSameValue },
      ),
    [board, editor, other],
  );
  const boxes = useValue($boxes);
  return boxes.map((box, i) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: frames have no identity but their place
      key={i}
      className={styles.frame}
      data-round={box.round || undefined}
      style={{ ...at(box, 4), ...whose(other.user.id) }}
    >
      {i === 0 && (
        <span className={styles.name}>
          {other.editing && <Pencil />}
          {other.user.name}
        </span>
      )}
    </div>
  ));
});

/** Types in it right now. */
function Pencil() {
  return (
    <svg width="10" height="10" viewBox="0 0 12 12" className={styles.pencil} aria-hidden="true">
      <path
        d="M1.5 10.5L2.2 7.6L8.3 1.5L10.5 3.7L4.4 9.8z"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
    </svg>
  );
}

function boxOf(board: Board, editor: Editor, shapeId: string): (Box & { round: boolean })[] {
  const cardId = cardIdOf(shapeId);
  const bounds = cardId ? board.cardState(cardId)?.box : editor.getShapePageBounds(shapeId as TLShapeId);
  if (!bounds) return [];
  const { x, y, w, h } = bounds;
  return [{ x, y, w, h, round: cardId !== undefined && w === h && w < 40 }];
}

/** More would cover the cards. */
const MOST_IN_CELL = 5;

/** Who is in which cell without a pointer on the canvas: in the table, or on a phone. */
function Cells({ board, others }: { board: Board; others: readonly Other[] }) {
  const map = useValue(frameOf(board));
  const inside = new Map<string, Other[]>();
  for (const other of others) {
    if (!other.cell) continue;
    const key = `${other.cell.touchpointId} ${other.cell.laneId}`;
    inside.set(key, [...(inside.get(key) ?? []), other]);
  }
  return [...inside].map(([key, people]) => {
    const cell = people[0]?.cell;
    const column = map.columns.find((c) => c.touchpointId === cell?.touchpointId);
    const row = map.rows.find((r) => r.laneId === cell?.laneId);
    if (!column) return null;
    return (
      <div
        key={key}
        className={styles.cell}
        style={{ left: column.x + column.w - 4, top: (row?.y ?? 0) + 3 }}
      >
        {people.slice(0, MOST_IN_CELL).map(({ clientId, user }) => (
          <span key={clientId} className={styles.who} style={whose(user.id)}>
            {initials(user.name)}
          </span>
        ))}
      </div>
    );
  });
}
