import * as Y from 'yjs';
import { setText, textOf } from '../../../lib/journey/commands/text.ts';
import type { JourneyDoc } from '../../../lib/journey/document.ts';
import type { Random } from '../random.ts';
import { CARDS, cardEntry, copyOf, frameEntry, PHASES, SHAPES, TOUCHPOINTS } from './ground.ts';

/** What editors of this release write, each as one edit; ids and values from the random source alone. */
type Edit = (j: JourneyDoc, r: Random) => void;

const placeOf = (r: Random) => ({
  touchpointId: r.of(TOUCHPOINTS),
  laneId: 'quotes',
  order: `b${r.below(99)}`,
});
const card = (j: JourneyDoc, r: Random) => j.cards.get(r.of(CARDS)) as Y.Map<unknown>;

export const EDITS: Record<string, Edit> = {
  addCard: (j, r) => {
    const more = { kind: 'emotion', emoji: '😡', valence: -2, severity: 2 };
    j.cards.set(`n${r.below(1e6)}`, cardEntry('per', 'Åh nej', placeOf(r), more));
  },
  addToTray: (j, r) => void j.cards.set(`n${r.below(1e6)}`, cardEntry('per', 'Sen', null)),
  type: (j, r) => {
    const text = textOf(card(j, r), 'text');
    setText(text, `${text.toString().slice(0, r.below(9))}inte${text.toString().slice(r.below(9))}`);
  },
  moveCard: (j, r) => void card(j, r).set('place', r.chance(0.2) ? null : placeOf(r)),
  setCard: (j, r) => {
    const entry = card(j, r);
    entry.set('valence', r.below(9) / 2 - 2);
    entry.set('severity', 1 + r.below(3));
  },
  removeCard: (j, r) => void j.cards.delete(r.of(CARDS.slice(3))),
  addTouchpoint: (j, r) => {
    const fields = { name: new Y.Text('Ny'), place: { phaseId: r.of(PHASES), order: `c${r.below(99)}` } };
    j.touchpoints.set(`m${r.below(1e6)}`, new Y.Map<unknown>(Object.entries(fields)));
  },
  mark: (j, r) => void j.touchpoints.get(r.of(TOUCHPOINTS))?.set('mark', r.below(3) - 1),
  rename: (j, r) => {
    const entry = j.phases.get(r.of(PHASES)) as Y.Map<unknown>;
    setText(textOf(entry, 'name'), `Före ${r.below(99)}`);
  },
  title: (j, r) => void j.meta.set('title', `Elräkningen ${r.below(99)}`),
  draw: (j, r) => void j.drawing.set(`shape:n${r.below(1e6)}`, frameEntry({ x: r.below(500) })),
  moveShape: (j, r) => {
    const place = { parentId: 'page:page', index: 'a2', x: r.below(500), y: 3, rotation: 0 };
    j.drawing.get(r.of(SHAPES))?.set('place', place);
  },
  recolour: (j, r) =>
    void j.drawing.get(r.of(SHAPES))?.set('props.color', r.of(['red', 'blue', 'no colour'])),
};

/** Makes one edit on a copy of `state` and returns what it wrote. */
export function written(state: Uint8Array, clientId: number, edit: (j: JourneyDoc) => void): Uint8Array {
  const j = copyOf(state, clientId);
  const made: Uint8Array[] = [];
  j.doc.on('update', (update: Uint8Array) => made.push(update));
  j.doc.transact(() => edit(j));
  j.doc.destroy();
  return made[0] ?? Y.encodeStateAsUpdate(new Y.Doc());
}

/** One valid update: an edit, several of them merged, or the whole document with one in it. */
export function sample(r: Random, state: Uint8Array, clientId: number): Uint8Array {
  const names = Object.keys(EDITS);
  const one = () => (j: JourneyDoc) => (EDITS[r.of(names)] as Edit)(j, r);
  const shape = r.below(10);
  if (shape === 0) {
    return Y.mergeUpdates([0, 1, 2].map((n) => written(state, clientId + n, one())));
  }
  if (shape === 1) {
    const j = copyOf(state, clientId);
    j.doc.transact(() => one()(j));
    const whole = Y.encodeStateAsUpdate(j.doc);
    j.doc.destroy();
    return whole;
  }
  return written(state, clientId, one());
}
