import type * as Y from 'yjs';
import { byName, type EntryCollection, type JourneyDoc, readEntry, readMeta } from './document.ts';
import type { Card, Journey } from './model.ts';
import {
  byRank,
  type Known,
  knownIn,
  reactionsByCard,
  type Structure,
  settleCard,
  settleStructure,
} from './settle.ts';

/** The plain journey of a document that goes on changing. */
export interface LiveJourney {
  /**
   * What `toJourney` would give now. Only what changed since the last call is read again: every other entry,
   * and every list in which nothing changed, is the same object as before.
   */
  read(): Journey;
  stop(): void;
}

const STRUCTURE = ['phases', 'touchpoints', 'lanes', 'personas'] as const;

/** Follows a document entry by entry. Inside a transaction it still gives what was before it. */
export function followJourney(j: JourneyDoc): LiveJourney {
  const stops: (() => void)[] = [];
  const unreadable = new Map<string, Journey['unreadable'][number]>();
  let unreadableChanged = true;

  /** One collection's entries as they were read last, and the keys of those that changed since. */
  function follow<C extends EntryCollection>(collection: C) {
    type Read = NonNullable<ReturnType<typeof readEntry<C>>['data']>;
    const entries = new Map<string, Read>();
    let dirty = new Set<string>(j[collection].keys());
    const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const event of events) {
        const [key] = event.path;
        if (key !== undefined) dirty.add(String(key));
        else for (const own of (event as Y.YMapEvent<unknown>).keysChanged) dirty.add(own);
      }
    };
    j[collection].observeDeep(onChange as never);
    stops.push(() => j[collection].unobserveDeep(onChange as never));
    return {
      entries,
      /** The entries read again, as they were before; null when there was nothing to read. */
      update(): ReadonlyMap<string, Read | undefined> | null {
        if (dirty.size === 0) return null;
        const changed = new Map<string, Read | undefined>();
        const keys = dirty;
        dirty = new Set();
        for (const key of keys) {
          changed.set(key, entries.get(key));
          const there = j[collection].has(key);
          const parsed = there ? readEntry(collection, key, j[collection].get(key)) : null;
          if (parsed?.success) entries.set(key, parsed.data as Read);
          else entries.delete(key);
          const name = `${collection} ${key}`;
          const isUnreadable = there && !parsed?.success;
          if (isUnreadable !== unreadable.has(name)) {
            unreadableChanged = true;
            if (isUnreadable) unreadable.set(name, { collection, id: key });
            else unreadable.delete(name);
          }
        }
        return changed;
      },
    };
  }

  const parts = {
    phases: follow('phases'),
    touchpoints: follow('touchpoints'),
    lanes: follow('lanes'),
    personas: follow('personas'),
  };
  const cards = follow('cards');
  const reactions = follow('reactions');
  let said: ReadonlyMap<string, Card['reactions']> = new Map();
  let metaChanged = true;
  const onMeta = () => {
    metaChanged = true;
  };
  j.meta.observe(onMeta);
  stops.push(() => j.meta.unobserve(onMeta));

  let known: Known | undefined;
  let last: Journey | undefined;

  function structure(): Structure {
    const changed = STRUCTURE.filter((name) => parts[name].update() !== null);
    if (last && changed.length === 0) return last;
    const next = settleStructure({
      phases: [...parts.phases.entries.values()],
      touchpoints: [...parts.touchpoints.entries.values()],
      lanes: [...parts.lanes.entries.values()],
      personas: [...parts.personas.entries.values()],
    });
    if (!last) return next;
    return {
      phases: sameList(last.phases, next.phases),
      touchpoints: sameList(last.touchpoints, next.touchpoints),
      lanes: sameList(last.lanes, next.lanes),
      personas: sameList(last.personas, next.personas),
    };
  }

  /** Brings `said` up to date; the cards it changed for. */
  function cardsSpokenTo(): ReadonlySet<string> {
    const changed = reactions.update();
    const cardIds = new Set<string>();
    if (!changed) return cardIds;
    for (const [key, before] of changed) {
      for (const entry of [before, reactions.entries.get(key)]) if (entry) cardIds.add(entry.cardId);
    }
    const entries = [...reactions.entries.values()].filter((r) => cardIds.has(r.cardId));
    const now = new Map(said);
    for (const cardId of cardIds) now.delete(cardId);
    for (const [cardId, byUser] of reactionsByCard(entries)) now.set(cardId, byUser);
    said = now;
    return cardIds;
  }

  function settledCards(next: Structure): Card[] {
    const before = known;
    if (!before || !last || STRUCTURE.some((name) => next[name] !== last?.[name])) {
      const now = knownIn(next);
      known = before && sameKnown(before, now) ? before : now;
    }
    const changed = new Set([...(cards.update()?.keys() ?? []), ...cardsSpokenTo()]);
    const settle = (card: Card) => settleCard(card, known as Known, said.get(card.id));
    if (!last || known !== before) return [...cards.entries.values()].map(settle).sort(byRank);
    if (changed.size === 0) return last.cards;
    const fresh: Card[] = [];
    for (const key of changed) {
      const card = cards.entries.get(key);
      if (card) fresh.push(settle(card));
    }
    return merged(
      last.cards.filter((c) => !changed.has(c.id)),
      fresh.sort(byRank),
    );
  }

  return {
    read() {
      const next = structure();
      const nextCards = settledCards(next);
      const meta = !last || metaChanged ? readMeta(j.meta) : last.meta;
      metaChanged = false;
      const list = !last || unreadableChanged ? [...unreadable.values()].sort(byName) : last.unreadable;
      unreadableChanged = false;
      const { phases, touchpoints, lanes, personas } = next;
      const journey = { meta, phases, touchpoints, lanes, personas, cards: nextCards, unreadable: list };
      const isSame =
        last && (Object.keys(journey) as (keyof Journey)[]).every((k) => journey[k] === last?.[k]);
      if (!isSame) last = journey;
      return last as Journey;
    },
    stop() {
      for (const stop of stops.splice(0)) stop();
    },
  };
}

/** Two lists in order as one. */
function merged(kept: readonly Card[], fresh: readonly Card[]): Card[] {
  const out: Card[] = [];
  let at = 0;
  for (const card of kept) {
    for (let next = fresh[at]; next && byRank(next, card) < 0; next = fresh[at]) {
      out.push(next);
      at += 1;
    }
    out.push(card);
  }
  return out.concat(fresh.slice(at));
}

const sameList = <T>(before: T[], next: T[]): T[] =>
  before.length === next.length && next.every((item, i) => item === before[i]) ? before : next;

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((item) => b.has(item));

const sameKnown = (a: Known, b: Known) =>
  sameSet(a.touchpoints, b.touchpoints) && sameSet(a.lanes, b.lanes) && sameSet(a.personas, b.personas);
