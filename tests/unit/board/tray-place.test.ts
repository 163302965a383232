import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../lib/board/board.ts';
import type { Finding } from '../../../lib/board/findings.ts';
import { placeWaiting, placeWhereSaid } from '../../../lib/board/ui/tray/place.ts';
import { trayOf } from '../../../lib/board/ui/tray/tray-state.ts';
import { waiting } from '../../../lib/board/ui/tray/unplaced.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { openJourney } from '../../../lib/journey/document.ts';

const finding = (id: string, fields: Partial<Finding> = {}): Finding => ({
  id,
  interviewId: 'i1',
  kind: 'quote',
  words: `Words of ${id}`,
  alias: 'Customer 1',
  interviewKind: 'customer',
  atMs: null,
  emoji: null,
  valence: null,
  severity: null,
  touchpointId: null,
  ...fields,
});

/** A map of one touchpoint with a quote and a friction lane, and three findings in the tray; no canvas. */
function setUp() {
  const j = openJourney(new Y.Doc(), { me: true });
  for (const [key, value] of Object.entries({
    version: 1,
    title: 'T',
    locale: 'en',
    structure: 'facilitator',
    cards: 'everyone',
  }))
    j.meta.set(key, value);
  const touchpointId = addTouchpoint(j, {
    name: 'One',
    phaseId: addPhase(j, { name: 'P', part: 'before' }),
  });
  const says = addLane(j, { name: 'Says', kind: 'quote' });
  const chafes = addLane(j, { name: 'Chafes', kind: 'friction' });
  const board = new Board({
    journey: j,
    userId: 'me',
    workshopId: 'w',
    sources: {},
    canWrite: true,
    structure: 'always',
  });
  board.project = () => board.readJourney();
  j.doc.on('afterTransaction', () => board.readJourney());
  board.readJourney();
  const list = [finding('a'), finding('b', { kind: 'friction', severity: 2 }), finding('c')];
  board.$findings.set(new Map(list.map((f) => [f.id, f])));
  return { board, touchpointId, says, chafes, items: waiting(board.$journey.get(), board.$findings.get()) };
}

const cardsOf = (board: Board) => board.$journey.get().cards;

test('several findings are placed as one step, each into the lane of its kind, in their order', () => {
  const { board, touchpointId, says, chafes, items } = setUp();
  addCard(board.j, { kind: 'quote', text: 'Was here', cell: { touchpointId, laneId: says }, authorId: 'me' });
  placeWaiting(board, items, { touchpointId, laneId: says, index: 0 });
  const texts = (laneId: string) =>
    cardsOf(board)
      .filter((c) => c.place?.laneId === laneId)
      .map((c) => c.text);
  expect(texts(says)).toEqual(['Words of a', 'Words of c', 'Was here']);
  expect(texts(chafes)).toEqual(['Words of b']);
  expect(cardsOf(board).find((c) => c.text === 'Words of b')).toMatchObject({
    severity: 2,
    evidence: 'observed',
    source: { findingId: 'b', interviewId: 'i1' },
  });
  board.undo();
  expect(cardsOf(board).map((c) => c.text)).toEqual(['Was here']);
  board.destroy();
});

test('a finding that is gone by now, or that somebody else has just placed, is not placed', () => {
  const { board, touchpointId, says, items } = setUp();
  addCard(board.j, {
    kind: 'quote',
    text: 'Words of a',
    cell: { touchpointId, laneId: says },
    source: { findingId: 'a', interviewId: 'i1' },
    authorId: 'other',
  });
  const findings = new Map(board.$findings.get());
  findings.delete('b');
  board.$findings.set(findings);
  const placed = placeWaiting(board, items, { touchpointId });
  expect(placed).toMatchObject({ gone: 1, taken: 1, noLane: [] });
  expect(placed.cards).toHaveLength(1);
  expect(cardsOf(board)).toHaveLength(2);
  board.destroy();
});

test('a kind the map has no lane for stays in the tray and is told', () => {
  const { board, touchpointId } = setUp();
  board.$findings.set(new Map([['m', finding('m', { kind: 'emotion', valence: -1 })]]));
  const items = waiting(board.$journey.get(), board.$findings.get());
  expect(placeWaiting(board, items, { touchpointId })).toMatchObject({ noLane: ['emotion'], cards: [] });
  expect(board.$canUndo.get()).toBe(false);
  board.destroy();
});

test('when a finding is taken out of its interview while it is placed, its card is told of and can go', () => {
  const { board, touchpointId, items } = setUp();
  const tray = trayOf(board);
  const { cards } = tray.place(items.slice(0, 1), { touchpointId });
  tray.look();
  expect(tray.$said.get()?.type).toBe('placed');
  board.$findings.set(new Map());
  tray.look();
  expect(tray.$said.get()).toEqual({ type: 'withdrawn', cardIds: cards.map((c) => c.cardId) });
  tray.remove(cards.map((c) => c.cardId));
  expect(cardsOf(board)).toEqual([]);
  expect(tray.$said.get()).toBeNull();
  board.undo();
  expect(cardsOf(board)).toHaveLength(1);
  board.destroy();
});

test('each is placed where its interview says it was said, as one step; what says nothing stays', () => {
  const { board, touchpointId } = setUp();
  const phaseId = board.$journey.get().phases[0]?.id ?? '';
  const second = addTouchpoint(board.j, { name: 'Two', phaseId });
  const list = [
    finding('a', { touchpointId }),
    finding('b', { kind: 'friction', severity: 1, touchpointId: second }),
    finding('c'),
    finding('d', { touchpointId: 'gone from the map' }),
  ];
  board.$findings.set(new Map(list.map((f) => [f.id, f])));
  const { cards } = placeWhereSaid(board, waiting(board.$journey.get(), board.$findings.get()));
  expect(cards.map((c) => c.findingId)).toEqual(['a', 'b']);
  expect(cardsOf(board).map((c) => [c.source?.findingId, c.place?.touchpointId])).toEqual(
    expect.arrayContaining([
      ['a', touchpointId],
      ['b', second],
    ]),
  );
  board.undo();
  expect(cardsOf(board)).toEqual([]);
  board.destroy();
});

test('needs go to what the customer does, and whatever an employee said to the employees’ lane', () => {
  const { board, touchpointId } = setUp();
  const does = addLane(board.j, { name: 'Does', kind: 'action' });
  const staff = addLane(board.j, { name: 'Staff', kind: 'employee' });
  const list = [
    finding('need', { kind: 'need' }),
    finding('about-staff', { kind: 'employee' }),
    finding('staff-friction', { kind: 'friction', severity: 3, interviewKind: 'employee' }),
    finding('staff-need', { kind: 'need', interviewKind: 'employee' }),
  ];
  board.$findings.set(new Map(list.map((f) => [f.id, f])));
  const items = waiting(board.$journey.get(), board.$findings.get());
  expect(items.map((item) => item.kind)).toEqual(['need', 'employee', 'employee', 'employee']);
  placeWaiting(board, items, { touchpointId });
  expect(cardsOf(board).map((c) => [c.text, c.kind, c.place?.laneId, c.evidence])).toEqual(
    expect.arrayContaining([
      ['Words of need', 'need', does, 'observed'],
      ['Words of about-staff', 'employee', staff, 'observed'],
      ['Words of staff-friction', 'employee', staff, 'reported'],
      ['Words of staff-need', 'employee', staff, 'reported'],
    ]),
  );
  board.destroy();
});
