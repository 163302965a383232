import { expect, test } from 'vitest';
import { changesOf, worthSaying } from '../../../lib/board/table/announce.ts';
import type { Card, Touchpoint } from '../../../lib/journey/model.ts';

const touchpoint = (id: string, name: string): Touchpoint => ({
  id,
  name,
  place: { phaseId: 'p', order: id },
  mark: null,
  channel: null,
  owner: null,
  personas: [],
});
const TOUCHPOINTS = [touchpoint('invoice', 'Invoice'), touchpoint('call', 'Call')];

const card = (id: string, fields: Partial<Card> = {}): Card => ({
  id,
  kind: 'quote',
  text: 'words',
  place: { touchpointId: 'invoice', laneId: 'says', order: 'a' },
  evidence: 'assumed',
  source: null,
  authorId: 'sara',
  createdAt: 0,
  emoji: null,
  valence: null,
  severity: null,
  personaId: null,
  reactions: {},
  ...fields,
});
const tell = (before: [string, Card | null][], now: Card[]) =>
  changesOf(new Map(before), { cards: now, touchpoints: TOUCHPOINTS }, () => 'Sara');

test('a new card is told with where it lies and who made it', () => {
  expect(tell([['1', null]], [card('1')])).toEqual([
    { what: 'added', kind: 'quote', where: 'Invoice', by: 'Sara' },
  ]);
});

test('a card that moved to another touchpoint or lane is told with where it lies now', () => {
  const place = { touchpointId: 'call', laneId: 'says', order: 'a' };
  expect(tell([['1', card('1')]], [card('1', { place, text: 'others' })])).toEqual([
    { what: 'moved', kind: 'quote', where: 'Call', by: 'Sara' },
  ]);
});

test('a card that goes to the tray and one that comes from it are told apart', () => {
  expect(tell([['1', card('1')]], [card('1', { place: null })])).toEqual([
    { what: 'lifted', kind: 'quote', by: 'Sara' },
  ]);
  expect(tell([['1', card('1', { place: null })]], [card('1')])).toMatchObject([{ what: 'moved' }]);
});

test('a removed card is told with where it lay', () => {
  expect(tell([['1', card('1')]], [])).toEqual([
    { what: 'removed', kind: 'quote', where: 'Invoice', by: 'Sara' },
  ]);
});

test('words and marks are a change; order in the cell, reactions and what came and went are not told', () => {
  expect(tell([['1', card('1')]], [card('1', { text: 'more words' })])).toMatchObject([{ what: 'changed' }]);
  expect(tell([['1', card('1')]], [card('1', { valence: 1 })])).toMatchObject([{ what: 'changed' }]);
  const place = { touchpointId: 'invoice', laneId: 'says', order: 'b' };
  expect(tell([['1', card('1')]], [card('1', { place })])).toEqual([]);
  expect(tell([['1', card('1')]], [card('1', { reactions: { bo: 'agree' } })])).toEqual([]);
  expect(tell([['1', null]], [])).toEqual([]);
});

test('of several changes a new card is said and the others are counted', () => {
  const changes = tell(
    [
      ['1', null],
      ['2', card('2')],
      ['3', card('3')],
    ],
    [card('1'), card('2', { text: 'x' }), card('3', { text: 'y' })],
  );
  expect(worthSaying(changes)).toMatchObject({ change: { what: 'added' }, more: 2 });
  expect(worthSaying([])).toBeNull();
});
