import { z } from 'zod';

/**
 * The plain journey: what analysis, table, report, exports and snapshots work on. It is read from the
 * live document by `toJourney` (document.ts) and stored as JSON in snapshots, so every field is
 * checked here and nowhere else.
 */

/** The three stretches of every customer journey. */
export const PARTS = ['before', 'during', 'after'] as const;
export type Part = (typeof PARTS)[number];

export const CARD_KINDS = [
  'quote',
  'emotion',
  'friction',
  'action',
  'need',
  'employee',
  'metric',
  'backstage',
  'opportunity',
  'question',
] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** The kinds that carry a customer's own experience; evidence coverage counts only these. */
export const CUSTOMER_KINDS = ['quote', 'emotion', 'friction'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** A lane is named after the cards that belong in it; `free` takes whatever a group wants. */
export const LANE_KINDS = [
  'action',
  'quote',
  'emotion',
  'friction',
  'employee',
  'metric',
  'backstage',
  'opportunity',
  'free',
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** observed: said in a customer interview. reported: an employee or a figure. assumed: nobody said it. */
export const EVIDENCE = ['observed', 'reported', 'assumed'] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Sizes in UTF-16 code units, the unit of Y.Text. */
export const LIMITS = {
  name: 120,
  cardText: 2_000,
  label: 60,
  id: 64,
  order: 256,
  emoji: 32,
  phases: 40,
  touchpoints: 200,
  lanes: 40,
  cards: 5_000,
  personas: 12,
  reactions: 20_000,
} as const;

export const id = z.string().regex(/^[\w-]{1,64}$/);
const name = z.string().max(LIMITS.name);
/** A fractional index: sorts as a plain string, by code unit. */
const order = z.string().min(1).max(LIMITS.order);

/** −2 (very bad) … +2 (very good) in half steps. */
export const valence = z.number().min(-2).max(2).multipleOf(0.5);
/** 1 (irritating) … 3 (grave). */
export const severity = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Severity = z.infer<typeof severity>;
/** The touchpoint's mark relative to the expectation: exceeded, met, missed. */
export const mark = z.union([z.literal(1), z.literal(0), z.literal(-1)]);
export type Mark = z.infer<typeof mark>;

/** What people may say to a card without a card of their own; one per person. */
export const REACTIONS = ['agree', 'heart', 'surprised', 'unsure'] as const;
const reactionKind = z.enum(REACTIONS);
export type Reaction = z.infer<typeof reactionKind>;

/** One person's reaction to one card: an entry of its own, which stays when the card goes and may come back. */
export const reaction = z
  .object({ id: z.string(), cardId: id, userId: id, kind: reactionKind })
  .refine((r) => r.id === reactionKey(r.cardId, r.userId));

export type ReactionEntry = z.infer<typeof reaction>;

export const reactionKey = (cardId: string, userId: string): string => `${cardId}.${userId}`;

/** The cell a card lies in and its rank there; one atomic value, because its parts only make sense together. */
export const place = z.strictObject({ touchpointId: id, laneId: id, order });
export type Place = z.infer<typeof place>;

/** The interview passage a card was made from. Never changes once written. */
export const source = z.strictObject({ findingId: id, interviewId: id });
export type Source = z.infer<typeof source>;

export const phase = z.object({ id, name, part: z.enum(PARTS), order });
export type Phase = z.infer<typeof phase>;

/** How many colours personas are told apart by; tokens.ts has them. */
export const PERSONA_TONES = 6;

/** A kind of customer whose journey is told apart from the others'. */
export const persona = z.object({
  id,
  name,
  tone: z
    .number()
    .int()
    .min(0)
    .max(PERSONA_TONES - 1),
  order,
});
export type Persona = z.infer<typeof persona>;

const touchpointPlace = z.strictObject({ phaseId: id, order });

export const touchpoint = z.object({
  id,
  name,
  place: touchpointPlace,
  /** Set by the group; null lets it follow from the emotion cards (method.md). */
  mark: mark.nullable(),
  /** By what means the two meet: shop, telephone, letter… In the group's own words. */
  channel: z.string().max(LIMITS.label).nullable().default(null),
  /** The department that answers for it. */
  owner: z.string().max(LIMITS.label).nullable().default(null),
  /** Which personas come here, sorted; empty: all of them. */
  personas: z.array(id).default([]),
});
export type Touchpoint = z.infer<typeof touchpoint>;

export const lane = z.object({ id, name, kind: z.enum(LANE_KINDS), order });
export type Lane = z.infer<typeof lane>;

export const card = z.object({
  id,
  kind: z.enum(CARD_KINDS),
  text: z.string().max(LIMITS.cardText),
  /** null: on the map's tray, waiting for a cell. */
  place: place.nullable(),
  evidence: z.enum(EVIDENCE),
  source: source.nullable(),
  /** The user who made it; names are looked up among the members, never stored here. */
  authorId: id,
  /** Milliseconds since 1970, UTC. */
  createdAt: z.number().int().nonnegative(),
  emoji: z.string().max(LIMITS.emoji).nullable(),
  valence: valence.nullable(),
  severity: severity.nullable(),
  /** Whose card it is among the personas; null: nobody has said. */
  personaId: id.nullable().default(null),
  /** By user. */
  reactions: z.record(id, reactionKind).default({}),
});
export type Card = z.infer<typeof card>;

export const journeyMeta = z.object({
  /** Of the document's layout; raised when a reader of the old one could no longer read it. */
  version: z.number().int().positive(),
  title: z.string().max(LIMITS.name),
  locale: z.enum(['en', 'sv']),
  /** Who may change phases, touchpoints and lanes. */
  structure: z.enum(['facilitator', 'everyone']),
  /** Whose cards a participant may change. */
  cards: z.enum(['everyone', 'own']),
});
export type JourneyMeta = z.infer<typeof journeyMeta>;

/**
 * phases, touchpoints, lanes and personas in the order they are read; cards by cell order.
 * `unreadable` names entries this version cannot read (F7): kept in the document, shown as a count.
 */
export const journey = z.object({
  meta: journeyMeta,
  phases: z.array(phase),
  touchpoints: z.array(touchpoint),
  lanes: z.array(lane),
  personas: z.array(persona).default([]),
  cards: z.array(card),
  unreadable: z.array(z.object({ collection: z.string(), id: z.string() })),
});
export type Journey = z.infer<typeof journey>;

/** Evidence a card has when nothing else is known of it. */
export function defaultEvidence(kind: CardKind, from: Source | null): Evidence {
  if (from) return 'observed';
  return kind === 'employee' || kind === 'metric' ? 'reported' : 'assumed';
}

/** The lane kind a card of this kind belongs in by nature. */
export function naturalLane(kind: CardKind): LaneKind {
  if (kind === 'need') return 'action';
  if (kind === 'question') return 'free';
  return kind;
}

/** The emotion lane has an axis, so it takes emotions only, and emotions go nowhere else. */
function laneAccepts(laneKind: LaneKind, kind: CardKind): boolean {
  return (laneKind === 'emotion') === (kind === 'emotion');
}

/**
 * The lane a card of `kind` lands in when it is dropped on `wanted`: that one where it fits, else the
 * first lane of its own kind, else the first that accepts it; undefined when the map has none.
 */
export function laneFor(lanes: readonly Lane[], kind: CardKind, wanted?: string): Lane | undefined {
  const dropped = lanes.find((l) => l.id === wanted);
  if (dropped && laneAccepts(dropped.kind, kind)) return dropped;
  return lanes.find((l) => l.kind === naturalLane(kind)) ?? lanes.find((l) => laneAccepts(l.kind, kind));
}
