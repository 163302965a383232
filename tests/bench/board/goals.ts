import type { Side } from './cells.ts';
import { type Figures, median, short, spread } from './figures.ts';

type Rows = ReadonlyMap<string, Record<Side, readonly Figures[]>>;

const HEADINGS: Record<string, string> = {
  ready: 'ready, ms',
  script: 'script, ms',
  task: 'main thread, ms',
  quietScript: 'script until quiet, ms',
  js: 'JavaScript, gzipped kB',
  cards: 'cards touched',
};

/** Every figure as a Markdown table: medians (least–most) over the rounds. */
export function tableOf(rows: Rows): string {
  const lines: string[][] = [];
  for (const [cell, { ours, plain }] of rows) {
    const keys = Object.keys({ ...ours[0], ...plain[0] });
    for (const key of keys) {
      const [a, b] = [ours, plain].map((side) => side.map((f) => f[key] ?? Number.NaN)) as [
        number[],
        number[],
      ];
      const ratio = median(a) / median(b);
      lines.push([cell, HEADINGS[key] ?? key, spread(a), spread(b), short(ratio)]);
    }
  }
  const head = ['', '', 'ours', 'plain tldraw', 'ours ÷ plain'];
  return ['', ...[head, head.map(() => '---'), ...lines].map((c) => `| ${c.join(' | ')} |`), ''].join('\n');
}

/** What the map must reach; ratios are taken round by round, since a round's pages ran one after another. */
export function goalsOf(rows: Rows): string {
  const values = (cell: string, key: string, side: Side) =>
    rows.get(cell)?.[side].map((f) => f[key] ?? Number.NaN) ?? [];
  const ratio = (cell: string, key: string) => {
    const plain = values(cell, key, 'plain');
    return values(cell, key, 'ours').map((v, i) => v / (plain[i] ?? Number.NaN));
  };
  const beyond = (cell: string, key: string) => {
    const plain = values(cell, key, 'plain');
    return values(cell, key, 'ours').map((v, i) => v - (plain[i] ?? Number.NaN));
  };
  const goals: [what: string, most: number, values: number[]][] = [
    ['page start until ready, against plain', 0.5, ratio('page start', 'ready')],
    ['script of a drag move at 100 %, against plain', 0.6, ratio('drag, a move, 100 %', 'script')],
    [
      'script of a drag move, all in sight, against plain',
      0.6,
      ratio('drag, a move, all in sight', 'script'),
    ],
    ['JavaScript beyond plain tldraw, gzipped kB', 90, beyond('page start', 'js')],
    ['a remote text edit, main thread, ms', 3, values('a remote text edit', 'task', 'ours')],
    [
      'a remote edit that moves 20, main thread, ms',
      12,
      values('a remote edit that moves 20', 'task', 'ours'),
    ],
    ['cards touched by moving pointers', 0, values('a frame of 60 pointers', 'cards', 'ours')],
  ];
  const lines = goals.map(([what, most, measured]) => {
    const value = median(measured);
    return `| ${what} | ≤ ${most} | ${spread(measured)} | ${value <= most ? 'reached' : '**missed**'} |`;
  });
  return ['| | goal | measured | |', '| --- | --- | --- | --- |', ...lines, ''].join('\n');
}
