import { useMemo } from 'react';
import type { Journey } from '../../journey/model.ts';
import { personaSigns } from '../../journey/personas.ts';
import { useValue } from '../signals.ts';
import type { Structure } from '../structure/use-structure.tsx';
import { useMapText } from '../ui/text.ts';
import { Cell } from './cell.tsx';
import type { PhaseColumns } from './columns.ts';
import { LaneHead, PhaseHead, TouchpointHead } from './heads.tsx';
import styles from './table.module.css';
import type { TableState } from './table-state.ts';

interface TableProps {
  table: TableState;
  structure: Structure;
  groups: readonly PhaseColumns[];
  lanes: Journey['lanes'];
  title: string;
}

/** The rows and columns; drawn anew when the structure changes, while the cells follow their cards themselves. */
export function Table({ table, structure, groups, lanes, title }: TableProps) {
  const t = useMapText();
  const { board } = table;
  const collapsed = useValue(board.$collapsed);
  const findings = useValue(board.$findings);
  const personas = useValue('personas', () => board.$journey.get().personas, [board]);
  const signs = useMemo(() => new Map(personaSigns(personas).map((sign) => [sign.id, sign])), [personas]);
  const head = { table, structure };
  const numbers = new Map(groups.flatMap((g) => g.touchpoints).map((x, i) => [x.id, i + 1]));
  return (
    <>
      <caption className="visually-hidden">{title}</caption>
      <colgroup>
        <col className={styles.laneColumn} />
        {groups.flatMap(({ phase, span }) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: columns of one width, told apart by nothing else
          Array.from({ length: span }, (_, i) => <col key={`${phase.id} ${i}`} className={styles.column} />),
        )}
      </colgroup>
      <thead>
        <tr>
          <td className={styles.corner} rowSpan={2} tabIndex={-1} data-row={0} data-column={0}>
            <span className="visually-hidden">{t('table.corner')}</span>
          </td>
          {groups.map(({ phase, start, span }) => (
            <PhaseHead key={phase.id} {...head} phase={phase} span={span} row={0} column={start} />
          ))}
        </tr>
        <tr>
          {groups.flatMap(({ phase, touchpoints, start }) =>
            touchpoints.length === 0
              ? [<Nothing key={phase.id} part={phase.part} row={1} column={start} />]
              : touchpoints.map((touchpoint, i) => (
                  <TouchpointHead
                    key={touchpoint.id}
                    {...head}
                    touchpoint={touchpoint}
                    number={numbers.get(touchpoint.id) ?? 0}
                    part={phase.part}
                    signs={signs}
                    row={1}
                    column={start + i}
                  />
                )),
          )}
        </tr>
      </thead>
      <tbody>
        {lanes.map((lane, row) => (
          <tr key={lane.id}>
            <LaneHead {...head} lane={lane} folded={collapsed.includes(lane.id)} row={row + 2} column={0} />
            {groups.flatMap(({ phase, touchpoints, start }) =>
              touchpoints.length === 0
                ? [<Nothing key={phase.id} row={row + 2} column={start} />]
                : touchpoints.map((touchpoint, i) => (
                    <Cell
                      key={touchpoint.id}
                      table={table}
                      touchpoint={touchpoint}
                      lane={lane}
                      row={row + 2}
                      column={start + i}
                      folded={collapsed.includes(lane.id)}
                      signs={signs}
                      findings={findings}
                    />
                  )),
            )}
          </tr>
        ))}
      </tbody>
    </>
  );
}

/** In the one column of a phase without touchpoints. */
function Nothing({ row, column, part }: { row: number; column: number; part?: string }) {
  const t = useMapText();
  return (
    <td
      className={part ? styles.touchpoint : styles.cell}
      data-part={part}
      tabIndex={-1}
      data-row={row}
      data-column={column}
    >
      <span className={part ? 'soft' : 'visually-hidden'}>{t('table.noTouchpoints')}</span>
    </td>
  );
}
