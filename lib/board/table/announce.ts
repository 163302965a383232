import type { Card, CardKind, Journey } from '../../journey/model.ts';

/** What somebody else did to one card, or to the map's structure. */
export type Change =
  | { what: 'added' | 'removed' | 'changed' | 'moved'; kind: CardKind; where: string; by: string | null }
  | { what: 'lifted'; kind: CardKind; by: string | null }
  | { what: 'structure' };

/** What a set of cards looked like before others touched them; null for one that was not there. */
export type Before = ReadonlyMap<string, Card | null>;

/**
 * What has come of others' edits, as it stands now: a card typed into twenty times has changed once, one
 * that was added and removed again is not worth a word. Order within a cell and reactions are not told.
 * @param before the touched cards as they were when they were first touched
 * @param by who has a card in hand, by name
 */
export function changesOf(
  before: Before,
  now: Pick<Journey, 'cards' | 'touchpoints'>,
  by: (card: Card, added: boolean) => string | null,
): Change[] {
  const cards = new Map(now.cards.map((card) => [card.id, card]));
  const name = new Map(now.touchpoints.map((t) => [t.id, t.name]));
  const where = (card: Card) => name.get(card.place?.touchpointId ?? '') ?? '';
  return [...before].flatMap(([id, old]): Change[] => {
    const card = cards.get(id);
    if (!card) return old ? [{ what: 'removed', kind: old.kind, where: where(old), by: by(old, false) }] : [];
    const told = { kind: card.kind, where: where(card), by: by(card, !old) };
    if (!old) return [{ what: 'added', ...told }];
    if (!card.place) return old.place ? [{ what: 'lifted', kind: card.kind, by: told.by }] : [];
    if (
      !old.place ||
      old.place.touchpointId !== card.place.touchpointId ||
      old.place.laneId !== card.place.laneId
    )
      return [{ what: 'moved', ...told }];
    return saysOther(old, card) ? [{ what: 'changed', ...told }] : [];
  });
}

const saysOther = (a: Card, b: Card) =>
  a.text !== b.text ||
  a.kind !== b.kind ||
  a.evidence !== b.evidence ||
  a.emoji !== b.emoji ||
  a.valence !== b.valence ||
  a.severity !== b.severity ||
  a.personaId !== b.personaId;

/** The one to say when several happened: the newest card that came, else the newest change; and how many more. */
export function worthSaying(changes: readonly Change[]): { change: Change; more: number } | null {
  const change = changes.findLast((c) => c.what === 'added') ?? changes.at(-1);
  return change ? { change, more: changes.length - 1 } : null;
}
