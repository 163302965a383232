import { expect, it } from 'vitest';
import { answers, functionsOf, queryOf, shownOf } from '../../../app/workshops/[id]/decisions/shown.ts';

const held = (functionName: string, status: 'open' | 'done' = 'open') => ({ functionName, status });

it('an address that asks for nothing shows what is open, of all functions', () => {
  for (const query of [{}, { state: 'nonsense', function: '' }, { state: ['done', 'all'], function: ['a'] }])
    expect(shownOf(query)).toEqual({ state: 'open', functionName: null });
});

it('what is asked for comes back from its own address', () => {
  for (const state of ['open', 'done', 'all'] as const)
    for (const functionName of [null, '', 'Ekonomi & IT']) {
      const query = Object.fromEntries(new URLSearchParams(queryOf({ state, functionName })));
      expect(shownOf(query)).toEqual({ state, functionName });
    }
});

it('functions are one however they are capitalised', () => {
  const all = [held('IT'), held('ekonomi'), held('it '), held('')];
  expect(functionsOf(all)).toEqual(['ekonomi', 'IT']);
  expect(all.filter(answers({ state: 'open', functionName: 'It' }))).toHaveLength(2);
  expect(all.filter(answers({ state: 'open', functionName: '' }))).toHaveLength(1);
});

it('open, done and all', () => {
  const all = [held('IT'), held('IT', 'done')];
  expect(all.filter(answers({ state: 'done', functionName: null }))).toEqual([held('IT', 'done')]);
  expect(all.filter(answers({ state: 'all', functionName: null }))).toHaveLength(2);
});
