import { placedByTouchpoint } from '../journey/analysis/index.ts';
import type { Card, Journey } from '../journey/model.ts';
import type { Source } from '../journey/sources.ts';
import type { Review, ReviewInput, Told } from './review.ts';
import type { Decision } from './subject.ts';
import { reviewOf } from './tell.ts';

/** What may leave the workshop, and how what may not is spoken of; in the reader's language. */
export interface OutsideRules {
  /** Interviews whose words may be quoted outside, as consent stands now (services: `quotableInterviews`). */
  quotable: ReadonlySet<string>;
  /** `numbered`: even pseudonyms stay inside; people become "Customer 1", "Employee 1". */
  names: 'kept' | 'numbered';
  words: OutsideWords;
}

export interface OutsideWords {
  /** Stands where words are withheld. */
  withheld: string;
  /** What the n-th person asked is called. */
  person: (kind: Source['kind'], n: number) => string;
}

interface Person {
  interviewId: string;
  alias: string;
}

/** What is told of a snapshot (tell.ts) as it may leave the workshop. */
export function outsideReview(
  { workshop, snapshot, last, decisions }: ReviewInput,
  rules: OutsideRules,
): Review {
  // One numbering for both: or whoever compares them would take one person for two.
  const people = peopleIn(last ? [snapshot, last] : [snapshot], rules);
  const told = reviewOf({
    workshop,
    snapshot: without(snapshot, rules, people),
    last: last && without(last, rules, people),
    decisions: decisions.map(decisionOutside),
  });
  return { ...told, outside: true };
}

/**
 * A snapshot without what must not leave the workshop: words of whoever has not agreed to be quoted
 * outside (their cards stay, with kind, feeling, severity and place), who wrote a card, who reacted to
 * it. What the group itself wrote stays. Pure.
 */
export function outside(told: Told, rules: OutsideRules): Told {
  return without(told, rules, peopleIn([told], rules));
}

/** What was decided, without whom it was given to, by whom, and in what words. */
export function decisionOutside(decision: Decision): Decision {
  return { ...decision, text: '', owner: '', by: null };
}

function without(told: Told, rules: OutsideRules, people: ReadonlyMap<string, Person>): Told {
  const sources = Object.fromEntries(
    Object.entries(told.sources).map(([findingId, source]) => [
      findingId,
      sourceOutside(source, people.get(source.interviewId), rules),
    ]),
  );
  const cards = told.journey.cards.map((card) => cardOutside(card, people, rules));
  // Field by field: what is handed in may know more, such as who took it.
  const { number, map, label, note, takenAt, sha256, sourcesErased, figures, group } = told;
  return {
    ...{ number, map, label, note, takenAt, sha256, sourcesErased, figures, group },
    journey: { ...told.journey, cards, unreadable: [] },
    sources,
  };
}

function sourceOutside(source: Source, person: Person | undefined, { quotable, words }: OutsideRules) {
  const as = person ?? source;
  const plain = {
    ...{ interviewId: as.interviewId, alias: as.alias, kind: source.kind },
    // What a speaker was called in the transcript may be a name.
    ...{ speaker: as.alias, atMs: null },
  };
  return quotable.has(source.interviewId)
    ? { ...plain, words: source.words }
    : { ...plain, words: words.withheld, withheld: true as const };
}

/** Nobody: a card's author is an id by which people inside could be told apart. */
const NOBODY = 'outside';

function cardOutside(
  card: Card,
  people: ReadonlyMap<string, Person>,
  { quotable, names, words }: OutsideRules,
): Card {
  const left = { ...card, authorId: NOBODY, reactions: {} };
  if (!card.source) return left;
  const { findingId, interviewId } = card.source;
  const called = names === 'kept' ? interviewId : people.get(interviewId)?.interviewId;
  const source = called ? { findingId, interviewId: called } : null;
  if (quotable.has(interviewId)) return { ...left, source };
  // An emotion is its sign and its height; it needs no words.
  return { ...left, source, text: card.kind === 'emotion' ? '' : words.withheld };
}

/** By interview, what each is called outside; empty where pseudonyms stay. In the order they are met on the map. */
function peopleIn(tolds: readonly Told[], { names, words }: OutsideRules): Map<string, Person> {
  const people = new Map<string, Person>();
  if (names === 'kept') return people;
  const heard = { customer: 0, employee: 0 };
  for (const { journey, sources } of tolds) {
    const met = alongTheMap(journey).flatMap((c) => (c.source ? [sources[c.source.findingId]] : []));
    for (const source of [...met, ...Object.values(sources)]) {
      if (!source || people.has(source.interviewId)) continue;
      heard[source.kind] += 1;
      const n = heard[source.kind];
      people.set(source.interviewId, {
        interviewId: `${source.kind}-${n}`,
        alias: words.person(source.kind, n),
      });
    }
  }
  return people;
}

function alongTheMap(journey: Journey): Card[] {
  const placed = placedByTouchpoint(journey);
  return journey.touchpoints.flatMap((t) => (placed.get(t.id) ?? []).map(({ card }) => card));
}
