import type { Column, Gap } from '../gap/index.ts';
import { CHART, columnX } from './chart-frame.tsx';
import { paint } from './paint.ts';

/** What stands over a column that only one of the two maps has. */
export interface GapLabels {
  title: string;
  description: string;
  decimal: '.' | ',';
  asIs: string;
  toBe: string;
  removed: string;
  merged: string;
  added: string;
  /** Where a moved touchpoint was, and where it goes. */
  movedFrom: string;
  movedTo: string;
}

/** What both maps are drawn along: names from left to right, and where each map's own touchpoints lie. */
export function lineOf({ columns, rows }: Pick<Gap, 'columns' | 'rows'>) {
  const byId = new Map(rows.map((row) => [row.touchpointId, row]));
  const xOf = (map: 'asIs' | 'toBe') => {
    const other = map === 'asIs' ? 'toBe' : 'asIs';
    return new Map(
      columns.flatMap(({ touchpointId, at }, i) =>
        at === other ? [] : [[touchpointId, columnX(i)] as const],
      ),
    );
  };
  return {
    names: columns.map(({ touchpointId, at }) => {
      const row = byId.get(touchpointId);
      return (at === 'asIs' ? (row?.wasCalled ?? row?.name) : row?.name) ?? '';
    }),
    asIs: xOf('asIs'),
    toBe: xOf('toBe'),
    to: CHART.left + CHART.step * Math.max(1, columns.length),
  };
}

/** A faint band with a word on top over each column that one map lacks. */
export function OneSided({ gap, plot, labels }: { gap: Gap; plot: number; labels: GapLabels }) {
  const byId = new Map(gap.rows.map((row) => [row.touchpointId, row]));
  return gap.columns.map((column, i) => {
    if (column.at === 'both') return null;
    return (
      <g key={`${column.at} ${column.touchpointId}`}>
        <rect
          x={columnX(i) - CHART.step / 2}
          y={CHART.top - 20}
          width={CHART.step}
          height={plot + 20}
          fill={paint(column.at === 'toBe' ? 'accent-soft' : 'part-before')}
          fillOpacity={0.8}
        />
        <text
          x={columnX(i)}
          y={CHART.top - 7}
          fontSize={CHART.size}
          textAnchor="middle"
          fill={paint(column.at === 'toBe' ? 'accent' : 'ink-soft')}
        >
          {wordOf(column, byId.get(column.touchpointId)?.fate, labels)}
        </text>
      </g>
    );
  });
}

function wordOf({ at }: Column, fate: Gap['rows'][number]['fate'] | undefined, labels: GapLabels): string {
  if (fate === 'removed' || fate === 'merged' || fate === 'added') return labels[fate];
  return at === 'asIs' ? labels.movedFrom : labels.movedTo;
}

/** The to-be map's points, told from the round ones of today by their shape. */
export function Aim({ x, y }: { x: number; y: number }) {
  return (
    <path
      d={`M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}z`}
      fill={paint('sheet')}
      stroke={paint('accent')}
      strokeWidth={2}
    />
  );
}

export const TO_BE_DASH = '7 4';
/** Room for the ends' names; the same at both curves, so that their columns stand under one another. */
export const GAP_RIGHT = 130;
