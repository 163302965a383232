import * as Y from 'yjs';
import { addLane, addPhase, removeLane } from '../../lib/journey/commands/structure.ts';
import { type JourneyDoc, openJourney, toJourney } from '../../lib/journey/document.ts';
import { type Random, random } from './random.ts';
import { editAtRandom } from './random-edits.ts';

/** A document that two people change and one of them takes back, where now and then something unreadable comes in. */
export function randomHistory(seed: number): { j: JourneyDoc; r: Random; step(): void } {
  const r = random(seed);
  const j = openJourney(new Y.Doc(), 'mine');
  j.doc.clientID = 1;
  const theirs = openJourney(new Y.Doc(), 'theirs');
  theirs.doc.clientID = 2;
  const undo = new Y.UndoManager([j.phases, j.touchpoints, j.lanes, j.personas, j.cards, j.reactions], {
    trackedOrigins: new Set(['mine']),
    captureTimeout: 0,
  });
  addPhase(j, { name: 'Before', part: 'before' });
  for (const kind of ['quote', 'emotion', 'free'] as const) addLane(j, { name: kind, kind });
  exchange(j.doc, theirs.doc);

  function step(): void {
    const act = r.below(12);
    if (act < 5) edit(r, j, 'per');
    else if (act < 8) edit(r, theirs, 'eva');
    else if (act === 8) exchange(j.doc, theirs.doc);
    else if (act === 9) (r.chance(0.6) ? undo.undo : undo.redo).call(undo);
    else if (act === 10) changeStructure(r, r.chance(0.5) ? j : theirs);
    else spoil(r, j);
  }
  return { j, r, step };
}

/** Two people may remove the last phase between them; whoever goes on begins with a new one. */
function edit(r: Random, j: JourneyDoc, userId: string): void {
  if (toJourney(j).phases.length === 0) addPhase(j, { name: 'Anew', part: 'before' });
  editAtRandom(r, j, 1, userId);
}

export function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)), 'exchange');
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)), 'exchange');
}

/** What takes cells away from under cards: phases, lanes and personas that go, also without their commands. */
function changeStructure(r: Random, j: JourneyDoc): void {
  const { phases, lanes, touchpoints, cards } = toJourney(j);
  const act = r.below(6);
  j.doc.transact(() => {
    if (act === 0 && phases.length > 1) j.phases.delete(r.of(phases).id);
    else if (act === 1 && lanes.length > 1) j.lanes.delete(r.of(lanes).id);
    else if (act === 2 && lanes.length > 1) removeLane(j, r.of(lanes).id, r.of(lanes).id);
    else if (act === 3)
      addLane(j, { name: 'Lane', kind: r.of(['emotion', 'quote', 'free']), index: r.below(3) });
    else if (act === 4 && touchpoints.length > 0) j.touchpoints.delete(r.of(touchpoints).id);
    else if (cards.length > 0 && lanes.length > 0 && touchpoints.length > 0) {
      const place = { touchpointId: r.of(touchpoints).id, laneId: r.of(lanes).id, order: `a${r.below(9)}` };
      for (const card of cards) if (r.chance(0.3)) j.cards.get(card.id)?.set('place', place);
    }
  }, j.origin);
}

function spoil(r: Random, j: JourneyDoc): void {
  const collection = r.of(['phases', 'touchpoints', 'lanes', 'cards', 'reactions'] as const);
  const keys = [...j[collection].keys()];
  const key = keys.length > 0 && r.chance(0.7) ? r.of(keys) : `odd${r.below(4)}`;
  j.doc.transact(() => {
    const act = r.below(4);
    if (act === 0) j[collection].set(key, 'not an entry' as never);
    else if (act === 1) j[collection].delete(key);
    else if (act === 2) j[collection].get(key)?.set?.(r.of(['kind', 'name', 'order']), 4);
    else j.meta.set(r.of(['structure', 'title', 'version']), r.of(['everyone', 7, 'x']));
  }, 'spoiled');
}
