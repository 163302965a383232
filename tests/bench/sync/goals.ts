import { median, short } from './figures.ts';
import type { Peer } from './peers.ts';
import type { Row } from './table.ts';

/** One line of what the sync engine must reach. */
export interface Goal {
  what: string;
  /** Its value may not be above this. */
  most: number;
  /** The median over the rounds; NaN when the run did not measure it. */
  value: number;
  /** By round. */
  rounds: number[];
}

interface Place {
  group: string;
  cell: string;
  peer: Peer;
  key: string;
}

/** The figures the engine is held to; ratios are taken round by round, since a round's cells ran one after another. */
export function goals(rows: readonly Row[]): Goal[] {
  const values = ({ group, cell, peer, key }: Place): number[] =>
    rows
      .find((row) => row.group === group && row.cell === cell && row.peer === peer)
      ?.rounds.map((figures) => figures[key] ?? Number.NaN) ?? [];
  const goal = (what: string, most: number, rounds: number[]): Goal => ({
    what,
    most,
    value: median(rounds),
    rounds,
  });
  const ours = (group: string, cell: string, key: string) => values({ group, cell, peer: 'ours', key });
  const ratio = (group: string, cell: string, key: string, peer: Peer, peersCell = cell) => {
    const theirs = values({ group, cell: peersCell, peer, key });
    return ours(group, cell, key).map((value, i) => value / (theirs[i] ?? Number.NaN));
  };
  const growth = (key: string, from: string) => {
    const before = ours('memory', '1,000 rooms', from);
    return ours('memory', '1,000 rooms', key).map((value, i) => value - (before[i] ?? Number.NaN));
  };
  return [
    goal(
      '100 × 10: server CPU against y-websocket-server',
      0.6,
      ratio('fan-out', '100 × 10', 'perDelivery', 'yws'),
    ),
    goal('100 × 10: p99 against the bare broadcast', 1.2, ratio('fan-out', '100 × 10', 'p99', 'floor')),
    goal(
      '50 × 10: server CPU against y-websocket-server',
      0.85,
      ratio('fan-out', '50 × 10', 'perDelivery', 'yws'),
    ),
    goal(
      '50 × 2 + 10 pointers: server CPU against y-websocket-server',
      0.65,
      ratio('cursors', '50 × 2 + 10', 'perDelivery', 'yws'),
    ),
    goal(
      '200 rooms: server CPU against y-websocket-server',
      1,
      ratio('rooms', '200 × 5 × 1', 'perDelivery', 'yws'),
    ),
    goal(
      '30 joiners: server CPU against y-websocket-server',
      0.15,
      ratio('join', '2000 hot', 'crowdCpu', 'yws'),
    ),
    goal('30 joiners: slowest against tldraw sync', 0.5, ratio('join', '2000 hot', 'crowdSlowest', 'tldraw')),
    goal(
      'cold join, 2,000 cards after 100,000 updates: last byte against tldraw + SQLite',
      2,
      ratio('join', '2000 cold, after the room was empty', 'lastByte', 'tldraw', '2000 cold'),
    ),
    goal('edit → durable, 20 × 5: p95 ms', 100, ours('durable', '20 × 5', 'p95')),
    goal('edit → durable, 20 × 5: p99 ms', 250, ours('durable', '20 × 5', 'p99')),
    goal('kills: receipted edits lost', 0, ours('kill', '20 × 5', 'lost')),
    goal('kills: lost with a surviving client', 0, ours('kill', '20 × 5', 'survivorLost')),
    goal('1,000 closed rooms: heap MB above the start', 3, growth('heapOnce', 'heap')),
    goal('1,000 closed rooms: RSS MB above the start', 45, growth('rssOnce', 'rss')),
    goal('1,000 others closed: RSS MB above the first pass', 5, growth('rssTwice', 'rssOnce')),
    goal('judge, cards: µs an edit', 60, ours('judge', 'cards moved and typed in', 'judge')),
    goal('judge, drawn notes: µs an edit', 60, ours('judge', 'drawn notes', 'judge')),
    goal('60 editors + 300 readers: p99 ms', 150, ours('workshop', '60 + 300', 'p99')),
    goal('60 editors + 300 readers: event loop p99 ms', 50, ours('workshop', '60 + 300', 'loop')),
    goal('60 editors + 300 readers: sockets dropped', 0, ours('workshop', '60 + 300', 'dropped')),
  ];
}

/** As a Markdown table; goals this run did not measure are left out. */
export function goalsTable(all: readonly Goal[]): string {
  const measured = all.filter(({ value }) => !Number.isNaN(value));
  if (measured.length === 0) return '';
  const lines = measured.map(({ what, most, value }) => {
    return `| ${what} | ≤ ${most} | ${short(value)} | ${value <= most ? 'reached' : '**missed**'} |`;
  });
  return ['## Must reach', '', '| | goal | measured | |', '| --- | --- | --- | --- |', ...lines, ''].join(
    '\n',
  );
}
