import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { type JourneyDoc, toJourney } from '../document.ts';
import {
  type Card,
  type CardKind,
  defaultEvidence,
  type Evidence,
  type Reaction,
  reactionKey,
  type Severity,
  type Source,
} from '../model.ts';
import { ordersBetween } from '../order.ts';
import { setText, textOf } from './text.ts';

export interface NewCard {
  kind: CardKind;
  text: string;
  /** The cell, or null for the tray. */
  cell: { touchpointId: string; laneId: string } | null;
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
  const cardId = nanoid(12);
  j.doc.transact(() => {
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
    if (input.cell) entry.set('place', { ...input.cell, order: ordersIn(j, input.cell, input.index)[0] });
    j.cards.set(cardId, entry);
  }, j.origin);
  return cardId;
}

/**
 * Moves cards, in the order given, into one cell at `index` (default last) or, with null, to the tray.
 * Cards that are gone are passed over. One write per card.
 */
export function moveCards(
  j: JourneyDoc,
  cardIds: readonly string[],
  cell: { touchpointId: string; laneId: string } | null,
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
function ordersIn(
  j: JourneyDoc,
  cell: { touchpointId: string; laneId: string },
  index?: number,
  moving: readonly string[] = [],
): string[] {
  const held = cardsInCell(toJourney(j).cards, cell).filter((c) => !moving.includes(c.id));
  const at = Math.max(0, Math.min(index ?? held.length, held.length));
  const below = held[at - 1]?.place?.order ?? null;
  const above = held[at]?.place?.order ?? null;
  return ordersBetween(below, above, Math.max(1, moving.length));
}

export function cardsInCell(cards: readonly Card[], cell: { touchpointId: string; laneId: string }): Card[] {
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
  const held = j.reactions.get(key);
  if (!j.cards.has(cardId) || (held?.get('kind') ?? null) === kind) return;
  j.doc.transact(() => {
    if (kind === null) j.reactions.delete(key);
    else if (held) held.set('kind', kind);
    else j.reactions.set(key, new Y.Map<unknown>(Object.entries({ cardId, userId, kind })));
  }, j.origin);
}
