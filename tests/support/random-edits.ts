import * as Y from 'yjs';
import {
  addCard,
  moveCards,
  react,
  removeCards,
  setCard,
  setCardText,
} from '../../lib/journey/commands/cards.ts';
import { addPersona, removePersona, setComesTo } from '../../lib/journey/commands/personas.ts';
import {
  addPhase,
  addTouchpoint,
  moveTouchpoint,
  removeTouchpoint,
  rename,
  setMark,
  setTouchpoint,
} from '../../lib/journey/commands/structure.ts';
import {
  COLLECTIONS,
  type JourneyDoc,
  openJourney,
  plainEntry,
  toJourney,
} from '../../lib/journey/document.ts';
import { CARD_KINDS, REACTIONS } from '../../lib/journey/model.ts';
import type { Random } from './random.ts';

const WORDS = ['tre', 'veckor', 'ingen', 'svarar', '😡', '🤷🏽‍♀️', 'faktura', 'why', 'again', 'å', '…'];
const sentence = (r: Random) => Array.from({ length: 1 + r.below(7) }, () => r.of(WORDS)).join(' ');

/** A text with one stretch of it replaced. */
function reworded(r: Random, text: string): string {
  const units = [...text];
  const at = r.below(units.length + 1);
  units.splice(at, r.below(4), ...(r.chance(0.7) ? [` ${sentence(r)} `] : []));
  return units.join('');
}

/** Makes `count` edits of the kinds people make, drawings and settings among them. */
export function editAtRandom(r: Random, j: JourneyDoc, count: number, userId = 'per'): void {
  for (let n = 0; n < count; n += 1) {
    const journey = toJourney(j);
    const card = journey.cards.length > 0 ? r.of(journey.cards) : null;
    const touchpoint = journey.touchpoints.length > 0 ? r.of(journey.touchpoints) : null;
    const lane = journey.lanes[0];
    const cell = touchpoint && lane ? { touchpointId: touchpoint.id, laneId: lane.id } : null;
    const act = r.below(17);
    if (act <= 2 || !card)
      addCard(j, {
        kind: r.of(CARD_KINDS),
        text: sentence(r),
        cell: r.chance(0.8) ? cell : null,
        authorId: userId,
      });
    else if (act <= 5) setCardText(j, card.id, reworded(r, card.text));
    else if (act === 6) moveCards(j, [card.id], r.chance(0.7) ? cell : null);
    else if (act === 7)
      setCard(j, card.id, { severity: r.of([1, 2, 3, null]), valence: r.of([-2, 0.5, null]) });
    else if (act === 8) removeCards(j, [card.id]);
    else if (act === 9) draw(r, j);
    else if (act === 10) addTouchpoint(j, { name: sentence(r), phaseId: journey.phases[0]?.id ?? 'gone' });
    else if (act === 11 && touchpoint) {
      if (r.chance(0.3)) removeTouchpoint(j, touchpoint.id);
      else if (r.chance(0.5))
        rename(j, 'touchpoints', touchpoint.id, reworded(r, touchpoint.name).slice(0, 100));
      else moveTouchpoint(j, touchpoint.id, r.of(journey.phases).id, 0);
    } else if (act === 12 && touchpoint) setMark(j, touchpoint.id, r.of([1, 0, -1, null]));
    else if (act === 13) react(j, card.id, userId, r.of([...REACTIONS, null]));
    else if (act === 14) addPersona(j, { name: sentence(r) });
    else if (act === 15 && touchpoint) {
      const persona = journey.personas.length > 0 ? r.of(journey.personas).id : 'gone';
      if (r.chance(0.3)) removePersona(j, persona);
      else if (r.chance(0.4)) setComesTo(j, touchpoint.id, persona, r.chance(0.6));
      else if (r.chance(0.5)) setCard(j, card.id, { personaId: persona });
      else
        setTouchpoint(j, touchpoint.id, { channel: r.of(['Brev', null]), owner: r.of(['Kundtjänst', '']) });
    } else if (r.chance(0.5)) addPhase(j, { name: sentence(r), part: 'after' });
    else j.doc.transact(() => j.meta.set('title', sentence(r)), j.origin);
  }
}

function draw(r: Random, j: JourneyDoc): void {
  const held = [...j.drawing.keys()];
  const key = held.length > 0 && r.chance(0.6) ? r.of(held) : `shape:${r.below(1_000_000)}`;
  j.doc.transact(() => {
    const entry = j.drawing.get(key);
    if (entry && r.chance(0.2)) j.drawing.delete(key);
    else if (entry) {
      const parentId = held.length > 1 && r.chance(0.3) ? r.of(held.filter((k) => k !== key)) : 'page:page';
      entry.set('place', { parentId, index: 'a1', x: r.below(100), y: 0, rotation: 0 });
      if (r.chance(0.4)) entry.set('props.color', r.of(['red', 'blue']));
      if (r.chance(0.2)) entry.delete('props.w');
    } else {
      const place = { parentId: 'page:page', index: 'a1', x: 0, y: 0, rotation: 0 };
      const record = {
        schema: 1,
        typeName: 'shape',
        type: 'geo',
        place,
        'props.w': 10,
        'props.color': 'black',
      };
      j.drawing.set(key, new Y.Map(Object.entries(record)));
    }
  }, j.origin);
}

/** Another copy that shares the document's history. */
export function copyOf(j: JourneyDoc): JourneyDoc {
  const other = openJourney(new Y.Doc(), 'copy');
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(j.doc));
  return other;
}

export function read(state: Uint8Array): JourneyDoc {
  const j = openJourney(new Y.Doc(), 'read');
  Y.applyUpdate(j.doc, state);
  return j;
}

/** Everything a document says, by collection and key, readable or not. */
export function contentOf(j: JourneyDoc): Record<string, unknown> {
  const all: Record<string, unknown> = { meta: j.meta.toJSON() };
  for (const name of COLLECTIONS) {
    for (const [key, entry] of j[name]) {
      const value: unknown = entry;
      all[`${name}/${key}`] = value instanceof Y.Map ? plainEntry(key, value) : value;
    }
  }
  return all;
}

/** Puts `cards` cards on the map, single properties of which twelve people overwrite `overwrites` times. */
export function wearOut(
  r: Random,
  j: JourneyDoc,
  {
    cell,
    cards,
    overwrites,
  }: { cell: { touchpointId: string; laneId: string }; cards: number; overwrites: number },
): void {
  const own = j.doc.clientID;
  j.doc.transact(() => {
    for (let i = 0; i < cards; i += 1) {
      const entry = new Y.Map<unknown>();
      const fields = {
        kind: 'quote',
        text: new Y.Text(`Card ${i}`),
        evidence: 'assumed',
        authorId: 'per',
        createdAt: i,
      };
      for (const [key, value] of Object.entries({ ...fields, place: { ...cell, order: `a${i}` } }))
        entry.set(key, value);
      j.cards.set(`card${i}`, entry);
    }
    for (let n = 0; n < overwrites; n += 1) {
      j.doc.clientID = 1 + r.below(12);
      const id = `card${r.below(cards)}`;
      if (n % 2) setCard(j, id, { valence: (n % 4) / 2 - 1 });
      else j.cards.get(id)?.set('place', { ...cell, order: `a${n}` });
    }
  });
  j.doc.clientID = own;
}
