import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addCard, setCardText } from '../../../lib/journey/commands/cards.ts';
import {
  addLane,
  addPhase,
  addTouchpoint,
  removeTouchpoint,
} from '../../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { followJourney } from '../../../lib/journey/live.ts';
import { randomHistory } from '../../support/random-history.ts';

function smallMap() {
  const j = openJourney(new Y.Doc());
  const phaseId = addPhase(j, { name: 'Before', part: 'before' });
  const [one, two] = ['One', 'Two'].map((name) => addTouchpoint(j, { name, phaseId })) as [string, string];
  const laneId = addLane(j, { name: 'Says', kind: 'quote' });
  const add = (text: string, touchpointId: string, index?: number) =>
    addCard(j, {
      kind: 'quote',
      text,
      cell: { touchpointId, laneId },
      authorId: 'u',
      ...(index !== undefined && { index }),
    });
  const cards = [add('a', one), add('b', one), add('c', two)] as [string, string, string];
  return { j, one, two, cards, add };
}

describe('following a document', () => {
  for (let seed = 1; seed <= 40; seed += 1) {
    it(`reads what a full reading reads, through edits, merges, undo and odd entries (seed ${seed})`, () => {
      const { j, r, step } = randomHistory(seed);
      const live = followJourney(j);
      for (let n = 0; n < 60; n += 1) {
        step();
        if (r.chance(0.7)) expect(live.read()).toEqual(toJourney(j));
      }
      expect(live.read()).toEqual(toJourney(j));
      live.stop();
    });
  }

  it('gives the same object while nothing changes, also when a drawing does', () => {
    const { j } = smallMap();
    const live = followJourney(j);
    const before = live.read();
    j.drawing.set('shape:x', new Y.Map());
    expect(live.read()).toBe(before);
  });

  it('keeps every card that was not touched, and the whole structure, when one text is typed', () => {
    const { j, cards } = smallMap();
    const live = followJourney(j);
    const before = live.read();
    setCardText(j, cards[1], 'better');
    const after = live.read();
    const differs = after.cards.filter((c) => !before.cards.includes(c)).map((c) => c.text);
    expect(differs).toEqual(['better']);
    for (const part of ['phases', 'touchpoints', 'lanes', 'personas', 'meta', 'unreadable'] as const) {
      expect(after[part]).toBe(before[part]);
    }
  });

  it('puts a card that is added on top before the others without touching them', () => {
    const { j, one, add } = smallMap();
    const live = followJourney(j);
    const before = live.read();
    const top = add('first', one, 0);
    const inOne = live.read().cards.filter((c) => c.place?.touchpointId === one);
    expect(inOne.map((c) => c.id)[0]).toBe(top);
    expect(inOne.slice(1).every((c) => before.cards.includes(c))).toBe(true);
  });

  it('sends the cards of a touchpoint that goes to the tray, and only those', () => {
    const { j, one, two } = smallMap();
    const live = followJourney(j);
    const before = live.read();
    removeTouchpoint(j, one);
    const after = live.read();
    expect(after).toEqual(toJourney(j));
    const there = after.cards.filter((c) => c.place?.touchpointId === two);
    expect(there.every((c) => before.cards.includes(c))).toBe(true);
  });

  it('is silent after it was stopped', () => {
    const { j, one, add } = smallMap();
    const live = followJourney(j);
    const before = live.read();
    live.stop();
    add('late', one);
    expect(live.read()).toBe(before);
  });
});
