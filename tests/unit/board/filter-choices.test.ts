import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../lib/board/board.ts';
import { choicesOf } from '../../../lib/board/filter/choices.ts';
import { filterOf, isFaded } from '../../../lib/board/filter/filter.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { addPersona } from '../../../lib/journey/commands/personas.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { openJourney } from '../../../lib/journey/document.ts';

/** Two quotes and a friction on the map, a question on the tray; two of them by somebody else. */
function setUp(workshopId: string) {
  const j = openJourney(new Y.Doc(), { me: true });
  const touchpointId = addTouchpoint(j, {
    name: 'One',
    phaseId: addPhase(j, { name: 'P', part: 'before' }),
  });
  const cell = { touchpointId, laneId: addLane(j, { name: 'Says', kind: 'quote' }) };
  const personaId = addPersona(j, { name: 'Student' });
  const quote = addCard(j, {
    kind: 'quote',
    text: 'a',
    cell,
    authorId: 'me',
    personaId,
    source: { findingId: 'f1', interviewId: 'i1' },
  });
  const friction = addCard(j, { kind: 'friction', text: 'b', cell, authorId: 'bo' });
  addCard(j, { kind: 'quote', text: 'c', cell, authorId: 'bo' });
  addCard(j, { kind: 'question', text: 'd', cell: null, authorId: 'me' });
  const board = new Board({
    journey: j,
    userId: 'me',
    workshopId,
    sources: { f1: 'Customer 1 · 0:48' },
    canWrite: true,
    structure: 'always',
  });
  board.project = () => board.readJourney();
  j.doc.on('afterTransaction', () => board.readJourney());
  board.readJourney();
  return { board, quote, friction, personaId };
}

test('a filter offers what the cards on the map have, with how many', () => {
  const { board, personaId } = setUp('w1');
  board.$members.set(new Map([['bo', { userId: 'bo', name: 'Bo Ek', functionName: '' }]]));
  const choices = choicesOf(board);
  expect(choices.kind.map((c) => [c.value, c.count])).toEqual([
    ['quote', 2],
    ['friction', 1],
  ]);
  expect(choices.persona.map((c) => [c.value, c.name, c.count])).toEqual([
    [personaId, 'Student', 1],
    [null, null, 2],
  ]);
  expect(choices.interview.map((c) => [c.value, c.name, c.count])).toEqual([
    ['i1', 'Customer 1', 1],
    [null, null, 2],
  ]);
  expect(choices.author.map((c) => [c.value, c.name])).toEqual([['bo', 'Bo Ek']]);
  board.destroy();
});

test('a card is faded or not by the filter and by what it is now, and the count follows', () => {
  const { board, quote, friction } = setUp('w2');
  const { set, clear, $count } = filterOf(board);
  expect($count.get()).toBeNull();
  expect(isFaded(board, friction)).toBe(false);
  set({ kind: 'quote' });
  expect([isFaded(board, quote), isFaded(board, friction)]).toEqual([false, true]);
  expect($count.get()).toEqual({ matching: 2, all: 3 });
  board.j.doc.transact(() => board.j.cards.get(friction)?.set('kind', 'quote'), board.j.origin);
  expect(isFaded(board, friction)).toBe(false);
  expect($count.get()).toEqual({ matching: 3, all: 3 });
  set({ authorId: 'me' });
  expect($count.get()).toEqual({ matching: 1, all: 3 });
  clear();
  expect($count.get()).toBeNull();
  board.destroy();
});

test('a filter is kept for the next session of the same map and for no other', () => {
  const first = setUp('w3').board;
  filterOf(first).set({ kind: 'friction' });
  first.destroy();
  expect(filterOf(setUp('w3').board).$filter.get()).toEqual({ kind: 'friction' });
  expect(filterOf(setUp('w4').board).$filter.get()).toEqual({});
});
