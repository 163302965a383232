import {
  isCustomerCard,
  isSaidInside,
  type PlacedCard,
  placedByTouchpoint,
} from '../journey/analysis/index.ts';
import type { Card } from '../journey/model.ts';
import type {
  Asked,
  OpportunityStory,
  PhaseStory,
  Review,
  ReviewInput,
  Told,
  TouchpointStory,
} from './review.ts';
import { since } from './since.ts';
import { distinctFirst, type FrictionStory, frictionStories, voiceOf } from './voices.ts';

/** What is told of a snapshot (review.ts). Pure. */
export function reviewOf({ workshop, snapshot, last, decisions }: ReviewInput): Review {
  const frictions = frictionStories(
    snapshot.journey,
    snapshot.sources,
    snapshot.figures,
    Number.POSITIVE_INFINITY,
  );
  const opportunities = opportunitiesOf(snapshot);
  return {
    workshop,
    snapshot,
    asked: askedOf(snapshot),
    phases: phasesOf(snapshot, frictions, opportunities),
    frictions,
    opportunities,
    since: last && since(last, snapshot),
    decisions,
  };
}

/** Departments are compared as people write them: "IT" and "it " are one. */
function askedOf({ journey, group }: Told): Asked {
  const key = (name: string) => name.trim().toLocaleLowerCase();
  const present = new Set(group.functions.map(key));
  const owners = new Map(
    journey.touchpoints.flatMap(({ owner }) => (owner?.trim() ? [[key(owner), owner.trim()] as const] : [])),
  );
  const missing = [...owners].filter(([name]) => !present.has(name)).map(([, owner]) => owner);
  return { ...group, missing };
}

function opportunitiesOf({ journey }: Told): OpportunityStory[] {
  const placed = placedByTouchpoint(journey);
  return journey.touchpoints.flatMap((touchpoint) =>
    (placed.get(touchpoint.id) ?? [])
      .filter(({ card }) => card.kind === 'opportunity')
      .map(({ card }) => ({
        cardId: card.id,
        text: card.text,
        touchpointId: touchpoint.id,
        touchpoint: touchpoint.name,
      })),
  );
}

function phasesOf(
  told: Told,
  frictions: readonly FrictionStory[],
  opportunities: readonly OpportunityStory[],
): PhaseStory[] {
  const { journey, figures } = told;
  const placed = placedByTouchpoint(journey);
  let before = 0;
  return journey.phases.map(({ id, name, part }) => {
    const inPhase = journey.touchpoints.filter((t) => t.place.phaseId === id);
    const ids = new Set(inPhase.map((t) => t.id));
    const touchpoints = inPhase.map((t) => touchpointStory(told, t.id, t.name, placed.get(t.id) ?? []));
    const from = before;
    before = touchpoints.at(-1)?.capital.plain ?? from;
    return {
      ...{ id, name, part, touchpoints },
      capital: { from, to: before },
      hasDip: ids.has(figures.capital.dip?.touchpointId ?? ''),
      frictions: frictions.filter((f) => ids.has(f.touchpointId)),
      opportunities: opportunities.filter((o) => ids.has(o.touchpointId ?? '')),
    };
  });
}

function touchpointStory(
  { figures, sources }: Told,
  id: string,
  name: string,
  placed: readonly PlacedCard[],
): TouchpointStory {
  const marked = figures.touchpoints.find((t) => t.touchpointId === id);
  const point = figures.capital.points.find((p) => p.touchpointId === id);
  const covered = figures.coverage.touchpoints.find((t) => t.touchpointId === id);
  const voices = (wanted: (p: PlacedCard) => boolean) =>
    distinctFirst(placed.filter(wanted).map((p) => voiceOf(p.card, sources)));
  const customers = (kind: Card['kind']) => (p: PlacedCard) => p.card.kind === kind && isCustomerCard(p);
  return {
    ...{ id, name },
    mark: marked?.mark ?? null,
    meanValence: marked?.meanValence ?? null,
    capital: { plain: point?.plain ?? 0, weighted: point?.weighted ?? 0 },
    interviews: covered?.interviews ?? 0,
    actions: placed.filter((p) => p.card.kind === 'action').map((p) => p.card.text),
    quotes: voices(customers('quote')),
    emotions: placed.filter(customers('emotion')).map(({ card }) => ({
      emoji: card.emoji ?? '',
      valence: card.valence ?? 0,
      voice: voiceOf(card, sources),
    })),
    inside: voices(isSaidInside),
  };
}
