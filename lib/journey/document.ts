import * as Y from 'yjs';
import type { z } from 'zod';
import * as model from './model.ts';
import { byOrder } from './order.ts';

/**
 * The live document's typed layout. Each collection is a `Y.Map` of entries, each entry a `Y.Map` with
 * one key per property, so that two people changing different properties of one card never overwrite
 * each other. What people type is `Y.Text`; `place` is one atomic plain value.
 */
export const COLLECTIONS = [
  'phases',
  'touchpoints',
  'lanes',
  'personas',
  'cards',
  'reactions',
  'drawing',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

export const DOCUMENT_VERSION = 1;

export type Entry = Y.Map<unknown>;

export interface JourneyDoc {
  doc: Y.Doc;
  /** Put on every transaction of `commands/`; undo managers and projections compare it. */
  origin: unknown;
  phases: Y.Map<Entry>;
  touchpoints: Y.Map<Entry>;
  lanes: Y.Map<Entry>;
  personas: Y.Map<Entry>;
  cards: Y.Map<Entry>;
  /** Keyed by `reactionKey`: whose it is can be told from the key. */
  reactions: Y.Map<Entry>;
  /** tldraw's own records, one `Y.Map` each; only lib/board knows what is in them. */
  drawing: Y.Map<Entry>;
  meta: Y.Map<unknown>;
}

/**
 * Defines the collections' types on `doc`. Must run before any update is applied: a peer that names one
 * of them as another type first would make it unreadable.
 */
export function openJourney(doc: Y.Doc, origin: unknown = null): JourneyDoc {
  return {
    doc,
    origin,
    phases: doc.getMap<Entry>('phases'),
    touchpoints: doc.getMap<Entry>('touchpoints'),
    lanes: doc.getMap<Entry>('lanes'),
    personas: doc.getMap<Entry>('personas'),
    cards: doc.getMap<Entry>('cards'),
    reactions: doc.getMap<Entry>('reactions'),
    drawing: doc.getMap<Entry>('drawing'),
    meta: doc.getMap('meta'),
  };
}

/** An entry's properties as plain values, `Y.Text` as its string, with its key as `id`. */
export function plainEntry(key: string, entry: unknown): Record<string, unknown> {
  const out: Record<string, unknown> = { id: key };
  if (!(entry instanceof Y.Map)) return out;
  for (const [name, value] of entry) out[name] = value instanceof Y.Text ? value.toString() : value;
  return out;
}

const NULLABLE = {
  touchpoints: { mark: null, channel: null, owner: null },
  cards: { place: null, source: null, emoji: null, valence: null, severity: null, personaId: null },
} as const;

const COMES = 'persona.';

/** Which personas come to a touchpoint is kept under one key each: two people may say so at once. */
export const comesKey = (personaId: string): string => COMES + personaId;

/** The persona a touchpoint's key is about; null for any other key. */
export function comesOf(collection: Collection, key: string): string | null {
  return collection === 'touchpoints' && key.startsWith(COMES) ? key.slice(COMES.length) : null;
}

/** An entry's plain values in the model's terms; keys nobody can read stay as they are. */
function modelled(collection: EntryCollection, plain: Record<string, unknown>): Record<string, unknown> {
  if (collection === 'cards') plain.reactions = {};
  if (collection !== 'touchpoints') return plain;
  const personas = Object.keys(plain).flatMap((key) => {
    const persona = comesOf(collection, key);
    return persona !== null && isComing(persona, plain[key]) ? [persona] : [];
  });
  for (const persona of personas) delete plain[comesKey(persona)];
  return { ...plain, personas: personas.sort() };
}

const isComing = (persona: string, value: unknown): boolean =>
  model.id.safeParse(persona).success && value === true;

/** What each collection's entry must look like as plain values; absent nullable keys count as null. */
export const ENTRY_SCHEMAS = {
  phases: model.phase,
  touchpoints: model.touchpoint,
  lanes: model.lane,
  personas: model.persona,
  cards: model.card,
  reactions: model.reaction,
} as const;
export type EntryCollection = keyof typeof ENTRY_SCHEMAS;

/** Checks one entry against its schema; `data` when it can be read, the zod error otherwise. */
export function readEntry<C extends EntryCollection>(collection: C, key: string, entry: unknown) {
  const defaults = collection in NULLABLE ? NULLABLE[collection as keyof typeof NULLABLE] : {};
  const plain = modelled(collection, { ...defaults, ...plainEntry(key, entry) });
  return ENTRY_SCHEMAS[collection].safeParse(plain) as z.ZodSafeParseResult<
    z.infer<(typeof ENTRY_SCHEMAS)[C]>
  >;
}

/** Whether one field of an entry is what its schema says; an absent nullable one counts as null. */
export function isReadable(collection: EntryCollection, field: string, value: unknown): boolean {
  const persona = comesOf(collection, field);
  if (persona !== null) return isComing(persona, value ?? true);
  const shape: Record<string, z.ZodType> = ENTRY_SCHEMAS[collection].shape;
  const absent = value === undefined && collection in NULLABLE;
  const defaults: Record<string, null> = absent ? NULLABLE[collection as keyof typeof NULLABLE] : {};
  const plain = value instanceof Y.Text ? value.toString() : absent ? defaults[field] : value;
  return shape[field]?.safeParse(plain).success === true;
}

/** `meta` as stored, with what an empty or half-written document lacks filled in. */
export function readMeta(meta: Y.Map<unknown>): model.JourneyMeta {
  const parsed = model.journeyMeta.safeParse(Object.fromEntries(meta.entries()));
  if (parsed.success) return parsed.data;
  return { version: DOCUMENT_VERSION, title: '', locale: 'en', structure: 'facilitator', cards: 'everyone' };
}

/**
 * The plain journey of a document. Entries nobody here can read are left out and named in `unreadable`;
 * a touchpoint whose phase is gone joins the first phase, a card whose cell is gone goes to the tray
 * (`place: null`), a persona that is gone is nobody's: the same on every replica, and without a write.
 */
export function toJourney(j: JourneyDoc): model.Journey {
  const unreadable: model.Journey['unreadable'] = [];
  function all<C extends EntryCollection>(collection: C): z.infer<(typeof ENTRY_SCHEMAS)[C]>[] {
    const out: z.infer<(typeof ENTRY_SCHEMAS)[C]>[] = [];
    for (const [key, entry] of j[collection]) {
      const parsed = readEntry(collection, key, entry);
      if (parsed.success) out.push(parsed.data);
      else unreadable.push({ collection, id: key });
    }
    return out;
  }

  const parts = model.PARTS;
  const phases = all('phases').sort((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || byOrder(a, b));
  const rank = new Map(phases.map((p, i) => [p.id, i]));
  const home = phases[0]?.id;
  const personas = all('personas').sort(byOrder);
  const known = new Set(personas.map((p) => p.id));
  const touchpoints = all('touchpoints')
    .map((t) =>
      rank.has(t.place.phaseId) || home === undefined ? t : { ...t, place: { ...t.place, phaseId: home } },
    )
    .map((t) =>
      t.personas.every((p) => known.has(p)) ? t : { ...t, personas: t.personas.filter((p) => known.has(p)) },
    )
    .sort(
      (a, b) =>
        (rank.get(a.place.phaseId) ?? 0) - (rank.get(b.place.phaseId) ?? 0) ||
        byOrder({ id: a.id, order: a.place.order }, { id: b.id, order: b.place.order }),
    );
  const lanes = all('lanes').sort(byOrder);
  const columns = new Set(touchpoints.map((t) => t.id));
  const rows = new Set(lanes.map((l) => l.id));
  const reactions = reactionsByCard(all('reactions'));
  const cards = all('cards')
    .map((c) =>
      c.place && !(columns.has(c.place.touchpointId) && rows.has(c.place.laneId)) ? { ...c, place: null } : c,
    )
    .map((c) => (reactions.has(c.id) ? { ...c, reactions: reactions.get(c.id) ?? {} } : c))
    .map((c) => (c.personaId === null || known.has(c.personaId) ? c : { ...c, personaId: null }))
    .sort((a, b) =>
      byOrder({ id: a.id, order: a.place?.order ?? '' }, { id: b.id, order: b.place?.order ?? '' }),
    );
  unreadable.sort((a, b) => (a.collection + a.id < b.collection + b.id ? -1 : 1));
  return { meta: readMeta(j.meta), phases, touchpoints, lanes, personas, cards, unreadable };
}

function reactionsByCard(reactions: readonly model.ReactionEntry[]): Map<string, model.Card['reactions']> {
  const byCard = new Map<string, model.Card['reactions']>();
  for (const { cardId, userId, kind } of [...reactions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    byCard.set(cardId, { ...byCard.get(cardId), [userId]: kind });
  }
  return byCard;
}
