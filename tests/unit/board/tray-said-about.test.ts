import { expect, test } from 'vitest';
import type { Board } from '../../../lib/board/board.ts';
import { placeItems } from '../../../lib/board/ui/tray/said-about.ts';
import type { Waiting } from '../../../lib/board/ui/tray/unplaced.ts';

const journey = {
  phases: [{ id: 'p', name: 'Before' }],
  touchpoints: [
    { id: 't1', name: 'Invoice', place: { phaseId: 'p', order: 'a' } },
    { id: 't2', name: 'Call', place: { phaseId: 'p', order: 'b' } },
  ],
};
const board = { $journey: { get: () => journey } } as unknown as Board;
const item = (touchpointId: string | null) => ({ id: 'x', finding: { touchpointId } }) as unknown as Waiting;
const t = ((key: string, values: object) => `${key} ${JSON.stringify(values ?? {})}`) as never;

/** The menu's entries as a person reads them. */
const menu = (items: Waiting[], placed: string[] = []) =>
  placeItems(
    board,
    t,
    items,
    (id) => placed.push(id),
    () => placed.push('each'),
  ).map((entry) => ('heading' in entry ? entry.heading : entry.label));

test('what the notes say stands first, and choosing it places there', () => {
  expect(menu([item('t2')])).toEqual([
    'tray.asNoted {}',
    'tray.placeAt {"touchpoint":"Call"}',
    'Before',
    'Invoice',
    'Call',
  ]);
  const placed: string[] = [];
  const entry = placeItems(
    board,
    t,
    [item('t2')],
    (id) => placed.push(id),
    () => {},
  )[1];
  if (entry && 'run' in entry) entry.run();
  expect(placed).toEqual(['t2']);
});

test('several that were said about different touchpoints may each go to their own', () => {
  expect(menu([item('t1'), item('t2'), item('t1')])[1]).toBe('tray.placeEach {"count":2}');
});

test('where the notes say nothing, or the touchpoint is gone, nothing is offered first', () => {
  for (const items of [[item(null)], [item('gone')], [item('t1'), item(null)]]) {
    expect(menu(items)).toEqual(['Before', 'Invoice', 'Call']);
  }
});
