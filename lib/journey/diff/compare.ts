import type { Figures } from '../analysis/index.ts';
import type { Journey } from '../model.ts';
import { changesByPlace, type TouchpointChanges } from './by-place.ts';
import { CARD_CHANGES, type CardChange, type CardChangeKind, cardChanges } from './card-changes.ts';
import { diffJourneys, type JourneyDiff } from './diff.ts';
import { type FigureDelta, figureDeltas } from './figure-deltas.ts';
import { type FrictionChange, frictionChanges } from './friction-changes.ts';
import { type StructureChange, structureChanges } from './structure-changes.ts';

/** Two maps held against each other, as a reader wants to know it. */
export interface Comparison {
  diff: JourneyDiff;
  cards: readonly CardChange[];
  /** The same ones, where they lie. */
  places: readonly TouchpointChanges[];
  structure: readonly StructureChange[];
  frictions: readonly FrictionChange[];
  figures: readonly FigureDelta[];
  /** How many cards each kind of change befell; a card may be moved and reworded. */
  counts: Readonly<Record<CardChangeKind, number>>;
  /** No card and nothing of the structure differs for a reader. */
  isSame: boolean;
}

interface Told {
  journey: Journey;
  figures: Figures;
}

/** What leads from map `a` to map `b`. Pure. */
export function compareMaps(a: Told, b: Told): Comparison {
  const diff = diffJourneys(a.journey, b.journey);
  const cards = cardChanges(diff);
  const structure = structureChanges(a.journey, b.journey, diff);
  const of = (kind: CardChangeKind) => cards.filter(({ kinds }) => kinds.includes(kind)).length;
  return {
    ...{ diff, cards, structure },
    places: changesByPlace(a.journey, b.journey, cards),
    frictions: frictionChanges(a.figures, b.figures),
    figures: figureDeltas(a.figures, b.figures),
    counts: Object.fromEntries(CARD_CHANGES.map((kind) => [kind, of(kind)])) as Comparison['counts'],
    isSame: cards.length + structure.length === 0,
  };
}
