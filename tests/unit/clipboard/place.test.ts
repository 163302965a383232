import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../lib/board/board.ts';
import type { OwnCard, OwnContent } from '../../../lib/board/clipboard/own.ts';
import { addPasted, newCards, newOwnCards } from '../../../lib/board/clipboard/place.ts';
import { wordsOnly } from '../../../lib/board/clipboard/rows.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';

/** A map with three touchpoints and lanes for quotes, emotions and frictions. */
function start() {
  const journey = openJourney(new Y.Doc(), 'me');
  const phaseId = addPhase(journey, { name: 'Buys', part: 'during' });
  const [a, b, c] = ['A', 'B', 'C'].map((name) => addTouchpoint(journey, { name, phaseId })) as [
    string,
    string,
    string,
  ];
  const quotes = addLane(journey, { name: 'Says', kind: 'quote' });
  const emotions = addLane(journey, { name: 'Feels', kind: 'emotion' });
  const frictions = addLane(journey, { name: 'Frictions', kind: 'friction' });
  const board = new Board({
    journey,
    userId: 'u1',
    workshopId: 'w1',
    sources: {},
    canWrite: true,
    structure: 'always',
  });
  return { journey, board, a, b, c, quotes, emotions, frictions };
}

const copied = (touchpointId: string, laneId: string, fields: Partial<OwnCard> = {}): OwnCard => ({
  kind: 'quote',
  text: 'so',
  evidence: 'observed',
  emoji: null,
  valence: null,
  severity: null,
  source: { findingId: 'f', interviewId: 'i' },
  personaId: null,
  place: { touchpointId, laneId },
  ...fields,
});
const content = (cards: OwnCard[], workshopId = 'w1'): OwnContent => ({
  v: 1,
  workshopId,
  cards,
  drawing: null,
});

describe('copied cards', () => {
  it('go back to their cells when no cell is pointed at', () => {
    const { board, a, c, quotes, frictions } = start();
    const made = newOwnCards(
      board,
      content([copied(a, quotes), copied(c, frictions, { kind: 'friction' })]),
      null,
    );
    expect(made.map((m) => m.cell)).toEqual([
      { touchpointId: a, laneId: quotes },
      { touchpointId: c, laneId: frictions },
    ]);
    expect(made[0]?.source).toEqual({ findingId: 'f', interviewId: 'i' });
  });

  it('of several touchpoints stay as far apart, and none falls off the edge', () => {
    const { board, a, b, c, quotes, frictions } = start();
    const cards = [copied(a, quotes), copied(b, frictions, { kind: 'friction' }), copied(c, quotes)];
    const made = newOwnCards(board, content(cards), { touchpointId: b, laneId: quotes });
    expect(made.map((m) => m.cell)).toEqual([
      { touchpointId: b, laneId: quotes },
      { touchpointId: c, laneId: frictions },
      { touchpointId: c, laneId: quotes },
    ]);
  });

  it('of one lane go into the lane pointed at, where it takes them', () => {
    const { board, a, b, quotes, emotions, frictions } = start();
    const into = (laneId: string) =>
      newOwnCards(board, content([copied(a, quotes)]), { touchpointId: b, laneId, index: 0 })[0];
    expect(into(frictions)).toMatchObject({ cell: { touchpointId: b, laneId: frictions }, index: 0 });
    expect(into(emotions)?.cell).toEqual({ touchpointId: b, laneId: quotes });
    expect(into(emotions)?.index).toBeUndefined();
  });

  it('of another workshop wait off the map, and no longer claim to have been observed', () => {
    const { board, a, quotes } = start();
    const [made] = newOwnCards(board, content([copied(a, quotes, { personaId: 'p' })], 'w2'), null);
    expect(made).toMatchObject({ cell: null, source: null, personaId: null, evidence: 'assumed' });
  });
});

describe('rows and notes', () => {
  it('go where they say, and else where it was chosen', () => {
    const { board, a, c, quotes, frictions } = start();
    const rows = [
      wordsOnly('one'),
      { ...wordsOnly('two'), kind: 'friction' as const, touchpoint: ' c ' },
      { ...wordsOnly('three'), touchpoint: 'Nowhere', lane: 'frictions' },
    ];
    const made = newCards(board, rows, { kind: 'quote', cell: { touchpointId: a, laneId: quotes } });
    expect(made.map((m) => m.cell)).toEqual([
      { touchpointId: a, laneId: quotes },
      { touchpointId: c, laneId: frictions },
      { touchpointId: a, laneId: frictions },
    ]);
    expect(newCards(board, rows, { kind: 'quote', cell: null }).map((m) => m.cell?.touchpointId)).toEqual([
      undefined,
      c,
      undefined,
    ]);
  });

  it('of the kind of another lane go into their own, not into the one pointed at', () => {
    const { board, a, quotes, frictions } = start();
    const row = { ...wordsOnly('dear'), kind: 'friction' as const };
    const [made] = newCards(board, [row], { kind: 'quote', cell: { touchpointId: a, laneId: quotes } });
    expect(made?.cell).toEqual({ touchpointId: a, laneId: frictions });
  });

  it('two hundred at once are one step, in their order', () => {
    const { board, journey, a, quotes } = start();
    const rows = Array.from({ length: 200 }, (_, i) => wordsOnly(`row ${i}`));
    const cell = { touchpointId: a, laneId: quotes };
    addPasted(board, newCards(board, rows, { kind: 'quote', cell }));
    const there = () => toJourney(journey).cards.map((c) => c.text);
    expect(there()).toEqual(rows.map((r) => r.text));
    board.undo();
    expect(there()).toEqual([]);
  });
});
