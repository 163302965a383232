import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseInput } from '../../../app/_lib/input.ts';

const schema = z.object({
  name: z.string().max(5),
  list: z.array(z.string()),
  bytes: z.instanceof(Uint8Array),
});
const bytes = new Uint8Array([0, 1]);

test('input as the schema wants it passes, bytes and all', () => {
  const input = { name: 'Åsa', list: ['a'], bytes };
  expect(parseInput(schema, input)).toEqual(input);
});

test('a wrong field is named; a text no database takes is refused before one is asked', () => {
  expect(() => parseInput(schema, { name: 'too long', list: [], bytes })).toThrow(
    expect.objectContaining({ code: 'invalidInput', params: { field: 'name' } }),
  );
  for (const input of [
    { name: 'a\0', list: [], bytes },
    { name: 'a', list: ['b', '\0'], bytes },
  ]) {
    expect(() => parseInput(schema, input)).toThrow(expect.objectContaining({ code: 'invalidInput' }));
  }
});
