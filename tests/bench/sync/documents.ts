import * as Y from 'yjs';
import { checkDrawingRecord, writeRecord } from '../../../lib/board/schema/index.ts';
import { addCard } from '../../../lib/journey/commands/cards.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, openJourney, plainEntry } from '../../../lib/journey/document.ts';
import { random } from '../../support/random.ts';

/** The documents every server is given: a journey map, and for tldraw sync as many records of like size. */

const WORDS = 'Jag ringde tre gånger innan någon kunde svara på vad fakturan egentligen gällde. ';
/** A note's text: with it an edit weighs about as much as one of sync.md's (490 B of JSON). */
const NOTE_TEXT = 330;

/** tldraw's rich text of one paragraph; `lead` comes first. */
export const richText = (lead: string, length = NOTE_TEXT) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: `${lead} ${WORDS.repeat(5)}`.slice(0, length) }],
    },
  ],
});

/** A journey map with so many cards in 20 x 8 cells and so many notes drawn beside it, by our own commands. */
export function map(cards: number, notes: number): JourneyDoc {
  const j = openJourney(new Y.Doc(), 'bench');
  j.doc.clientID = 1;
  const settings = {
    version: 1,
    title: 'Fakturan',
    locale: 'sv',
    structure: 'facilitator',
    cards: 'everyone',
  };
  j.doc.transact(() => {
    for (const [key, value] of Object.entries(settings)) j.meta.set(key, value);
  });
  const phases = (['before', 'during', 'after'] as const).map((part) => addPhase(j, { name: part, part }));
  const touchpoints = Array.from({ length: 20 }, (_, i) =>
    addTouchpoint(j, { name: `Kontakt ${i}`, phaseId: phases[i % 3] as string }),
  );
  const lanes = Array.from({ length: 8 }, (_, i) => addLane(j, { name: `Rad ${i}`, kind: 'free' }));
  j.doc.transact(() => {
    for (let i = 0; i < cards; i += 1) {
      // To the tray first: `addCard` reads the whole journey to rank a card in its cell, 20,000 times here.
      const id = addCard(j, { kind: 'quote', text: `${i} ${WORDS}`, cell: null, authorId: 'bench' });
      j.cards.get(id)?.set('place', {
        touchpointId: touchpoints[i % 20],
        laneId: lanes[i % 8],
        order: orderOf(i),
      });
    }
    for (let i = 0; i < notes; i += 1) writeRecord(j.drawing, note(i) as never);
  });
  for (const [key, entry] of j.drawing) {
    const fault = checkDrawingRecord(plainEntry(key, entry));
    if (fault) throw new Error(`The bench's own note would be refused: ${fault}`);
  }
  return j;
}

/** As bytes. */
export const mapState = (cards: number, notes: number): Uint8Array =>
  Y.encodeStateAsUpdate(map(cards, notes).doc);

/** The same map after `edits` overwrites of random cards' places by 50 clients in turn: its past is in it. */
export function history(cards: number, edits: number): Uint8Array {
  const j = map(cards, 0);
  const entries = [...j.cards.values()];
  const r = random(7);
  for (let i = 0; i < edits; i += 1) {
    j.doc.clientID = 1_000 + r.below(50);
    const card = r.of(entries);
    const place = card.get('place') as object;
    j.doc.transact(() => card.set('place', { ...place, order: orderOf(r.below(100_000)) }));
  }
  return Y.encodeStateAsUpdate(j.doc);
}

/** The same for tldraw 5: a note for each of our notes, or one with a card's few words for each of our cards. */
export const records = (count: number, of: 'notes' | 'cards'): unknown[] =>
  Array.from({ length: count }, (_, i) => {
    const shape = note(i);
    const text = of === 'notes' ? shape.props.richText : richText(String(i), WORDS.length);
    return { ...shape, props: { ...shape.props, richText: text, textLastEditedBy: null } };
  });

export const noteId = (i: number): string => `shape:note${i}`;

/** Fits between any two of its kind and is as long as the real ones. */
export const orderOf = (i: number): string => `a${String(i).padStart(6, '0')}V`;

function note(i: number) {
  return {
    id: noteId(i),
    typeName: 'shape',
    type: 'note',
    parentId: 'page:page',
    index: `a${(i + 1).toString(36).padStart(4, '1').replace(/0/g, 'z')}V`,
    x: (i % 50) * 220,
    y: Math.floor(i / 50) * 220,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'draw',
      fontSizeAdjustment: 1,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
      scale: 1,
      richText: richText(String(i)),
    },
  };
}
