import type { Figures } from '../journey/analysis/index.ts';
import { isSaidInside, placedByTouchpoint } from '../journey/analysis/index.ts';
import type { Card, Journey } from '../journey/model.ts';
import type { Sources } from '../journey/sources.ts';

/** Somebody's words: verbatim when a finding stands behind them, else what the group wrote. */
export interface Voice {
  words: string;
  /** Pseudonym; null when nobody said it. */
  alias: string | null;
  interviewId: string | null;
  /** Said, but not to be quoted outside the workshop: `words` says no more than that. */
  withheld?: true;
}

/** One touchpoint where customers chafe, as the report tells it. */
export interface FrictionStory {
  touchpointId: string;
  name: string;
  severity: 1 | 2 | 3;
  reach: number;
  mirrored: boolean;
  /** Customers' frictions first, then their quotes; one per interview before a second from anybody. */
  voices: Voice[];
  /** What employees say of the same touchpoint. */
  inside: Voice[];
}

/** Most voices a friction is told with: enough to hear a pattern, few enough to be read. */
const MOST_VOICES = 5;
const MOST_INSIDE = 3;

export function voiceOf(card: Card, sources: Sources): Voice {
  const held = card.source ? sources[card.source.findingId] : undefined;
  return held
    ? {
        words: held.words,
        alias: held.alias,
        interviewId: held.interviewId,
        ...(held.withheld && { withheld: true as const }),
      }
    : { words: card.text, alias: null, interviewId: null };
}

/** The frictions in the order of the figures (mirrored first, then severity × reach), at most `most`. */
export function frictionStories(
  journey: Journey,
  sources: Sources,
  figures: Figures,
  most = 5,
): FrictionStory[] {
  const cards = new Map(journey.cards.map((c) => [c.id, c]));
  const names = touchpointNames(journey);
  const placed = placedByTouchpoint(journey);
  return figures.frictions.slice(0, most).map((spot) => {
    const told = [...spot.cardIds, ...spot.quoteIds].flatMap((cardId) => cards.get(cardId) ?? []);
    const inside = (placed.get(spot.touchpointId) ?? [])
      .filter(isSaidInside)
      .map((p) => voiceOf(p.card, sources));
    return {
      touchpointId: spot.touchpointId,
      name: names.get(spot.touchpointId) ?? '',
      severity: spot.severity as 1 | 2 | 3,
      reach: spot.reach,
      mirrored: spot.mirrored,
      voices: distinctFirst(told.map((c) => voiceOf(c, sources))).slice(0, MOST_VOICES),
      inside: [...inside.filter((v) => !v.withheld), ...inside.filter((v) => v.withheld)].slice(
        0,
        MOST_INSIDE,
      ),
    };
  });
}

/** After everybody who may be quoted, before what nobody said. */
const WITHHELD = 1_000_000;

/** The same voices, with everybody's first before anybody's second, and those not to be quoted after them. */
export function distinctFirst(voices: readonly Voice[]): Voice[] {
  const heard = new Map<string, number>();
  const turn = voices.map((voice) => {
    if (voice.interviewId === null) return Number.POSITIVE_INFINITY;
    const before = heard.get(voice.interviewId) ?? 0;
    heard.set(voice.interviewId, before + 1);
    return voice.withheld ? WITHHELD + before : before;
  });
  return voices
    .map((voice, i) => ({ voice, turn: turn[i] as number }))
    .sort((a, b) => (a.turn === b.turn ? 0 : a.turn - b.turn))
    .map(({ voice }) => voice);
}

export function touchpointNames(journey: Journey): Map<string, string> {
  return new Map(journey.touchpoints.map((t) => [t.id, t.name]));
}

/** The highest capital on the way and the first touchpoint where it is reached; null when nothing is marked. */
export function peakOf(figures: Figures): { touchpointId: string; plain: number } | null {
  let peak: { touchpointId: string; plain: number } | null = null;
  for (const { touchpointId, plain, marked } of figures.capital.points) {
    if (marked && (peak === null || plain > peak.plain)) peak = { touchpointId, plain };
  }
  return peak;
}

/** Cards of one kind with the name of their touchpoint, in the journey's order; the tray is left out. */
export function cardsAlongTheJourney(
  journey: Journey,
  wanted: (card: Card) => boolean,
): { touchpoint: string; cards: Card[] }[] {
  const placed = placedByTouchpoint(journey);
  return journey.touchpoints.flatMap((t) => {
    const cards = (placed.get(t.id) ?? []).map((p) => p.card).filter(wanted);
    return cards.length > 0 ? [{ touchpoint: t.name, cards }] : [];
  });
}
