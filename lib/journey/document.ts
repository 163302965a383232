import * as Y from 'yjs';
import type { z } from 'zod';
import * as model from './model.ts';
import { byRank, knownIn, reactionsByCard, type Structure, settleCard, settleStructure } from './settle.ts';

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

type Unreadable = model.Journey['unreadable'];

function readAll<C extends EntryCollection>(j: JourneyDoc, collection: C, unreadable: Unreadable) {
  const out: z.infer<(typeof ENTRY_SCHEMAS)[C]>[] = [];
  for (const [key, entry] of j[collection]) {
    const parsed = readEntry(collection, key, entry);
    if (parsed.success) out.push(parsed.data);
    else unreadable.push({ collection, id: key });
  }
  return out;
}

/** Phases, touchpoints, lanes and personas as `toJourney` gives them, without reading the cards. */
export function readStructure(j: JourneyDoc, unreadable: Unreadable = []): Structure {
  return settleStructure({
    phases: readAll(j, 'phases', unreadable),
    touchpoints: readAll(j, 'touchpoints', unreadable),
    lanes: readAll(j, 'lanes', unreadable),
    personas: readAll(j, 'personas', unreadable),
  });
}

/**
 * The plain journey of a document. Entries nobody here can read are left out and named in `unreadable`;
 * a touchpoint whose phase is gone joins the first phase, a card whose cell is gone goes to the tray
 * (`place: null`), a persona that is gone is nobody's: the same on every replica, and without a write.
 */
export function toJourney(j: JourneyDoc): model.Journey {
  const unreadable: Unreadable = [];
  const structure = readStructure(j, unreadable);
  const known = knownIn(structure);
  const reactions = reactionsByCard(readAll(j, 'reactions', unreadable));
  const cards = readAll(j, 'cards', unreadable).map((c) => settleCard(c, known, reactions.get(c.id)));
  return {
    meta: readMeta(j.meta),
    ...structure,
    cards: cards.sort(byRank),
    unreadable: unreadable.sort(byName),
  };
}

export const byName = (a: Unreadable[number], b: Unreadable[number]): number =>
  a.collection + a.id < b.collection + b.id ? -1 : 1;
