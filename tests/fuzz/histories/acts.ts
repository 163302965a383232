import { type DrawingRecord, PAGE_ID, writeRecord } from '../../../lib/board/schema/index.ts';
import {
  addCard,
  moveCards,
  react,
  removeCards,
  setCard,
  setCardText,
} from '../../../lib/journey/commands/cards.ts';
import * as personas from '../../../lib/journey/commands/personas.ts';
import * as structure from '../../../lib/journey/commands/structure.ts';
import { type JourneyDoc, toJourney } from '../../../lib/journey/document.ts';
import { CARD_KINDS, EVIDENCE, type Journey, PARTS, REACTIONS } from '../../../lib/journey/model.ts';
import type { Random } from '../../support/random.ts';

/** Everything the commands of the map can do, each picked and filled at random. */
export interface Scene {
  r: Random;
  j: JourneyDoc;
  journey: Journey;
  userId: string;
}
type Act = (scene: Scene) => unknown;

const idOf = (r: Random, items: readonly { id: string }[]) => (items.length > 0 ? r.of(items).id : 'gone');
const at = (r: Random) => r.below(4);

function cell({ r, journey }: Scene) {
  if (journey.touchpoints.length === 0 || journey.lanes.length === 0 || r.chance(0.15)) return null;
  return { touchpointId: idOf(r, journey.touchpoints), laneId: idOf(r, journey.lanes) };
}

/** A card this person may change by the map's rules. */
function card({ r, journey, userId }: Scene): string {
  const ownOnly = journey.meta.cards === 'own' && userId !== 'fia';
  return idOf(r, ownOnly ? journey.cards.filter((c) => c.authorId === userId) : journey.cards);
}

export const CARD_ACTS: Record<string, Act> = {
  addCard: (scene) => {
    const { r, j, userId } = scene;
    const source = r.chance(0.2) ? { findingId: `f${r.below(9)}`, interviewId: 'i1' } : null;
    addCard(j, {
      kind: r.of(CARD_KINDS),
      text: `t${r.below(99)}`,
      cell: cell(scene),
      authorId: userId,
      source,
      ...(r.chance(0.3) ? { valence: -1.5, emoji: '😡', severity: 3 as const, index: at(r) } : {}),
    });
  },
  moveCards: (scene) => moveCards(scene.j, [card(scene), card(scene)], cell(scene), at(scene.r)),
  type: (scene) => {
    const { r, j } = scene;
    const id = card(scene);
    // By characters: nobody types half an emoji.
    const text = [...String(j.cards.get(id)?.get('text') ?? '')];
    text.splice(r.below(text.length + 1), r.below(3), r.of(['å', '😡', 'xy', '']));
    setCardText(j, id, text.join(''));
  },
  setCard: (scene) => {
    const { r, j } = scene;
    setCard(
      j,
      card(scene),
      r.of([
        { valence: r.below(9) / 2 - 2 },
        { evidence: r.of(EVIDENCE) },
        { kind: r.of(CARD_KINDS) },
        { emoji: r.of(['🙂', null]) },
        { severity: r.of([1, 2, 3, null] as const) },
        { personaId: r.chance(0.7) ? idOf(r, scene.journey.personas) : null },
      ]),
    );
  },
  removeCards: (scene) => {
    // One card is nobody's to remove: a reader tries, and it must be there at the end.
    const id = card(scene);
    if (id !== KEPT) removeCards(scene.j, [id]);
  },
  // Whosever card it is.
  react: ({ r, j, journey, userId }) => react(j, idOf(r, journey.cards), userId, r.of([...REACTIONS, null])),
  mark: ({ r, j, journey }) => {
    if (journey.touchpoints.length > 0)
      structure.setMark(j, idOf(r, journey.touchpoints), r.of([1, 0, -1, null]));
  },
};
export const KEPT = 'kept';

export const STRUCTURE_ACTS: Record<string, Act> = {
  addPhase: ({ r, j, journey }) => {
    if (journey.phases.length < 8) structure.addPhase(j, { name: 'ny', part: r.of(PARTS), index: at(r) });
  },
  movePhase: ({ r, j, journey }) => structure.movePhase(j, idOf(r, journey.phases), r.of(PARTS), at(r)),
  removePhase: ({ r, j, journey }) => {
    if (journey.phases.length < 2) return;
    const [gone, into] = [idOf(r, journey.phases), idOf(r, journey.phases)];
    structure.removePhase(j, gone, into === gone ? null : into);
  },
  addTouchpoint: ({ r, j, journey }) => {
    if (journey.phases.length === 0 || journey.touchpoints.length > 9) return;
    structure.addTouchpoint(j, { name: `n${r.below(99)}`, phaseId: idOf(r, journey.phases), index: at(r) });
  },
  moveTouchpoint: ({ r, j, journey }) => {
    if (journey.touchpoints.length === 0 || journey.phases.length === 0) return;
    structure.moveTouchpoint(j, idOf(r, journey.touchpoints), idOf(r, journey.phases), at(r));
  },
  removeTouchpoint: ({ r, j, journey }) => {
    const [gone, into] = [idOf(r, journey.touchpoints), idOf(r, journey.touchpoints)];
    structure.removeTouchpoint(j, gone, into === gone || r.chance(0.5) ? null : into);
  },
  setTouchpoint: ({ r, j, journey }) =>
    structure.setTouchpoint(j, idOf(r, journey.touchpoints), {
      channel: r.of(['Brev', 'Chatt', null]),
      ...(r.chance(0.5) ? { owner: `a${r.below(9)}` } : {}),
    }),
  addPersona: ({ r, j, journey }) => {
    if (journey.personas.length < 5) personas.addPersona(j, { name: `p${r.below(99)}` });
  },
  movePersona: ({ r, j, journey }) => personas.movePersona(j, idOf(r, journey.personas), at(r)),
  removePersona: ({ r, j, journey }) => personas.removePersona(j, idOf(r, journey.personas)),
  comesTo: ({ r, j, journey }) =>
    personas.setComesTo(j, idOf(r, journey.touchpoints), idOf(r, journey.personas), r.chance(0.6)),
  addLane: ({ r, j, journey }) => {
    if (journey.lanes.length < 8)
      structure.addLane(j, { name: 'rad', kind: r.of(['quote', 'free']), index: at(r) });
  },
  moveLane: ({ r, j, journey }) => structure.moveLane(j, idOf(r, journey.lanes), at(r)),
  removeLane: ({ r, j, journey }) => {
    const [gone, into] = [idOf(r, journey.lanes), idOf(r, journey.lanes)];
    structure.removeLane(j, gone, into === gone || r.chance(0.5) ? null : into);
  },
  rename: ({ r, j, journey }) => {
    const collection = r.of(['phases', 'touchpoints', 'lanes', 'personas'] as const);
    structure.rename(j, collection, idOf(r, journey[collection]), `r${r.below(999)}`);
  },
};

const frame = (id: string, parentId: string, x: number, color: string) =>
  ({
    id,
    typeName: 'shape',
    type: 'frame',
    parentId,
    index: 'a1',
    x,
    y: 0,
    rotation: 0,
    opacity: 1,
    isLocked: false,
    meta: {},
    props: { w: 10, h: 10, name: 'Ram', color },
  }) as unknown as DrawingRecord;

export const DRAWING_ACTS: Record<string, Act> = {
  draw: ({ r, j }) => {
    const parents = [PAGE_ID, ...j.drawing.keys()];
    const id = `shape:d${r.below(5)}`;
    const parent = r.of(parents.filter((p) => p !== id && !nests(j, p, id)));
    const record = frame(id, parent, r.below(99), r.of(['black', 'red', 'blue']));
    j.doc.transact(() => writeRecord(j.drawing, record), j.origin);
  },
  erase: ({ r, j }) => {
    const [id] = [...j.drawing.keys()].slice(r.below(3));
    if (id) j.doc.transact(() => j.drawing.delete(id), j.origin);
  },
};

/** Whether a shape lies somewhere within another: the canvas does not let it become its parent. */
function nests(j: JourneyDoc, shape: string, within: string): boolean {
  let above: string | undefined = shape;
  for (let n = 0; above !== undefined && n < 50; n += 1) {
    if (above === within) return true;
    above = (j.drawing.get(above)?.get('place') as { parentId?: string } | undefined)?.parentId;
  }
  return false;
}

/** The facilitator's settings of the map. */
export const RULE_ACTS: Record<string, Act> = {
  structure: ({ r, j }) => set(j, 'structure', r.of(['facilitator', 'everyone'])),
  cards: ({ r, j }) => set(j, 'cards', r.of(['own', 'everyone'])),
};
export const TITLE_ACTS: Record<string, Act> = {
  title: ({ r, j }) => set(j, 'title', `Karta ${r.below(99)}`),
};

function set(j: JourneyDoc, key: string, value: string): void {
  j.doc.transact(() => j.meta.set(key, value), j.origin);
}

/** What a reader might try: none of it may ever appear anywhere else. */
export const READER_ACTS: Record<string, Act> = {
  ...CARD_ACTS,
  ...DRAWING_ACTS,
  ...STRUCTURE_ACTS,
  // Whoever is a reader only for now may come back with it when they are one no more.
  takeAway: ({ j, userId }) => userId === 'leo' && removeCards(j, [KEPT]),
};

export const sceneOf = (r: Random, j: JourneyDoc, userId: string): Scene => ({
  r,
  j,
  journey: toJourney(j),
  userId,
});
