import { describe, expect, it } from 'vitest';
import { type OutsideRules, outside, outsideReview } from '../../../lib/review/outside.ts';
import type { Decision } from '../../../lib/review/subject.ts';
import { INTERVIEWS } from '../../../lib/services/demo/content/cast.ts';
import { demoSnapshot } from './demo-snapshot.ts';

const WITHHELD = '[withheld]';
const told = demoSnapshot('sv');
const everybody = INTERVIEWS.map((interview) => interview.key);
const [quotable, ...others] = everybody as [string, ...string[]];

const rules = (over: Partial<OutsideRules> = {}): OutsideRules => ({
  quotable: new Set([quotable]),
  names: 'numbered',
  words: { withheld: WITHHELD, person: (kind, n) => `${kind} no. ${n}` },
  ...over,
});

const wordsOf = (interviewIds: readonly string[]) =>
  Object.values(told.sources)
    .filter((source) => interviewIds.includes(source.interviewId))
    .map((source) => source.words);

describe('what of a snapshot may leave the workshop', () => {
  const review = outsideReview(
    { workshop: { title: 'T', demo: true }, snapshot: told, last: null, decisions: [] },
    rules(),
  );
  const text = JSON.stringify(review);

  it('holds the words of whoever agreed, and of nobody else', () => {
    expect(wordsOf(others).length).toBeGreaterThan(30);
    for (const words of wordsOf(others)) expect(text).not.toContain(JSON.stringify(words).slice(1, -1));
    for (const words of wordsOf([quotable])) expect(text).toContain(JSON.stringify(words).slice(1, -1));
  });

  it('holds no pseudonym, no id of an interview, nobody who wrote a card', () => {
    const aliases = Object.values(told.sources).map((source) => source.alias);
    for (const alias of new Set(aliases)) expect(text).not.toContain(alias);
    for (const card of review.snapshot.journey.cards) {
      expect(card.source?.interviewId ?? 'customer-1').toMatch(/^(customer|employee)-\d$/);
      expect(card.authorId).toBe('outside');
      expect(card.reactions).toEqual({});
    }
  });

  it('keeps every card with its kind, feeling, severity, evidence and place, and all figures', () => {
    const plain = (cards: typeof told.journey.cards) =>
      cards.map(({ id, kind, valence, severity, emoji, evidence, place }) => ({
        ...{ id, kind, valence, severity, emoji, evidence, place },
      }));
    expect(plain(review.snapshot.journey.cards)).toEqual(plain(told.journey.cards));
    expect(review.snapshot.figures).toEqual(told.figures);
    expect(review.frictions.map((f) => f.reach)).toEqual(told.figures.frictions.map((f) => f.reach));
  });

  it('lets those speak first who may be quoted, still tells people apart, and marks whose words are withheld', () => {
    const [first] = review.frictions;
    expect(new Set(first?.voices.map((v) => v.interviewId)).size).toBeGreaterThan(3);
    expect(first?.voices[0]?.withheld).toBeUndefined();
    for (const voice of first?.voices ?? []) {
      expect(voice.withheld === true).toBe(voice.words === WITHHELD);
    }
    expect(first?.voices.some((v) => v.withheld)).toBe(true);
  });

  it('keeps what the group itself wrote', () => {
    const own = told.journey.cards.filter((card) => card.source === null && card.text !== '');
    expect(own.length).toBeGreaterThan(5);
    for (const card of own)
      expect(review.snapshot.journey.cards.find((c) => c.id === card.id)?.text).toBe(card.text);
  });
});

describe('outside, but among colleagues', () => {
  it('keeps pseudonyms where they may stay, and still no word too much', () => {
    const carried = outside(told, rules({ names: 'kept' }));
    expect(Object.values(carried.sources).map((s) => s.alias)).toEqual(
      Object.values(told.sources).map((s) => s.alias),
    );
    const text = JSON.stringify(carried);
    for (const words of wordsOf(others)) expect(text).not.toContain(JSON.stringify(words).slice(1, -1));
  });

  it('changes no word when everybody agreed', () => {
    const carried = outside(told, rules({ names: 'kept', quotable: new Set(everybody) }));
    expect(carried.journey.cards.map((c) => c.text)).toEqual(told.journey.cards.map((c) => c.text));
  });
});

it('one person is called the same in a snapshot and in the one it is compared with', () => {
  const some = new Set(others.slice(2));
  const earlier = {
    ...told,
    number: 1,
    journey: {
      ...told.journey,
      cards: told.journey.cards.filter((c) => c.source === null || some.has(c.source.interviewId)),
    },
  };
  const { since } = outsideReview(
    { workshop: { title: 'T', demo: true }, snapshot: told, last: earlier, decisions: [] },
    rules(),
  );
  expect(since?.diff.cards.changed).toEqual([]);
});

it('a decision leaves without its words and without anybody’s name', () => {
  const decision: Decision = {
    subject: { kind: 'friction', id: 't1' },
    revision: 2,
    number: 1,
    choice: 'do',
    text: 'Ring Lars',
    owner: 'Lars Ek',
    functionName: 'Ekonomi',
    dueOn: '2026-12-24',
    status: 'open',
    by: 'Eva Chef',
    at: new Date('2026-11-01T09:00:00Z'),
  };
  const { decisions } = outsideReview(
    { workshop: { title: 'T', demo: true }, snapshot: told, last: null, decisions: [decision] },
    rules(),
  );
  expect(decisions).toEqual([{ ...decision, text: '', owner: '', by: null }]);
});
