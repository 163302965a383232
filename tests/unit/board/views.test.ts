import { expect, test } from 'vitest';
import { kindsFor } from '../../../lib/board/reading/add-menu.ts';
import { draftOf, EMPTY, isComplete, keepDraft } from '../../../lib/board/small/drafts.ts';
import { searchFor, viewOf } from '../../../lib/board/views/address.ts';
import type { Lane } from '../../../lib/journey/model.ts';

test('an address that asks for nothing gets what suits the screen', () => {
  expect(viewOf('', false)).toBe('map');
  expect(viewOf('', true)).toBe('touchpoints');
  expect(viewOf('?view=of-its-own', false)).toBe('map');
  expect(viewOf('?view=table', true)).toBe('table');
  expect(viewOf('?view=map', true)).toBe('map');
});

test('one touchpoint at a time is for a hand: on a desk the same link opens the map', () => {
  expect(viewOf('?view=touchpoints', true)).toBe('touchpoints');
  expect(viewOf('?view=touchpoints', false)).toBe('map');
});

test('a view is only asked for where one would get another, and other parameters stay', () => {
  expect(searchFor('?finding=7', 'table', false)).toBe('?finding=7&view=table');
  expect(searchFor('?finding=7&view=table', 'map', false)).toBe('?finding=7');
  expect(searchFor('?view=table', 'map', true)).toBe('?view=map');
  expect(searchFor('?view=map', 'touchpoints', true)).toBe('');
});

test('a draft is complete with words, an emotion with how it felt', () => {
  expect(isComplete('quote', EMPTY)).toBe(false);
  expect(isComplete('quote', { ...EMPTY, text: '  ' })).toBe(false);
  expect(isComplete('friction', { ...EMPTY, text: 'x' })).toBe(true);
  expect(isComplete('emotion', { ...EMPTY, text: 'x' })).toBe(false);
  expect(isComplete('emotion', { ...EMPTY, valence: 0 })).toBe(true);
});

test('a draft is kept per touchpoint and kind until it is on the map', () => {
  keepDraft('invoice', 'quote', { ...EMPTY, text: 'half a' });
  expect(draftOf('invoice', 'quote').text).toBe('half a');
  expect(draftOf('invoice', 'friction')).toBe(EMPTY);
  expect(draftOf('call', 'quote')).toBe(EMPTY);
  keepDraft('invoice', 'quote', null);
  expect(draftOf('invoice', 'quote')).toBe(EMPTY);
});

test('a lane offers the kinds it takes, its own first; the emotion lane takes nothing else', () => {
  const lane = (id: string, kind: Lane['kind']): Lane => ({ id, name: id, kind, order: id });
  const lanes = [lane('a', 'quote'), lane('b', 'emotion'), lane('c', 'free')];
  expect(kindsFor(lanes, lanes[1] as Lane)).toEqual(['emotion']);
  expect(kindsFor(lanes, lanes[0] as Lane)[0]).toBe('quote');
  expect(kindsFor(lanes, lanes[0] as Lane)).not.toContain('emotion');
  expect(kindsFor(lanes, lanes[2] as Lane)[0]).toBe('question');
});
