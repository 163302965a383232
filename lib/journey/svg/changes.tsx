import type { CardChange, CardChangeKind, StructureChange } from '../diff/index.ts';
import { COLUMN, cellKey, HEADER, type MapLayout } from '../layout/index.ts';
import { CHANGE_LOOK, ChangeSign } from './change-sign.tsx';
import { paint } from './paint.ts';

/** What became of the map since another one, as its picture shows it. */
export interface MapChanges {
  /** By id, for the cards the picture has. */
  cards: ReadonlyMap<string, CardChangeKind>;
  /** How many cards lay in a cell and do so no more, by `cellKey`. */
  gone: ReadonlyMap<string, number>;
  /** Touchpoints, lanes and phases that are new, stand elsewhere or are called something else, by id. */
  structure: ReadonlyMap<string, CardChangeKind>;
}

/** In this order a card with several changes is signed by the first: what came and went weighs most. */
const WEIGHT = ['added', 'removed', 'moved', 'reworded', 'changed'] as const;

/** `cards` and `structure` of one diff, for the picture of the later map. */
export function mapChanges(
  cards: readonly CardChange[],
  structure: readonly StructureChange[] = [],
): MapChanges {
  const gone = new Map<string, number>();
  for (const { before, kinds } of cards) {
    if (!before?.place || !(kinds.includes('removed') || kinds.includes('moved'))) continue;
    const key = cellKey(before.place.touchpointId, before.place.laneId);
    gone.set(key, (gone.get(key) ?? 0) + 1);
  }
  return {
    cards: new Map(
      cards.map(({ card, kinds }) => [card.id, WEIGHT.find((k) => kinds.includes(k)) ?? 'changed']),
    ),
    gone,
    structure: new Map(
      structure.flatMap(({ of, id, kinds }) => {
        if (of === 'personas' || kinds.includes('removed')) return [];
        const kind = kinds[0] === 'renamed' ? 'reworded' : (kinds[0] as CardChangeKind);
        return [[id, kind] as const];
      }),
    ),
  };
}

const APART = 5;

interface ChangesProps {
  map: MapLayout;
  changes: MapChanges;
}

/**
 * Drawn over the map: a frame and a sign for each card that changed, and how many left each cell. What has no
 * frame of its own is counted in attributes.
 */
export function Changes({ map, changes }: ChangesProps) {
  const removed = [...changes.cards.values()].filter((kind) => kind === 'removed').length;
  return (
    <g data-removed={removed} data-structure={changes.structure.size}>
      {[...changes.cards].map(([id, kind]) => {
        const box = map.cards.get(id);
        if (!box || kind === 'removed') return null;
        const { token, dash } = CHANGE_LOOK[kind];
        return (
          <g key={id} data-change={kind}>
            <rect
              x={box.x - APART}
              y={box.y - APART}
              width={box.w + 2 * APART}
              height={box.h + 2 * APART}
              rx={box.shape === 'token' ? box.w / 2 + APART : 8}
              fill="none"
              stroke={paint(token)}
              strokeWidth={2.5}
              strokeDasharray={dash}
            />
            <ChangeSign kind={kind} x={box.x} y={box.y} />
          </g>
        );
      })}
      <Left map={map} gone={changes.gone} />
      <Heads map={map} structure={changes.structure} />
    </g>
  );
}

/** At a cell's upper right corner: how many of its cards are here no more. */
function Left({ map, gone }: { map: MapLayout; gone: MapChanges['gone'] }) {
  return map.columns.flatMap((column) =>
    map.rows.map((row) => {
      const n = gone.get(cellKey(column.touchpointId, row.laneId));
      return n ? (
        <g
          key={`${column.touchpointId} ${row.laneId}`}
          transform={`translate(${column.x + column.w - 34} ${row.y})`}
        >
          <rect
            x={0}
            y={-9}
            width={32}
            height={18}
            rx={9}
            fill={paint('warn')}
            stroke={paint('paper')}
            strokeWidth={2}
          />
          <text x={16} y={4.5} fontSize={12} fontWeight={650} textAnchor="middle" fill={paint('sheet')}>
            {`−${n}`}
          </text>
        </g>
      ) : null;
    }),
  );
}

/** Signs at the names of columns, lanes and phases that changed. */
function Heads({ map, structure }: { map: MapLayout; structure: MapChanges['structure'] }) {
  const [top, left] = [-HEADER.touchpointHeight, -HEADER.laneWidth];
  const at: { id: string; x: number; y: number }[] = [
    ...map.columns.map((c) => ({ id: c.touchpointId, x: c.x + c.w - COLUMN.padX - 6, y: top + 14 })),
    ...map.phases.map((p) => ({ id: p.id, x: p.x + p.w - 16, y: top - HEADER.phaseHeight / 2 })),
    ...map.rows.map((row) => ({ id: row.laneId, x: left + 12, y: row.y + COLUMN.padY + 9 })),
  ];
  return at.map(({ id, x, y }) => {
    const kind = structure.get(id);
    return kind ? <ChangeSign key={id} kind={kind} x={x} y={y} /> : null;
  });
}
