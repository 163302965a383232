import { describe, expect, it, test } from 'vitest';
import type { Line } from '../../../lib/notes/document.ts';
import { outlineOf } from '../../../lib/notes/editor/outline.ts';
import { frozen } from '../../../lib/notes/frozen.ts';
import { matchTouchpoints } from '../../../lib/notes/touchpoint.ts';

const line = (id: string, text: string, more: Partial<Line> = {}): Line => ({
  id,
  text,
  speaker: 'interviewee',
  atMs: null,
  touchpointId: null,
  ...more,
});

describe('notes that are done', () => {
  it('become turns without the signs and findings on them', () => {
    const { turns, findings } = frozen([
      line('q', 'How was it?', { speaker: 'interviewer', atMs: 1_000 }),
      line('t', '# The invoice', { touchpointId: 't1' }),
      line('a', '"It never came"', { atMs: 2_000 }),
      line('b', '!! waited three weeks', { speaker: 'companion' }),
      line('c', ':( alone with it'),
      line('d', '? which bank'),
      line('e', ''),
      line('f', 'so I paid'),
    ]);
    expect(turns.map(({ lineId, speaker, atMs, text }) => [lineId, speaker, atMs, text])).toEqual([
      ['q', 'interviewer', 1_000, 'How was it?'],
      ['a', 'interviewee', 2_000, 'It never came'],
      ['b', 'companion', null, 'waited three weeks'],
      ['c', 'interviewee', null, 'alone with it'],
      ['d', 'interviewer', null, 'which bank'],
      ['f', 'interviewee', null, 'so I paid'],
    ]);
    expect(
      findings.map(({ kind, words, severity, emoji, valence }) => ({
        kind,
        words,
        severity,
        emoji,
        valence,
      })),
    ).toEqual([
      { kind: 'quote', words: 'It never came', severity: null, emoji: null, valence: null },
      { kind: 'friction', words: 'waited three weeks', severity: 2, emoji: null, valence: null },
      { kind: 'emotion', words: 'alone with it', severity: null, emoji: '🙁', valence: -1 },
    ]);
    expect(findings.every(({ touchpointId }) => touchpointId === 't1')).toBe(true);
    for (const { turnOf, start, end, words } of findings) {
      expect(turns.find(({ lineId }) => lineId === turnOf)?.text.slice(start, end)).toBe(words);
    }
  });

  it('put a sign that stands alone on the answer before it', () => {
    const { turns, findings } = frozen([
      line('a', '"I gave up'),
      line('b', 'Really?', { speaker: 'interviewer' }),
      line('c', '😢'),
      line('d', '!!!'),
    ]);
    expect(turns.map(({ lineId }) => lineId)).toEqual(['a', 'b']);
    expect(findings.map(({ lineId, turnOf, kind, words }) => [lineId, turnOf, kind, words])).toEqual([
      ['a', 'a', 'quote', 'I gave up'],
      ['c', 'a', 'emotion', 'I gave up'],
      ['d', 'a', 'friction', 'I gave up'],
    ]);
  });

  it('lose nothing: a sign before every answer and a touchpoint nobody knows are turns', () => {
    const { turns, findings } = frozen([line('a', ':('), line('b', '# the shop'), line('c', '"')]);
    expect(turns.map(({ lineId, speaker, text }) => [lineId, speaker, text])).toEqual([
      ['a', 'interviewee', ':('],
      ['b', 'interviewer', '# the shop'],
    ]);
    expect(findings).toMatchObject([{ lineId: 'a', words: ':(', touchpointId: null }]);
  });

  it('never mark the interviewer, and no more than a card holds', () => {
    const long = 'word '.repeat(700).trim();
    const { turns, findings } = frozen([line('a', `"${long}`, { speaker: 'interviewer' })]);
    expect(turns[0]).toMatchObject({ speaker: 'interviewee', text: long });
    expect(findings[0]?.words.length).toBeLessThanOrEqual(2_000);
    expect(findings[0]?.words.endsWith('word')).toBe(true);
  });
});

test('what stands beside the notes is the same object as long as it says the same', () => {
  const lines = [line('a', '"one'), line('b', 'said'), line('c', '? ask')];
  const first = outlineOf(lines);
  expect(first.map(({ kind }) => kind)).toEqual(['finding', 'again']);
  expect(outlineOf([...lines, line('d', 'more')], first)).toBe(first);
  const next = outlineOf([line('a', '"one more'), ...lines.slice(1)], first);
  expect(next[0]).not.toBe(first[0]);
  expect(next[1]).toBe(first[1]);
});

describe('a touchpoint by its first letters', () => {
  const all = ['Search the web', 'Pay the invoice', 'Invoice arrives', 'Få fakturan', ' '].map((name, i) => ({
    id: `t${i}`,
    name,
    phase: '',
  }));
  it.each([
    ['inv', ['Invoice arrives', 'Pay the invoice']],
    ['pay inv', ['Pay the invoice']],
    ['p i', ['Pay the invoice']],
    ['FA', ['Få fakturan']],
    ['få f', ['Få fakturan']],
    ['zebra', []],
    ['voice', []],
  ])('%s', (typed, names) => {
    expect(matchTouchpoints(typed, all).map(({ name }) => name)).toEqual(names);
  });
  it('is any of the map while nothing is typed', () => {
    expect(matchTouchpoints('', all)).toHaveLength(4);
  });
});
