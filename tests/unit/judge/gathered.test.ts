import { describe, expect, test } from 'vitest';
import { addCard, react } from '../../../lib/journey/commands/cards.ts';
import { addPersona, removePersona, setComesTo } from '../../../lib/journey/commands/personas.ts';
import { setTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, toJourney } from '../../../lib/journey/document.ts';
import { ADA, code, FIA, LEO, map, PER } from './verdict.ts';

const write = (key: string, value: unknown, cardId: string) => (j: JourneyDoc) =>
  j.cards.get(cardId)?.set(key, value);

describe('reactions', () => {
  const made = map();
  const own = map({ cards: 'own' });
  const { cardId, cell } = made;

  test('are given and taken back by the one whose they are', () => {
    expect(code(made, ADA, (j) => react(j, cardId, 'ada', 'heart'))).toBe('accepted');
    expect(code(made, ADA, (j) => react(j, cardId, 'per', 'heart'))).toBe('editInvalid');
    expect(code(made, FIA, (j) => react(j, cardId, 'per', 'heart'))).toBe('editInvalid');
    expect(code(made, LEO, (j) => react(j, cardId, 'leo', 'heart'))).toBe('mapReadOnly');
  });

  test('go to cards of others too where those may not be changed', () => {
    expect(code(own, ADA, (j) => react(j, own.cardId, 'ada', 'agree'))).toBe('accepted');
    const both = (j: JourneyDoc) => {
      react(j, own.cardId, 'ada', 'agree');
      j.cards.get(own.cardId)?.set('evidence', 'assumed');
    };
    expect(code(own, ADA, both)).toBe('cardNotYours');
  });

  test.each([
    ['reaction.ada', 'thumbs up'],
    ['reaction.ada', 1],
    ['reaction.', 'heart'],
    ['reaction.a da', 'heart'],
    ['reactions', { ada: 'heart' }],
  ])('%s as %j is none', (key, value) => {
    expect(code(made, ADA, write(key, value, cardId))).toBe('editInvalid');
  });

  test('of others do not come with a new card', () => {
    const forge = (j: JourneyDoc) => {
      const id = addCard(j, { kind: 'quote', text: 'x', cell, authorId: 'ada' });
      react(j, id, 'per', 'heart');
    };
    expect(code(made, ADA, forge)).toBe('editInvalid');
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
