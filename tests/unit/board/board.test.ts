import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../lib/board/board.ts';
import { createCard, placeCards, placeFinding } from '../../../lib/board/commands.ts';
import type { Finding } from '../../../lib/board/findings.ts';
import { dropInto, landing } from '../../../lib/board/gestures/drag-cards.ts';
import { removeCardsNow } from '../../../lib/board/gestures/remove.ts';
import { cardShapeId } from '../../../lib/board/schema/index.ts';
import { addBeside, canShift, renameTarget, shift } from '../../../lib/board/structure/actions.ts';
import { removeTarget } from '../../../lib/board/structure/remove.ts';
import { setCardText } from '../../../lib/journey/commands/cards.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { openJourney } from '../../../lib/journey/document.ts';

const NAMES = { phase: 'New phase', touchpoint: 'New touchpoint', lane: 'New lane' };

/** Two phases with two touchpoints and one, a quote, an emotion and a friction lane; no canvas. */
function boards(options: { canWrite?: boolean } = {}) {
  const server = openJourney(new Y.Doc());
  server.meta.set('version', 1);
  server.meta.set('title', 'T');
  server.meta.set('locale', 'en');
  server.meta.set('structure', 'facilitator');
  server.meta.set('cards', 'everyone');
  const before = addPhase(server, { name: 'Before', part: 'before' });
  const during = addPhase(server, { name: 'During', part: 'during' });
  const [one, two] = ['One', 'Two'].map((name) => addTouchpoint(server, { name, phaseId: before })) as [
    string,
    string,
  ];
  const three = addTouchpoint(server, { name: 'Three', phaseId: during });
  const says = addLane(server, { name: 'Says', kind: 'quote' });
  const feels = addLane(server, { name: 'Feels', kind: 'emotion' });
  const chafes = addLane(server, { name: 'Chafes', kind: 'friction' });

  function client(userId: string): Board {
    const doc = new Y.Doc();
    const journey = openJourney(doc, { client: userId });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc), server);
    doc.on('update', (update, origin) => origin !== server && Y.applyUpdate(server.doc, update, doc));
    server.doc.on('update', (update, origin) => origin !== doc && Y.applyUpdate(doc, update, server));
    const board = new Board({
      journey,
      userId,
      workshopId: 'w',
      sources: {},
      canWrite: options.canWrite ?? true,
      structure: 'always',
    });
    board.project = () => board.readJourney();
    doc.on('afterTransaction', () => board.readJourney());
    return board;
  }
  return {
    mine: client('me'),
    theirs: client('them'),
    ids: { before, during, one, two, three, says, feels, chafes },
  };
}

const cardsOf = (board: Board) => board.$journey.get().cards;
const finding: Finding = {
  id: 'f1',
  interviewId: 'i1',
  kind: 'friction',
  words: 'I waited for forty minutes.',
  alias: 'Customer 3',
  interviewKind: 'customer',
  atMs: 724_000,
  emoji: null,
  valence: null,
  severity: 2,
  touchpointId: null,
};

describe('placing on the board', () => {
  it('puts a finding into the lane of its kind, word for word and with its source', () => {
    const { mine, ids } = boards();
    placeFinding(mine, finding, { touchpointId: ids.two, laneId: ids.feels });
    expect(cardsOf(mine)).toMatchObject([
      {
        kind: 'friction',
        text: 'I waited for forty minutes.',
        evidence: 'observed',
        severity: 2,
        source: { findingId: 'f1', interviewId: 'i1' },
        place: { touchpointId: ids.two, laneId: ids.chafes },
        authorId: 'me',
      },
    ]);
  });

  it('makes an employee’s finding an employee’s card, reported and not observed', () => {
    const { mine, ids } = boards();
    placeFinding(mine, { ...finding, interviewKind: 'employee' }, { touchpointId: ids.one });
    expect(cardsOf(mine)).toMatchObject([{ kind: 'employee', evidence: 'reported' }]);
  });

  it('gives a new emotion the valence of the height it was put at', () => {
    const { mine, ids } = boards();
    createCard(mine, 'emotion', { touchpointId: ids.one, laneId: ids.feels, valence: -1.5 });
    createCard(mine, 'emotion', { touchpointId: ids.one });
    expect(
      cardsOf(mine)
        .map((c) => c.valence)
        .sort(),
    ).toEqual([-1.5, null]);
  });

  it('does nothing for whoever only reads', () => {
    const { mine, ids } = boards({ canWrite: false });
    expect(createCard(mine, 'quote', { touchpointId: ids.one })).toBeNull();
    placeFinding(mine, finding, { touchpointId: ids.one });
    mine.undo();
    expect(cardsOf(mine)).toEqual([]);
  });
});

describe('undo on the board', () => {
  it('takes back my last command and nothing of another’s', () => {
    const { mine, theirs, ids } = boards();
    const card = createCard(mine, 'quote', { touchpointId: ids.one }, 'mine') as string;
    placeCards(mine, [card], { touchpointId: ids.three, laneId: ids.says });
    theirs.step((j) => setCardText(j, card, 'mine and theirs'));
    const other = createCard(theirs, 'friction', { touchpointId: ids.one }, 'theirs');
    mine.undo();
    expect(cardsOf(mine).find((c) => c.id === card)).toMatchObject({
      text: 'mine and theirs',
      place: { touchpointId: ids.one },
    });
    mine.undo();
    expect(cardsOf(theirs).map((c) => c.id)).toEqual([other]);
    expect([mine.$canUndo.get(), mine.$canRedo.get()]).toEqual([false, true]);
    mine.redo();
    expect(cardsOf(theirs)).toHaveLength(2);
  });

  it('brings back a removed touchpoint with its cards in one step', () => {
    const { mine, ids } = boards();
    createCard(mine, 'quote', { touchpointId: ids.one }, 'stays');
    removeTarget(mine, { collection: 'touchpoints', id: ids.one }, null);
    expect(cardsOf(mine)).toMatchObject([{ text: 'stays', place: null }]);
    mine.undo();
    expect(cardsOf(mine)).toMatchObject([{ place: { touchpointId: ids.one } }]);
  });
});

describe('dropping cards', () => {
  it('sends each kind into a lane that takes it, as one step, and keeps the valence of several', () => {
    const { mine, ids } = boards();
    const quote = createCard(mine, 'quote', { touchpointId: ids.one }) as string;
    const emotion = createCard(mine, 'emotion', {
      touchpointId: ids.one,
      laneId: ids.feels,
      valence: 1,
    }) as string;
    mine.undoManager.stopCapturing();
    dropInto(mine, [quote, emotion], { touchpointId: ids.three, laneId: ids.feels, index: 0, valence: -2 });
    expect(new Map(cardsOf(mine).map((c) => [c.id, [c.place?.laneId, c.valence]]))).toEqual(
      new Map([
        [quote, [ids.says, null]],
        [emotion, [ids.feels, 1]],
      ]),
    );
    mine.undo();
    expect(cardsOf(mine).every((c) => c.place?.touchpointId === ids.one)).toBe(true);
  });

  it('lands an emotion on another lane in its own, and takes the height for a single one', () => {
    const { mine, ids } = boards();
    const emotion = createCard(mine, 'emotion', { touchpointId: ids.one }) as string;
    expect(landing(mine, [emotion], { touchpointId: ids.two, laneId: ids.says, index: 0 })).toMatchObject({
      laneId: ids.feels,
    });
    dropInto(mine, [emotion], { touchpointId: ids.two, laneId: ids.feels, index: 0, valence: 1.5 });
    expect(cardsOf(mine)).toMatchObject([{ valence: 1.5, place: { touchpointId: ids.two } }]);
  });

  it('removes a card together with the arrows’ hold on it', () => {
    const { mine, ids } = boards();
    const card = createCard(mine, 'quote', { touchpointId: ids.one }) as string;
    mine.j.drawing.set('binding:x', new Y.Map(Object.entries({ toId: cardShapeId(card) })));
    mine.j.drawing.set('binding:y', new Y.Map(Object.entries({ toId: cardShapeId('other') })));
    removeCardsNow(mine, [card, 'gone']);
    expect([...mine.j.drawing.keys()]).toEqual(['binding:y']);
    expect(cardsOf(mine)).toEqual([]);
  });
});

describe('the structure', () => {
  it('moves a touchpoint over the end of its phase into the next', () => {
    const { mine, ids } = boards();
    const target = { collection: 'touchpoints' as const, id: ids.two };
    shift(mine, target, 1);
    expect(mine.$journey.get().touchpoints.map((t) => [t.name, t.place.phaseId])).toEqual([
      ['One', ids.before],
      ['Two', ids.during],
      ['Three', ids.during],
    ]);
    expect(canShift(mine, { collection: 'touchpoints', id: ids.one }, -1)).toBe(false);
  });

  it('adds behind, renames, and sends a removed phase’s touchpoints to its neighbour', () => {
    const { mine, ids } = boards();
    const added = addBeside(mine, { collection: 'touchpoints', id: ids.one }, 'after', NAMES);
    renameTarget(mine, added, '  Between ');
    renameTarget(mine, added, '   ');
    removeTarget(mine, { collection: 'phases', id: ids.before }, ids.during);
    expect(mine.$journey.get().touchpoints.map((t) => t.name)).toEqual(['Three', 'One', 'Between', 'Two']);
    mine.undo();
    expect(mine.$journey.get().phases).toHaveLength(2);
  });

  it('moves a phase into the next part when it stands at the end of its own', () => {
    const { mine, ids } = boards();
    shift(mine, { collection: 'phases', id: ids.before }, 1);
    expect(mine.$journey.get().phases.map((p) => [p.name, p.part])).toEqual([
      ['Before', 'during'],
      ['During', 'during'],
    ]);
    shift(mine, { collection: 'lanes', id: ids.says }, 1);
    expect(mine.$journey.get().lanes.map((l) => l.name)).toEqual(['Feels', 'Says', 'Chafes']);
  });
});
