import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  addCard,
  moveCards,
  removeCards,
  setCard,
  setCardText,
} from '../../../lib/journey/commands/cards.ts';
import {
  addPhase,
  addTouchpoint,
  moveTouchpoint,
  removeTouchpoint,
  rename,
  setMark,
} from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, openJourney, readMeta } from '../../../lib/journey/document.ts';
import { type Author, anyoneMay, changesOf } from '../../../lib/journey/judge/index.ts';
import { ADA, code, FIA, LEO, map, PER, verdict } from './verdict.ts';

describe('what people do with the commands', () => {
  const made = map();
  const { cell, cardId, touchpointId, phaseId } = made;
  test.each<[string, Author, (j: JourneyDoc) => void, string]>([
    [
      'a participant adds a card',
      PER,
      (j) => addCard(j, { kind: 'friction', text: 'x', cell, authorId: 'per', severity: 2 }),
      'accepted',
    ],
    ["edits another's text", ADA, (j) => setCardText(j, cardId, 'Why so very much?'), 'accepted'],
    ['moves a card to the tray', ADA, (j) => moveCards(j, [cardId], null), 'accepted'],
    ['changes its kind', ADA, (j) => setCard(j, cardId, { kind: 'friction', severity: 3 }), 'accepted'],
    ['removes it', ADA, (j) => removeCards(j, [cardId]), 'accepted'],
    ['marks a touchpoint', ADA, (j) => setMark(j, touchpointId, -1), 'accepted'],
    ['renames a touchpoint', ADA, (j) => rename(j, 'touchpoints', touchpointId, 'Bill'), 'structureLocked'],
    ['adds a phase', ADA, (j) => addPhase(j, { name: 'After', part: 'after' }), 'structureLocked'],
    ['removes a touchpoint', ADA, (j) => removeTouchpoint(j, touchpointId), 'structureLocked'],
    ['the facilitator removes one', FIA, (j) => removeTouchpoint(j, touchpointId), 'accepted'],
    ['and moves one', FIA, (j) => moveTouchpoint(j, touchpointId, phaseId, 0), 'accepted'],
    ['opens the structure', FIA, (j) => j.meta.set('structure', 'everyone'), 'accepted'],
    ['a participant does', PER, (j) => j.meta.set('structure', 'everyone'), 'settingsLocked'],
    [
      'a leader adds a card',
      LEO,
      (j) => addCard(j, { kind: 'quote', text: 'x', cell, authorId: 'leo' }),
      'mapReadOnly',
    ],
  ])('%s', (_name, by, edit, expected) => {
    expect(code(made, by, edit)).toBe(expected);
  });

  test('when the structure is open to everyone, participants change it, but not by opening it themselves', () => {
    const open = map({ structure: 'everyone' });
    expect(code(open, ADA, (j) => addPhase(j, { name: 'After', part: 'after' }))).toBe('accepted');
    expect(
      code(made, ADA, (j) => {
        j.meta.set('structure', 'everyone');
        addPhase(j, { name: 'After', part: 'after' });
      }),
    ).toBe('settingsLocked');
  });
});

describe('whose card it is', () => {
  const made = map();
  const own = map({ cards: 'own' });
  const remake = (j: JourneyDoc, cardId: string, fields: Record<string, unknown>) => {
    const entry = new Y.Map<unknown>(
      Object.entries({ kind: 'quote', text: new Y.Text('x'), evidence: 'observed', createdAt: 1, ...fields }),
    );
    j.cards.set(cardId, entry);
  };

  test('a card is made in one’s own name only', () => {
    expect(code(made, ADA, (j) => remake(j, 'new', { authorId: 'per' }))).toBe('editInvalid');
    expect(code(made, ADA, (j) => remake(j, 'new', { authorId: 'ada' }))).toBe('accepted');
    expect(
      code(made, ADA, (j) => remake(j, 'new', { authorId: 'per' }), { mayBring: (id) => id === 'per' }),
    ).toBe('accepted');
  });

  test('author, source and birth never change, not by replacing the card either', () => {
    for (const field of [
      { authorId: 'ada' },
      { createdAt: 1 },
      { source: { findingId: 'f2', interviewId: 'i1' } },
    ]) {
      const [[key, value]] = Object.entries(field) as [[string, unknown]];
      expect(code(made, ADA, (j) => void j.cards.get(made.cardId)?.set(key, value))).toBe('editInvalid');
    }
    expect(code(made, ADA, (j) => void j.cards.get(made.cardId)?.delete('source'))).toBe('editInvalid');
    expect(code(made, ADA, (j) => remake(j, made.cardId, { authorId: 'ada' }))).toBe('editInvalid');
  });

  test('in own-cards mode others’ cards are theirs; the facilitator’s hand is free', () => {
    const { cardId, cell } = own;
    expect(code(own, ADA, (j) => setCardText(j, cardId, 'No'))).toBe('cardNotYours');
    expect(code(own, ADA, (j) => removeCards(j, [cardId]))).toBe('cardNotYours');
    expect(code(own, ADA, (j) => moveCards(j, [cardId], null))).toBe('cardNotYours');
    expect(code(own, PER, (j) => setCardText(j, cardId, 'Yes'))).toBe('accepted');
    expect(code(own, FIA, (j) => setCardText(j, cardId, 'Yes'))).toBe('accepted');
    expect(code(own, ADA, (j) => void addCard(j, { kind: 'quote', text: 'y', cell, authorId: 'ada' }))).toBe(
      'accepted',
    );
  });

  test('in own-cards mode whoever may remove a touchpoint sends its cards to the tray or to a neighbour', () => {
    const both = map({ cards: 'own', structure: 'everyone' });
    const neighbour = addTouchpoint(both.j, { name: 'The reminder', phaseId: both.phaseId });
    expect(code(both, ADA, (j) => removeTouchpoint(j, both.touchpointId))).toBe('accepted');
    expect(code(both, ADA, (j) => removeTouchpoint(j, both.touchpointId, neighbour))).toBe('accepted');
    expect(
      code(both, ADA, (j) => moveCards(j, [both.cardId], { ...both.cell, touchpointId: neighbour })),
    ).toBe('cardNotYours');
  });

  test('in own-cards mode a card whose column is gone is not everybody’s to put back', () => {
    const locked = map({ cards: 'own' });
    const other = addTouchpoint(locked.j, { name: 'The reminder', phaseId: locked.phaseId });
    locked.j.touchpoints.delete(locked.touchpointId);
    const cell = { ...locked.cell, touchpointId: other };
    expect(code(locked, ADA, (j) => moveCards(j, [locked.cardId], cell))).toBe('cardNotYours');
    expect(code(locked, PER, (j) => moveCards(j, [locked.cardId], cell))).toBe('accepted');
  });
});

describe('what no command writes', () => {
  const made = map();
  const { cardId, laneId, phaseId, touchpointId } = made;
  const card = (j: JourneyDoc) => j.cards.get(cardId) as Y.Map<unknown>;
  test.each<[string, (j: JourneyDoc) => void]>([
    ['an unknown field', (j) => card(j).set('colour', 'red')],
    ['an id of its own', (j) => card(j).set('id', 'other')],
    ['an unknown kind', (j) => card(j).set('kind', 'joke')],
    ['a missing kind', (j) => card(j).delete('kind')],
    ['text as a string', (j) => card(j).set('text', 'plain')],
    ['text gone', (j) => card(j).delete('text')],
    ['formatted text', (j) => (card(j).get('text') as Y.Text).format(0, 3, { bold: true })],
    ['text with an embed', (j) => (card(j).get('text') as Y.Text).insertEmbed(0, { image: 'x' })],
    ['text with a hidden key', (j) => (card(j).get('text') as Y.Text).setAttribute('x', 1)],
    ['a type where a value belongs', (j) => card(j).set('emoji', new Y.Text('x'))],
    ['a valence off the scale', (j) => card(j).set('valence', 3)],
    ['a valence between the steps', (j) => card(j).set('valence', 0.25)],
    ['a severity of none', (j) => card(j).set('severity', 0)],
    ['a place with more in it', (j) => card(j).set('place', { touchpointId, laneId, order: 'a', x: 1 })],
    ['a place without a lane', (j) => card(j).set('place', { touchpointId, order: 'a' })],
    ['an entry that is no map', (j) => j.cards.set('odd', 'text' as never)],
    ['an entry that is a list', (j) => j.cards.set('odd', new Y.Array() as never)],
    ['an id with a space', (j) => j.phases.set('a b', j.phases.get(phaseId)?.clone() as Y.Map<unknown>)],
    ['a lane of no kind', (j) => j.lanes.get(laneId)?.set('kind', 'sauna')],
    ['a phase in no part', (j) => j.phases.get(phaseId)?.set('part', 'never')],
    ['an unknown rule', (j) => j.meta.set('theme', 'dark')],
    ['another version', (j) => j.meta.set('version', 2)],
    ['a title that is no text', (j) => j.meta.set('title', 7)],
    ['a rule removed', (j) => j.meta.delete('cards')],
    ['another collection', (j) => j.doc.getMap('secrets').set('a', 1)],
    [
      'a list beside a collection',
      (j) => j.doc.getMap('cards')._start ?? (new Y.Array() && listInto(j, 'cards')),
    ],
  ])('%s is refused', (_name, edit) => {
    expect(code(made, FIA, edit)).toBe('editInvalid');
  });

  test('a card over the limit is told so, with its words to copy', () => {
    const long = 'a'.repeat(2_001);
    expect(verdict(made, PER, (j) => setCardText(j, cardId, long))).toEqual({
      code: 'textTooLong',
      params: { max: 2_000 },
      texts: [long],
    });
  });

  test('more phases than the map can take', () => {
    expect(
      verdict(made, FIA, (j) => {
        for (let i = 0; i < 40; i += 1) addPhase(j, { name: `${i}`, part: 'after' });
      }),
    ).toMatchObject({ code: 'mapFull', params: { limit: 40 } });
  });
});

describe('what any of those who write could have made', () => {
  const common = (made: ReturnType<typeof map>, edit: (j: JourneyDoc) => void) => {
    let found: boolean | undefined;
    const after = openJourney(new Y.Doc());
    Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(made.j.doc));
    after.doc.on('afterTransaction', (t: Y.Transaction) => {
      found ??= anyoneMay(changesOf(t, after), readMeta(made.j.meta));
    });
    after.doc.transact(() => edit(after));
    return found;
  };

  test('cards and marks, unless cards are their authors’; structure only when it is open; rules never', () => {
    const made = map();
    expect(common(made, (j) => setCardText(j, made.cardId, 'x'))).toBe(true);
    expect(common(made, (j) => setMark(j, made.touchpointId, 1))).toBe(true);
    expect(common(made, (j) => addPhase(j, { name: 'x', part: 'after' }))).toBe(false);
    expect(common(made, (j) => void j.meta.set('title', 'x'))).toBe(false);
    const own = map({ cards: 'own' });
    expect(common(own, (j) => setCardText(j, own.cardId, 'x'))).toBe(false);
    const open = map({ structure: 'everyone' });
    expect(common(open, (j) => addPhase(j, { name: 'x', part: 'after' }))).toBe(true);
  });
});

/** Writes list content into a map root, as a peer that names it a list would. */
function listInto(j: JourneyDoc, name: string): void {
  const other = new Y.Doc();
  other.getArray(name).insert(0, ['hidden']);
  Y.applyUpdate(j.doc, Y.encodeStateAsUpdate(other));
}
