import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { type JourneyDoc, readEntry } from '../document.ts';
import {
  type Card,
  type CardKind,
  defaultEvidence,
  type Evidence,
  type Place,
  type Reaction,
  reactionKey,
  type Severity,
  type Source,
} from '../model.ts';
import { ordersBetween } from '../order.ts';
import { byRank } from '../settle.ts';
import { setText, textOf } from './text.ts';

interface Cell {
  touchpointId: string;
  laneId: string;
}

export interface NewCard {
  kind: CardKind;
  text: string;
  /** The cell, or null for the tray. */
  cell: Cell | null;
  /** Rank in the cell; default last. */
  index?: number;
  authorId: string;
  source?: Source | null;
  evidence?: Evidence;
  emoji?: string | null;
  valence?: number | null;
  severity?: Severity | null;
  personaId?: string | null;
}

/** Writes a new card and returns its id. The caller has chosen a lane that accepts the kind (`laneFor`). */
export function addCard(j: JourneyDoc, input: NewCard): string {
  return addCards(j, [input])[0] as string;
}

/**
 * Writes new cards in one transaction and returns their ids. Those of one cell keep the order given, all at
 * the `index` of the first of them; each cell is read once, however many they are.
 */
export function addCards(j: JourneyDoc, inputs: readonly NewCard[]): string[] {
  const cardIds = inputs.map(() => nanoid(12));
  const byCell = new Map<string, number[]>();
  inputs.forEach(({ cell }, i) => {
    if (!cell) return;
    const key = `${cell.touchpointId} ${cell.laneId}`;
    byCell.set(key, [...(byCell.get(key) ?? []), i]);
  });
  j.doc.transact(() => {
    const orders: string[] = [];
    for (const members of byCell.values()) {
      const { cell, index } = inputs[members[0] as number] as NewCard;
      const made = ordersAmong(readCell(j, cell as Cell), index, members.length);
      members.forEach((member, rank) => {
        orders[member] = made[rank] as string;
      });
    }
    inputs.forEach((input, i) => {
      j.cards.set(cardIds[i] as string, newEntry(input, orders[i]));
    });
  }, j.origin);
  return cardIds;
}

function newEntry(input: NewCard, order: string | undefined): Y.Map<unknown> {
  const entry = new Y.Map<unknown>();
  const source = input.source ?? null;
  entry.set('kind', input.kind);
  entry.set('text', new Y.Text(input.text));
  entry.set('evidence', input.evidence ?? defaultEvidence(input.kind, source));
  entry.set('authorId', input.authorId);
  entry.set('createdAt', Date.now());
  if (source) entry.set('source', source);
  if (input.emoji) entry.set('emoji', input.emoji);
  if (input.valence !== undefined && input.valence !== null) entry.set('valence', input.valence);
  if (input.severity) entry.set('severity', input.severity);
  if (input.personaId) entry.set('personaId', input.personaId);
  if (input.cell) entry.set('place', { ...input.cell, order });
  return entry;
}

/**
 * Moves cards, in the order given, into one cell at `index` (default last) or, with null, to the tray.
 * Cards that are gone are passed over. One write per card.
 */
export function moveCards(
  j: JourneyDoc,
  cardIds: readonly string[],
  cell: Cell | null,
  index?: number,
): void {
  j.doc.transact(() => {
    const there = cardIds.filter((cardId) => j.cards.has(cardId));
    const orders = cell ? ordersIn(j, cell, index, there) : [];
    there.forEach((cardId, i) => {
      j.cards.get(cardId)?.set('place', cell ? { ...cell, order: orders[i] } : null);
    });
  }, j.origin);
}

/** Fresh orders at `index` of a cell, counted without the cards that are about to move. */
function ordersIn(j: JourneyDoc, cell: Cell, index: number | undefined, moving: readonly string[]): string[] {
  const held = readCell(j, cell).filter((c) => !moving.includes(c.id));
  return ordersAmong(held, index, Math.max(1, moving.length));
}

function ordersAmong(held: readonly Card[], index: number | undefined, count: number): string[] {
  const at = Math.max(0, Math.min(index ?? held.length, held.length));
  return ordersBetween(held[at - 1]?.place?.order ?? null, held[at]?.place?.order ?? null, count);
}

/** A cell's cards in their order, read without reading the others. */
function readCell(j: JourneyDoc, cell: Cell): Card[] {
  const out: Card[] = [];
  for (const [cardId, entry] of j.cards) {
    const place = entry instanceof Y.Map ? (entry.get('place') as Place | null | undefined) : null;
    if (place?.touchpointId !== cell.touchpointId || place.laneId !== cell.laneId) continue;
    const read = readEntry('cards', cardId, entry);
    if (read.success) out.push(read.data);
  }
  return out.sort(byRank);
}

export function cardsInCell(cards: readonly Card[], cell: Cell): Card[] {
  return cards.filter((c) => c.place?.touchpointId === cell.touchpointId && c.place.laneId === cell.laneId);
}

export function removeCards(j: JourneyDoc, cardIds: readonly string[]): void {
  j.doc.transact(() => {
    for (const cardId of cardIds) j.cards.delete(cardId);
  }, j.origin);
}

/** Replaces a card's text by the smallest edit (see `setText`); no-op when the card is gone. */
export function setCardText(j: JourneyDoc, cardId: string, text: string): void {
  const entry = j.cards.get(cardId);
  if (entry) j.doc.transact(() => setText(textOf(entry, 'text'), text), j.origin);
}

export type CardFields = Partial<
  Pick<Card, 'kind' | 'evidence' | 'emoji' | 'valence' | 'severity' | 'personaId'>
>;

/** Sets single properties of a card; no-op when the card is gone. */
export function setCard(j: JourneyDoc, cardId: string, fields: CardFields): void {
  const entry = j.cards.get(cardId);
  if (!entry) return;
  j.doc.transact(() => {
    for (const [key, value] of Object.entries(fields)) {
      if (entry.get(key) !== value) entry.set(key, value);
    }
  }, j.origin);
}

/** What a person says to a card, one thing at a time; null takes it back. No-op when the card is gone. */
export function react(j: JourneyDoc, cardId: string, userId: string, kind: Reaction | null): void {
  const key = reactionKey(cardId, userId);
  const entry: unknown = j.reactions.get(key);
  // What a newer release wrote there may be no map; it is replaced.
  const held = entry instanceof Y.Map ? entry : null;
  if (!j.cards.has(cardId) || (held?.get('kind') ?? null) === kind) return;
  j.doc.transact(() => {
    if (kind === null) j.reactions.delete(key);
    else if (held) held.set('kind', kind);
    else j.reactions.set(key, new Y.Map<unknown>(Object.entries({ cardId, userId, kind })));
  }, j.origin);
}
