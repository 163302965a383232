import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Caret, stretches } from '../../../lib/board/text/carets.ts';
import { indexOf, sharedAt } from '../../../lib/board/text/positions.ts';

const caret = (clientId: number, head: number, anchor = head): Caret => ({
  clientId,
  name: `${clientId}`,
  colour: '#000',
  anchor,
  head,
});

describe('a shared place in a text', () => {
  const text = (words: string) => {
    const t = new Y.Doc().getText('t');
    t.insert(0, words);
    return t;
  };

  it('stays with its characters, through JSON, whatever is written before them', () => {
    const t = text('one two');
    const place = JSON.parse(JSON.stringify(sharedAt(t, 4)));
    t.insert(0, 'zero ');
    t.delete(5, 3);
    expect(indexOf(t, place)).toBe(6);
  });

  it('at the end stays at the end', () => {
    const t = text('one');
    const place = sharedAt(t, 3);
    t.insert(3, ' two');
    expect(indexOf(t, place)).toBe(7);
  });

  it('of another text, of characters not known here, or malformed is nowhere', () => {
    const [a, b] = [text('one'), text('one')];
    for (const place of [sharedAt(b, 1), null, 'x', { item: { client: -1, clock: 2 } }, { item: 'x' }]) {
      expect(indexOf(a, place)).toBeNull();
    }
  });
});

describe('a text with the others’ carets', () => {
  it('is cut where they stand, and keeps every character', () => {
    const parts = stretches('Nobody answers', [caret(1, 6), caret(2, 14), caret(3, 0)]);
    expect(parts.map((p) => p.text)).toEqual(['Nobody', ' answers', '']);
    expect(parts.map((p) => p.carets.map((c) => c.clientId))).toEqual([[3], [1], [2]]);
  });

  it('shows what each has selected, forwards or backwards', () => {
    const parts = stretches('Nobody answers', [caret(1, 0, 6), caret(2, 14, 7)]);
    expect(parts.map((p) => [p.text, p.selectedBy?.clientId ?? null])).toEqual([
      ['Nobody', 1],
      [' ', null],
      ['answers', 2],
      ['', null],
    ]);
  });
});
