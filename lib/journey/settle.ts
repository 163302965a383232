import { type Card, type Journey, PARTS, type ReactionEntry } from './model.ts';
import { byOrder } from './order.ts';

/** How entries that were read one by one become a journey: what they refer to, and in what order they stand. */

export type Structure = Pick<Journey, 'phases' | 'touchpoints' | 'lanes' | 'personas'>;

/**
 * Puts the structure's entries in reading order. A touchpoint whose phase is gone joins the first phase; a
 * persona that is gone comes nowhere. Touchpoints that need no change stay the same objects.
 */
export function settleStructure({ phases, touchpoints, lanes, personas }: Structure): Structure {
  const inOrder = [...phases].sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || byOrder(a, b));
  const rank = new Map(inOrder.map((p, i) => [p.id, i]));
  const home = inOrder[0]?.id;
  const known = new Set(personas.map((p) => p.id));
  const homed = touchpoints.map((t) => {
    const isLost = !rank.has(t.place.phaseId) && home !== undefined;
    const there = isLost ? { ...t, place: { ...t.place, phaseId: home } } : t;
    if (there.personas.every((p) => known.has(p))) return there;
    return { ...there, personas: there.personas.filter((p) => known.has(p)) };
  });
  return {
    phases: inOrder,
    touchpoints: homed.sort(
      (a, b) =>
        (rank.get(a.place.phaseId) ?? 0) - (rank.get(b.place.phaseId) ?? 0) ||
        byOrder({ id: a.id, order: a.place.order }, { id: b.id, order: b.place.order }),
    ),
    lanes: [...lanes].sort(byOrder),
    personas: [...personas].sort(byOrder),
  };
}

/** What a card may refer to, by id. */
export interface Known {
  touchpoints: ReadonlySet<string>;
  lanes: ReadonlySet<string>;
  personas: ReadonlySet<string>;
}

const idsOf = (list: readonly { id: string }[]) => new Set(list.map((item) => item.id));
export const knownIn = ({ touchpoints, lanes, personas }: Structure): Known => ({
  touchpoints: idsOf(touchpoints),
  lanes: idsOf(lanes),
  personas: idsOf(personas),
});

type Reactions = Card['reactions'];

/** What was said to each card, by user; cards nobody has said anything to are left out. */
export function reactionsByCard(reactions: readonly ReactionEntry[]): Map<string, Reactions> {
  const byCard = new Map<string, Reactions>();
  for (const { cardId, userId, kind } of [...reactions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const held = byCard.get(cardId);
    if (held) held[userId] = kind;
    else byCard.set(cardId, { [userId]: kind });
  }
  return byCard;
}

/**
 * A card whose cell is gone goes to the tray, one whose persona is gone is nobody's; what was said to it is
 * put on it. The same object where nothing is to do.
 */
export function settleCard(card: Card, known: Known, reactions: Reactions | undefined): Card {
  const { place, personaId } = card;
  const isPlaced = place && known.touchpoints.has(place.touchpointId) && known.lanes.has(place.laneId);
  const isWhose = personaId !== null && known.personas.has(personaId);
  if (!reactions && (place === null || isPlaced) && (personaId === null || isWhose)) return card;
  return {
    ...card,
    place: isPlaced ? place : null,
    personaId: isWhose ? personaId : null,
    ...(reactions && { reactions }),
  };
}

/** By rank in the cell; cards on the tray first. */
export const byRank = (a: Card, b: Card): number =>
  byOrder({ id: a.id, order: a.place?.order ?? '' }, { id: b.id, order: b.place?.order ?? '' });
