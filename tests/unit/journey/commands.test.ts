import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addCard,
  cardsInCell,
  moveCards,
  removeCards,
  setCard,
  setCardText,
} from '../../../lib/journey/commands/cards.ts';
import {
  addLane,
  addPhase,
  addTouchpoint,
  movePhase,
  moveTouchpoint,
  removeLane,
  removePhase,
  removeTouchpoint,
  rename,
} from '../../../lib/journey/commands/structure.ts';
import { setText } from '../../../lib/journey/commands/text.ts';
import { type JourneyDoc, openJourney, toJourney } from '../../../lib/journey/document.ts';

/** One phase, touchpoints A and B, a quote lane. */
function start() {
  const j = openJourney(new Y.Doc(), 'me');
  const phaseId = addPhase(j, { name: 'Order', part: 'before' });
  const a = addTouchpoint(j, { name: 'A', phaseId });
  const b = addTouchpoint(j, { name: 'B', phaseId });
  const laneId = addLane(j, { name: 'Says', kind: 'quote' });
  return { j, phaseId, a, b, laneId, cellA: { touchpointId: a, laneId }, cellB: { touchpointId: b, laneId } };
}
const quote = (
  j: JourneyDoc,
  text: string,
  cell: { touchpointId: string; laneId: string } | null,
  index?: number,
) => addCard(j, { kind: 'quote', text, cell, authorId: 'u1', ...(index === undefined ? {} : { index }) });
const texts = (j: JourneyDoc, cell: { touchpointId: string; laneId: string }) =>
  cardsInCell(toJourney(j).cards, cell).map((c) => c.text);

/** Another person's copy of the document. */
function copyOf(j: JourneyDoc): JourneyDoc {
  const other = openJourney(new Y.Doc(), 'other');
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(j.doc));
  return other;
}
function exchange(one: JourneyDoc, two: JourneyDoc): void {
  const [a, b] = [Y.encodeStateAsUpdate(one.doc), Y.encodeStateAsUpdate(two.doc)];
  Y.applyUpdate(one.doc, b);
  Y.applyUpdate(two.doc, a);
}

describe('setText', () => {
  const edited = (from: string, to: string) => {
    const text = new Y.Doc().getText('t');
    text.insert(0, from);
    setText(text, to);
    return text;
  };

  it('reaches any text from any other, through a copy over the wire (seed 3)', () => {
    const any = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '😀', '😁', '👩‍👧', ' '), maxLength: 12 });
    fc.assert(
      fc.property(any, any, (from, to) => {
        const text = edited(from, to);
        const copy = new Y.Doc();
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(text.doc as Y.Doc));
        expect(copy.getText('t').toString()).toBe(to);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('never cuts an emoji whose halves are shared with its successor', () => {
    expect(edited('a😀b', 'a😁b').toString()).toBe('a😁b');
    expect(edited('😀', '🙀').toString()).toBe('🙀');
  });

  it('touches only what differs, so that a colleague’s words beside it stay', () => {
    const { j, cellA } = start();
    const id = quote(j, 'I waited three weeks', cellA);
    const other = copyOf(j);
    setCardText(j, id, 'I waited four weeks');
    setCardText(other, id, 'I waited three weeks, at least');
    exchange(j, other);
    expect(toJourney(j).cards[0]?.text).toBe('I waited four weeks, at least');
    expect(toJourney(other)).toEqual(toJourney(j));
  });
});

describe('two people at once', () => {
  it('change different properties of one card without losing either', () => {
    const { j, cellA, cellB } = start();
    const id = quote(j, 'Word', cellA);
    const other = copyOf(j);
    setCard(j, id, { severity: 2 });
    moveCards(other, [id], cellB);
    exchange(j, other);
    expect(toJourney(j).cards[0]).toMatchObject({ severity: 2, place: cellB });
    expect(toJourney(other)).toEqual(toJourney(j));
  });

  it('drop cards at the same spot and see the same order', () => {
    const { j, cellA } = start();
    quote(j, 'first', cellA);
    const other = copyOf(j);
    for (const n of [1, 2]) quote(j, `mine ${n}`, cellA);
    for (const n of [1, 2]) quote(other, `yours ${n}`, cellA);
    exchange(j, other);
    expect(texts(j, cellA)).toEqual(texts(other, cellA));
    quote(j, 'between', cellA, 2);
    expect(texts(j, cellA)[2]).toBe('between');
  });

  it('one moves a card into a cell whose touchpoint the other removes: it waits on the tray', () => {
    const { j, b, cellA, cellB } = start();
    const id = quote(j, 'Word', cellA);
    const other = copyOf(j);
    removeTouchpoint(j, b);
    moveCards(other, [id], cellB);
    exchange(j, other);
    expect(toJourney(j).cards[0]).toMatchObject({ id, place: null });
    expect(toJourney(other)).toEqual(toJourney(j));
  });

  it('one adds a touchpoint to a phase the other removes: it joins the first phase', () => {
    const { j, phaseId } = start();
    const second = addPhase(j, { name: 'Use', part: 'during' });
    const other = copyOf(j);
    removePhase(j, second, phaseId);
    const late = addTouchpoint(other, { name: 'Late', phaseId: second });
    exchange(j, other);
    expect(toJourney(j).touchpoints.find((t) => t.id === late)?.place.phaseId).toBe(phaseId);
    expect(toJourney(other)).toEqual(toJourney(j));
  });
});

describe('moving cards', () => {
  it('keeps their given order and lands at the index, themselves not counted', () => {
    const { j, cellA, cellB } = start();
    const [one, two] = [quote(j, 'one', cellA), quote(j, 'two', cellA)];
    for (const t of ['x', 'y']) quote(j, t, cellB);
    moveCards(j, [two, one], cellB, 1);
    expect(texts(j, cellB)).toEqual(['x', 'two', 'one', 'y']);
    moveCards(j, [two], cellB, 2);
    expect(texts(j, cellB)).toEqual(['x', 'one', 'two', 'y']);
  });

  it('passes over a card that is gone', () => {
    const { j, cellA, cellB } = start();
    const [one, two] = [quote(j, 'one', cellA), quote(j, 'two', cellA)];
    removeCards(j, [one]);
    moveCards(j, [one, two], cellB);
    expect(texts(j, cellB)).toEqual(['two']);
  });

  it('to the tray and back', () => {
    const { j, cellA } = start();
    const id = quote(j, 'one', cellA);
    moveCards(j, [id], null);
    expect(toJourney(j).cards[0]?.place).toBeNull();
    moveCards(j, [id], cellA);
    expect(texts(j, cellA)).toEqual(['one']);
  });
});

describe('the structure', () => {
  it('lets a removed touchpoint’s, lane’s or phase’s cards go to the tray, never with it', () => {
    for (const remove of [
      (s: ReturnType<typeof start>) => removeTouchpoint(s.j, s.a),
      (s: ReturnType<typeof start>) => removeLane(s.j, s.laneId),
      (s: ReturnType<typeof start>) => removePhase(s.j, s.phaseId, null),
    ]) {
      const s = start();
      quote(s.j, 'one', s.cellA);
      remove(s);
      expect(toJourney(s.j).cards).toMatchObject([{ text: 'one', place: null }]);
      const raw = [...s.j.cards.values()][0];
      expect(raw?.get('place')).toBeNull();
    }
  });

  it('keeps touchpoints in the order they are dragged to, within and across phases', () => {
    const { j, phaseId, a, b } = start();
    const names = () => toJourney(j).touchpoints.map((t) => t.name);
    moveTouchpoint(j, b, phaseId, 0);
    expect(names()).toEqual(['B', 'A']);
    const later = addPhase(j, { name: 'Use', part: 'during' });
    moveTouchpoint(j, a, later, 0);
    moveTouchpoint(j, b, later, 5);
    expect(names()).toEqual(['A', 'B']);
  });

  it('reads before, during, after in this order, however the phases were made', () => {
    const { j, phaseId } = start();
    addPhase(j, { name: 'Leave', part: 'after' });
    addPhase(j, { name: 'Use', part: 'during' });
    expect(toJourney(j).phases.map((p) => p.name)).toEqual(['Order', 'Use', 'Leave']);
    movePhase(j, phaseId, 'after', 9);
    expect(toJourney(j).phases.map((p) => p.name)).toEqual(['Use', 'Leave', 'Order']);
  });

  it('renames by the smallest edit and lets a rename of something gone pass', () => {
    const { j, a } = start();
    rename(j, 'touchpoints', a, 'Återbetalning');
    rename(j, 'touchpoints', 'gone', 'x');
    expect(toJourney(j).touchpoints[0]?.name).toBe('Återbetalning');
  });
});
