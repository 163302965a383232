import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addCard, react, removeCards } from '../../../lib/journey/commands/cards.ts';
import { addPersona, removePersona, setComesTo } from '../../../lib/journey/commands/personas.ts';
import { setTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, toJourney } from '../../../lib/journey/document.ts';
import { ADA, code, FIA, LEO, map, PER } from './verdict.ts';

const write = (key: string, fields: Record<string, unknown>) => (j: JourneyDoc) =>
  j.reactions.set(key, new Y.Map(Object.entries(fields)));

describe('reactions', () => {
  const made = map();
  const own = map({ cards: 'own' });
  const { cardId } = made;

  test('are given and taken back by the one whose they are', () => {
    expect(code(made, ADA, (j) => react(j, cardId, 'ada', 'heart'))).toBe('accepted');
    expect(code(made, ADA, (j) => react(j, cardId, 'per', 'heart'))).toBe('editInvalid');
    expect(code(made, FIA, (j) => react(j, cardId, 'per', 'heart'))).toBe('editInvalid');
    expect(code(made, LEO, (j) => react(j, cardId, 'leo', 'heart'))).toBe('mapReadOnly');
  });

  test('go to cards of others too where those may not be changed', () => {
    expect(code(own, ADA, (j) => react(j, own.cardId, 'ada', 'agree'))).toBe('accepted');
  });

  test.each([
    ['of a kind nobody knows', `${cardId}.ada`, { cardId, userId: 'ada', kind: 'thumbs up' }],
    ['of another under one’s own key', `${cardId}.ada`, { cardId, userId: 'per', kind: 'heart' }],
    ['of one’s own under another’s key', `${cardId}.per`, { cardId, userId: 'ada', kind: 'heart' }],
    ['to another card than its key says', 'other.ada', { cardId, userId: 'ada', kind: 'heart' }],
    ['with more in it', `${cardId}.ada`, { cardId, userId: 'ada', kind: 'heart', text: 'x' }],
    ['without its kind', `${cardId}.ada`, { cardId, userId: 'ada' }],
  ])('%s are none', (_, key, fields) => {
    expect(code(made, ADA, write(key, fields))).toBe('editInvalid');
  });

  test('stay with a card that is removed and comes back', () => {
    const { j, cardId: id } = map();
    react(j, id, 'per', 'heart');
    const um = new Y.UndoManager([j.cards], { trackedOrigins: new Set([j.origin]) });
    removeCards(j, [id]);
    expect(toJourney(j).cards).toEqual([]);
    um.undo();
    expect(toJourney(j).cards[0]?.reactions).toEqual({ per: 'heart' });
  });
});

describe('personas', () => {
  const made = map();
  const { touchpointId } = made;

  test('belong to the structure, and so do channel and owner', () => {
    const edits: ((j: JourneyDoc) => void)[] = [
      (j) => addPersona(j, { name: 'Newcomer' }),
      (j) => setComesTo(j, touchpointId, 'p1', true),
      (j) => setTouchpoint(j, touchpointId, { channel: 'Letter', owner: 'Billing' }),
    ];
    for (const edit of edits) {
      expect(code(made, PER, edit)).toBe('structureLocked');
      expect(code(made, FIA, edit)).toBe('accepted');
    }
  });

  test('that are gone are nobody’s, and everybody’s touchpoint is theirs no more', () => {
    const j = made.j;
    const kept = addPersona(j, { name: 'Kept' });
    const gone = addPersona(j, { name: 'Gone' });
    expect(toJourney(j).personas.map((p) => p.tone)).toEqual([0, 1]);
    setComesTo(j, touchpointId, kept, true);
    setComesTo(j, touchpointId, gone, true);
    const card = addCard(j, { kind: 'quote', text: 'x', cell: null, authorId: 'ada', personaId: gone });
    react(j, card, 'per', 'unsure');
    removePersona(j, gone);
    const journey = toJourney(j);
    expect(journey.touchpoints.find((t) => t.id === touchpointId)?.personas).toEqual([kept]);
    const read = journey.cards.find((c) => c.id === card);
    expect(read).toMatchObject({ personaId: null, reactions: { per: 'unsure' } });
  });
});
