import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { asked, defaults } from '../../../app/workshops/[id]/snapshots/compare/sides.ts';
import { History } from '../../../app/workshops/[id]/snapshots/history.tsx';
import { framesOf } from '../../../app/workshops/[id]/snapshots/replay/frame.ts';
import { Timeline } from '../../../app/workshops/[id]/snapshots/timeline.tsx';
import type { Actor, Role } from '../../../lib/auth/can.ts';
import { headOf } from '../../../lib/services/snapshots/head.ts';
import type { SnapshotSummary } from '../../../lib/services/snapshots.ts';
import { demoSnapshot } from '../review/demo-snapshot.ts';

const demo = demoSnapshot('en');

function summary(number: number, fields: Partial<SnapshotSummary> = {}): SnapshotSummary {
  return {
    id: `s${number}`,
    number,
    map: 'asIs',
    label: `Label ${number}`,
    note: '',
    reason: 'manual',
    takenAt: new Date(Date.UTC(2026, 10, number, 9)),
    by: null,
    head: headOf(demo),
    size: 14_200,
    sha256: '',
    sourcesErased: 0,
    ...fields,
  };
}

const actor = (role: Role): Actor => ({ userId: 'u', name: 'U', functionName: '', workshopId: 'w', role });
const listed = (snapshots: SnapshotSummary[], role: Role = 'facilitator') =>
  renderToStaticMarkup(<Timeline snapshots={snapshots} actor={actor(role)} locale="en" contentLocale="en" />);

test('those that came by themselves are folded together, but for the newest of all', () => {
  const auto = (n: number) => summary(n, { reason: 'activity' });
  const html = listed([auto(7), auto(6), auto(5), summary(4), auto(3), summary(2), summary(1)]);
  expect(html.match(/<summary>[^<]*<\/summary>/g)).toEqual([
    '<summary>2 more kept by themselves, no. 5–6</summary>',
  ]);
  expect(html.match(/<li id="snapshot-\d"/g)).toHaveLength(7);
  expect(html).toContain('Kept by itself during work');
});

test('one that cannot be read is listed, says so, and nothing can be done with it', () => {
  const html = listed([summary(2, { head: null, label: 'Broken' }), summary(1)]);
  const [broken = ''] = html.split('id="snapshot-1"');
  expect(broken).toContain('Broken');
  expect(broken).toContain('cannot be shown');
  expect(broken).not.toContain('<a ');
});

test('what can be done with one is what the reader may do; each is compared with the one before of its map', () => {
  const both = [summary(3), summary(2, { map: 'toBe' }), summary(1)];
  const html = listed(both);
  for (const path of ['compare?from=1&amp;to=3', '3/restore', '3/share', '3/export'])
    expect(html).toContain(`/workshops/w/snapshots/${path}`);
  expect(html).not.toContain('from=2');
  const read = listed(both, 'leader');
  expect(read).toContain('3/export');
  for (const path of ['restore', 'share"']) expect(read).not.toContain(`3/${path}`);
});

test('size, note and what was erased since are said, by the reader’s language', () => {
  const html = listed([summary(1, { note: 'Read this first', sourcesErased: 1 })]);
  expect(html).toContain('14 kB');
  expect(html).toContain('Read this first');
  expect(html).toContain('One source erased since');
});

test('the figures from snapshot to snapshot leave out the to-be map, what cannot be read, and a single one', () => {
  const told = (snapshots: SnapshotSummary[]) =>
    renderToStaticMarkup(<History snapshots={snapshots} locale="en" />);
  expect(told([summary(1), summary(2, { map: 'toBe' })])).toBe('');
  expect(told([summary(3), summary(2, { head: null }), summary(1)])).toContain('in no. 3, 2 snapshots');
});

test('frames of a replay tell what changed since the one before', () => {
  const frames = framesOf([summary(1), summary(2, { head: null }), summary(3)], 'sv');
  expect(frames.map((f) => f.name)).toEqual(['Nr 1', 'Nr 3']);
  expect(frames[1]?.figures.every(({ change }) => change === '')).toBe(true);
});

test.each([
  ['nothing is asked for: the newest and the one before it', {}, { from: 2, to: 3 }],
  ['a later one: it and the one before it', { to: '2' }, { from: 1, to: 2 }],
  ['an earlier one: it and the newest', { from: '1' }, { from: 1, to: 3 }],
  ['the newest as the earlier one: it and now', { from: '3' }, { from: 3, to: 'asIs' }],
  ['now: the newest before it', { to: 'asIs' }, { from: 3, to: 'asIs' }],
  ['both', { from: '3', to: '1' }, { from: 3, to: 1 }],
] as const)('what is compared when %s', (_, query, two) => {
  const all = [summary(3), summary(2), summary(1)];
  expect(defaults(asked.parse(query), all, ['asIs'])).toEqual(two);
});

test('one snapshot is compared with the map as it is now; without one, or the right to the map, there are no two', () => {
  expect(defaults({}, [summary(1)], ['asIs'])).toEqual({ from: 1, to: 'asIs' });
  expect(defaults({}, [summary(1)], [])).toBeNull();
  expect(defaults({}, [], ['asIs'])).toBeNull();
  expect(asked.safeParse({ from: 'x' }).success).toBe(false);
});
