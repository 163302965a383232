import type { Figures, Group } from './cells/cell.ts';
import { spread } from './figures.ts';
import { type Peer, TITLES } from './peers.ts';

/** What one cell measured for one peer, a value per round; or why it could not. */
export interface Row {
  group: string;
  cell: string;
  peer: Peer;
  rounds: Figures[];
  failed?: string;
}

/** A group's rows as a Markdown table: medians (least–most) over the rounds. */
export function tableOf(group: Group, rows: readonly Row[]): string {
  const columns = Object.entries(group.columns).filter(([key]) =>
    rows.some((row) => row.rounds.some((figures) => Number.isFinite(figures[key]))),
  );
  const head = ['cell', 'server', ...columns.map(([, heading]) => heading)];
  const lines = rows.map(({ cell, peer, rounds, failed }) =>
    failed
      ? [cell, TITLES[peer], failed]
      : [
          cell,
          TITLES[peer],
          ...columns.map(([key]) => spread(rounds.map((figures) => figures[key] ?? Number.NaN))),
        ],
  );
  return [
    `## ${group.title}`,
    '',
    ...[head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}
