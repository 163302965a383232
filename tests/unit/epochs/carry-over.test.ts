import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { checkDrawingRecord } from '../../../lib/board/schema/index.ts';
import {
  addCard,
  moveCards,
  removeCards,
  setCard,
  setCardText,
} from '../../../lib/journey/commands/cards.ts';
import { addPhase, removeTouchpoint, rename, setMark } from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, toJourney } from '../../../lib/journey/document.ts';
import { runsInCircle } from '../../../lib/journey/judge/drawing.ts';
import { carryOver, carryUpdates } from '../../../lib/journey/merge/index.ts';
import { renewed } from '../../../lib/journey/renew/index.ts';
import { expectCarried } from '../../support/carried.ts';
import { random } from '../../support/random.ts';
import { contentOf, copyOf, editAtRandom, read } from '../../support/random-edits.ts';
import { ADA, FIA, map, PER } from '../judge/verdict.ts';
import { randomMap } from './random-map.ts';

// The random ones take a few seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** What was, my copy of it, and the same written anew, which shares no history with them. */
function three(old: JourneyDoc) {
  return { old, mine: copyOf(old), target: read(renewed(old).state) };
}

/** Whether anything was written. */
function writes(j: JourneyDoc, act: () => void): number {
  let count = 0;
  const add = () => {
    count += 1;
  };
  j.doc.on('update', add);
  act();
  j.doc.off('update', add);
  return count;
}

describe('whatever was done (seeded)', () => {
  test('nothing of mine: the document stays as it is, not a byte is written (200 maps, seed 51)', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const r = random(seed);
        const { old, mine, target } = three(randomMap(r));
        editAtRandom(r, target, 8, 'ada');
        const before = contentOf(target);
        expect(writes(target, () => expect(carryOver(old, mine, target).lost).toEqual([]))).toBe(0);
        expect(contentOf(target)).toEqual(before);
      }),
      { seed: 51, numRuns: 200 },
    );
  });

  test('nothing of theirs: the document becomes mine, in one transaction (300 maps, seed 52)', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const r = random(seed);
        const { old, mine, target } = three(randomMap(r));
        editAtRandom(r, mine, 15);
        const count = writes(target, () => {
          const { lost } = carryOver(old, mine, target);
          // My own circle of parents is the one thing that cannot be.
          if (lost.length === 0) expect(contentOf(target)).toEqual(contentOf(mine));
          for (const one of lost) expect(runsInCircle(mine.drawing, one.key)).toBe(true);
        });
        expect(count).toBeLessThanOrEqual(1);
      }),
      { seed: 52, numRuns: 300 },
    );
  });

  test('twice is once (200 maps, seed 53)', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const r = random(seed);
        const { old, mine, target } = three(randomMap(r));
        editAtRandom(r, mine, 12);
        carryOver(old, mine, target);
        const before = contentOf(target);
        carryOver(old, mine, target);
        expect(contentOf(target)).toEqual(before);
      }),
      { seed: 53, numRuns: 200 },
    );
  });

  test('both sides at work: what I changed is in the document or told, theirs is untouched (300 maps, seed 54)', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const r = random(seed);
        const { old, mine, target } = three(randomMap(r));
        editAtRandom(r, mine, 10, 'per');
        editAtRandom(r, target, 10, 'ada');
        const was = contentOf(old);
        const wanted = contentOf(mine);
        const before = contentOf(target);
        const { lost } = carryOver(old, mine, target);
        expectCarried(was, wanted, before, contentOf(target), lost);
        for (const key of target.drawing.keys()) {
          if (runsInCircle(target.drawing, key))
            expect(runsInCircle(read(Y.encodeStateAsUpdate(target.doc)).drawing, key)).toBe(circled(before));
        }
        expect(toJourney(target).unreadable).toEqual([]);
      }),
      { seed: 54, numRuns: 300 },
    );
  });
});

type Content = Record<string, unknown>;
const isRecord = (value: unknown): value is Content => typeof value === 'object' && value !== null;
/** Whether their own edits had made a circle of parents already. */
const circled = (content: Content): boolean =>
  Object.keys(content).some((start) => {
    const seen = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && at in content) {
      if (seen.has(at)) return true;
      seen.add(at);
      const entry = content[at];
      const place: unknown = isRecord(entry) ? entry.place : undefined;
      at = isRecord(place) && typeof place.parentId === 'string' ? `drawing/${place.parentId}` : undefined;
    }
    return false;
  });

describe('case by case', () => {
  /** The map's one card is Per's: "Why so much?". */
  function meet(
    edits: { mine?: (j: JourneyDoc) => void; theirs?: (j: JourneyDoc) => void },
    author = null as typeof PER | null,
    rules = {},
  ) {
    const made = map(rules);
    const sides = three(made.j);
    edits.mine?.(sides.mine);
    edits.theirs?.(sides.target);
    const { lost } = carryOver(sides.old, sides.mine, sides.target, author);
    return { ...made, ...sides, lost, card: toJourney(sides.target).cards[0] };
  }
  const only = (j: JourneyDoc) => [...j.cards.keys()][0] as string;

  test('both write in one card: every word of both is there', () => {
    const { card, lost } = meet({
      mine: (j) => setCardText(j, only(j), 'Why so very much?'),
      theirs: (j) => setCardText(j, only(j), 'But why so much?'),
    });
    expect(card?.text).toBe('But why so very much?');
    expect(lost).toEqual([]);
  });

  test('one writes, one sets another property: both', () => {
    const { card, lost } = meet({
      mine: (j) => setCard(j, only(j), { severity: 3 }),
      theirs: (j) => setCardText(j, only(j), 'Why this?'),
    });
    expect(card).toMatchObject({ text: 'Why this?', severity: 3 });
    expect(lost).toEqual([]);
  });

  test('both set one property differently: theirs stands, mine is told', () => {
    const { card, lost, cardId } = meet({
      mine: (j) => setCard(j, only(j), { severity: 3 }),
      theirs: (j) => setCard(j, only(j), { severity: 1 }),
    });
    expect(card?.severity).toBe(1);
    expect(lost).toEqual([
      {
        reason: 'changed',
        collection: 'cards',
        key: cardId,
        title: 'Why so much?',
        values: { severity: 3 },
        texts: [],
      },
    ]);
  });

  test('both set it alike: nothing to tell', () => {
    const both = (j: JourneyDoc) => setCard(j, only(j), { severity: 2 });
    expect(meet({ mine: both, theirs: both }).lost).toEqual([]);
  });

  test('I write in a card somebody removed: it stays removed, my words are offered', () => {
    const { card, lost } = meet({
      mine: (j) => setCardText(j, only(j), 'Why so much, they ask'),
      theirs: (j) => removeCards(j, [only(j)]),
    });
    expect(card).toBeUndefined();
    expect(lost).toMatchObject([{ reason: 'removed', texts: ['Why so much, they ask'] }]);
  });

  test('I remove a card somebody wrote in: a removal wins, as it does online', () => {
    const { card, lost } = meet({
      mine: (j) => removeCards(j, [only(j)]),
      theirs: (j) => setCardText(j, only(j), 'Why so much, they ask'),
    });
    expect(card).toBeUndefined();
    expect(lost).toEqual([]);
  });

  test('what grew too long together stays as it was, mine is offered whole', () => {
    const { card, lost } = meet({
      mine: (j) => setCardText(j, only(j), `Why so much? ${'m'.repeat(1_500)}`),
      theirs: (j) => setCardText(j, only(j), `${'t'.repeat(1_500)} Why so much?`),
    });
    expect(card?.text).toHaveLength(1_513);
    expect(lost).toMatchObject([{ reason: 'full', texts: [`Why so much? ${'m'.repeat(1_500)}`] }]);
  });

  test('my new card in a column that is gone waits on the tray', () => {
    const { target, lost } = meet({
      mine: (j) => {
        const { place } = toJourney(j).cards[0] ?? {};
        addCard(j, { kind: 'quote', text: 'New', cell: place ?? null, authorId: 'per' });
      },
      theirs: (j) => removeTouchpoint(j, toJourney(j).touchpoints[0]?.id ?? ''),
    });
    expect(toJourney(target).cards.map((c) => [c.text, c.place])).toContainEqual(['New', null]);
    expect(lost).toEqual([]);
  });

  test('two moves that would make a circle of drawings: theirs stands', () => {
    const shape = (j: JourneyDoc, id: string) =>
      j.drawing.set(
        id,
        new Y.Map(Object.entries({ typeName: 'shape', place: { parentId: 'page:page', x: 1 } })),
      );
    const made = map();
    for (const id of ['shape:a', 'shape:b']) shape(made.j, id);
    const { old, mine, target } = three(made.j);
    mine.drawing.get('shape:a')?.set('place', { parentId: 'shape:b', x: 1 });
    target.drawing.get('shape:b')?.set('place', { parentId: 'shape:a', x: 1 });
    const { lost } = carryOver(old, mine, target);
    expect(lost).toMatchObject([{ reason: 'changed', collection: 'drawing', key: 'shape:a' }]);
    expect(runsInCircle(target.drawing, 'shape:a')).toBe(false);
    expect(checkDrawingRecord({})).not.toBeNull();
  });

  test('what I may no longer do is left out and told; the rest goes on', () => {
    const { target, card, lost, touchpointId } = meet(
      {
        mine: (j) => {
          rename(j, 'touchpoints', toJourney(j).touchpoints[0]?.id ?? '', 'The first bill');
          setMark(j, toJourney(j).touchpoints[0]?.id ?? '', -1);
          addPhase(j, { name: 'After', part: 'after' });
          setCard(j, only(j), { severity: 2 });
          j.meta.set('title', 'Mine');
        },
      },
      PER,
    );
    expect(card?.severity).toBe(2);
    expect(toJourney(target).phases).toHaveLength(1);
    expect(lost.map(({ reason, collection }) => [reason, collection])).toEqual([
      ['notAllowed', 'phases'],
      ['notAllowed', 'touchpoints'],
      ['notAllowed', 'meta'],
    ]);
    expect(lost[1]).toMatchObject({ key: touchpointId, texts: ['The first bill'] });
  });

  test('the facilitator may', () => {
    const { target, lost } = meet({ mine: (j) => addPhase(j, { name: 'After', part: 'after' }) }, FIA);
    expect(toJourney(target).phases).toHaveLength(2);
    expect(lost).toEqual([]);
  });

  test('own cards only: another’s card is left alone, one’s own is changed', () => {
    const edit = (j: JourneyDoc) => {
      setCardText(j, only(j), 'Mine to say?');
      addCard(j, { kind: 'quote', text: 'My own', cell: null, authorId: 'ada' });
    };
    const { target, lost } = meet({ mine: edit }, ADA, { cards: 'own' });
    expect(toJourney(target).cards.map((c) => c.text)).toEqual(
      expect.arrayContaining(['Why so much?', 'My own']),
    );
    expect(lost).toMatchObject([{ reason: 'notAllowed', texts: ['Mine to say?'] }]);
  });

  test('own cards only: a column one removes still sends another’s card to the tray', () => {
    const edit = (j: JourneyDoc) => removeTouchpoint(j, toJourney(j).touchpoints[0]?.id ?? '');
    const { target, lost } = meet({ mine: edit }, ADA, { cards: 'own', structure: 'everyone' });
    expect(target.cards.get(only(target))?.get('place')).toBeNull();
    expect(lost).toEqual([]);
  });

  test('a new card in another’s name is not written in it: its words are offered', () => {
    const bring = (j: JourneyDoc) =>
      addCard(j, { kind: 'quote', text: 'By Ada', cell: null, authorId: 'ada' });
    const { target, lost } = meet({ mine: bring }, PER);
    expect(toJourney(target).cards).toHaveLength(1);
    expect(lost).toMatchObject([{ reason: 'notAllowed', texts: ['By Ada'] }]);
  });
});

describe('edits on top of an older state of the earlier epoch', () => {
  test('are merged as if they had come in time; what they wrote in a removed card is told', () => {
    const made = map();
    const other = addCard(made.j, { kind: 'quote', text: 'Another', cell: made.cell, authorId: 'ada' });
    const away = copyOf(made.j);
    setCardText(away, other, 'Another word');
    setCardText(away, made.cardId, 'Why so very much?');
    const mineOnly = addCard(away, { kind: 'quote', text: 'From the train', cell: null, authorId: 'per' });
    // Meanwhile, in the same epoch: one card is removed, one moved; then the map is written anew and goes on.
    removeCards(made.j, [other]);
    moveCards(made.j, [made.cardId], null);
    const past = Y.encodeStateAsUpdate(made.j.doc);
    const target = read(renewed(made.j).state);
    setCard(target, made.cardId, { severity: 1 });
    const before = contentOf(target);

    const { update, lost } = carryUpdates(past, [Y.encodeStateAsUpdate(away.doc)], target, PER);
    expect(contentOf(target)).toEqual(before);
    Y.applyUpdate(target.doc, update as Uint8Array);
    const cards = new Map(toJourney(target).cards.map((c) => [c.id, c]));
    expect(cards.get(made.cardId)).toMatchObject({ text: 'Why so very much?', place: null, severity: 1 });
    expect(cards.get(mineOnly)).toMatchObject({ text: 'From the train' });
    expect(cards.has(other)).toBe(false);
    expect(lost).toMatchObject([{ reason: 'removed', key: other, texts: ['Another word'] }]);
  });

  test('with nothing of one’s own there is nothing to write', () => {
    const made = map();
    const away = copyOf(made.j);
    setCard(made.j, made.cardId, { severity: 1 });
    const past = Y.encodeStateAsUpdate(made.j.doc);
    const target = read(renewed(made.j).state);
    expect(carryUpdates(past, [Y.encodeStateAsUpdate(away.doc)], target)).toEqual({ update: null, lost: [] });
  });
});
