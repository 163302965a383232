import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../lib/board/board.ts';
import { deleteCards, placeCards } from '../../../lib/board/commands.ts';
import { dropInto } from '../../../lib/board/gestures/drag-cards.ts';
import { changeable } from '../../../lib/board/own-cards.ts';
import { addCard, react } from '../../../lib/journey/commands/cards.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { openJourney } from '../../../lib/journey/document.ts';

/** A map of two touchpoints and three lanes, with a quote of mine and a friction of another's in the first. */
function mapWhere(cards: 'everyone' | 'own', structure: 'always' | 'never' = 'never') {
  const j = openJourney(new Y.Doc(), 'me');
  for (const [key, value] of Object.entries({
    version: 1,
    title: 'T',
    locale: 'en',
    structure: 'facilitator',
  })) {
    j.meta.set(key, value);
  }
  j.meta.set('cards', cards);
  const phaseId = addPhase(j, { name: 'P', part: 'before' });
  const [one, two] = ['One', 'Two'].map((name) => addTouchpoint(j, { name, phaseId })) as [string, string];
  const says = addLane(j, { name: 'Says', kind: 'quote' });
  const chafes = addLane(j, { name: 'Chafes', kind: 'friction' });
  const ideas = addLane(j, { name: 'Ideas', kind: 'opportunity' });
  const quote = addCard(j, {
    kind: 'quote',
    text: 'Mine',
    authorId: 'me',
    cell: { touchpointId: one, laneId: says },
  });
  const friction = addCard(j, {
    kind: 'friction',
    text: 'Theirs',
    authorId: 'them',
    cell: { touchpointId: one, laneId: chafes },
  });
  const board = new Board({
    journey: j,
    userId: 'me',
    workshopId: 'w',
    sources: {},
    canWrite: true,
    structure,
  });
  board.project = () => board.readJourney();
  j.doc.on('afterTransaction', () => board.readJourney());
  const cellOf = (id: string) => board.$journey.get().cards.find((c) => c.id === id)?.place;
  return { j, board, cellOf, ids: { one, two, says, chafes, ideas, quote, friction } };
}

describe('where everybody changes only their own cards', () => {
  it('a participant’s commands pass over the others’, so that the server refuses nothing', () => {
    const { board, cellOf, ids } = mapWhere('own');
    expect(changeable(board, [ids.quote, ids.friction])).toEqual([ids.quote]);
    placeCards(board, [ids.quote, ids.friction], { touchpointId: ids.two });
    expect(cellOf(ids.quote)?.touchpointId).toBe(ids.two);
    expect(cellOf(ids.friction)?.touchpointId).toBe(ids.one);
    deleteCards(board, [ids.quote, ids.friction]);
    expect(board.$journey.get().cards.map((c) => c.id)).toEqual([ids.friction]);
  });

  it('the facilitator changes all, and everybody reacts to all', () => {
    const { board, ids } = mapWhere('own', 'always');
    expect(changeable(board, [ids.quote, ids.friction])).toHaveLength(2);
    const { j, board: mine, ids: there } = mapWhere('own');
    react(j, there.friction, 'me', 'agree');
    expect(mine.$journey.get().cards.find((c) => c.id === there.friction)?.reactions).toEqual({
      me: 'agree',
    });
  });
});

describe('several cards dragged at once', () => {
  it('along the lane of the one in hand keep their own lanes', () => {
    const { board, cellOf, ids } = mapWhere('everyone');
    dropInto(
      board,
      [ids.quote, ids.friction],
      { touchpointId: ids.two, laneId: ids.says, index: 0 },
      ids.quote,
    );
    expect(cellOf(ids.quote)).toMatchObject({ touchpointId: ids.two, laneId: ids.says });
    expect(cellOf(ids.friction)).toMatchObject({ touchpointId: ids.two, laneId: ids.chafes });
  });

  it('into another lane go there together', () => {
    const { board, cellOf, ids } = mapWhere('everyone');
    dropInto(
      board,
      [ids.quote, ids.friction],
      { touchpointId: ids.two, laneId: ids.ideas, index: 0 },
      ids.quote,
    );
    for (const id of [ids.quote, ids.friction]) {
      expect(cellOf(id)).toMatchObject({ touchpointId: ids.two, laneId: ids.ideas });
    }
  });
});
