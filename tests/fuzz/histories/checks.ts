import { expect } from 'vitest';
import * as Y from 'yjs';
import { type JourneyDoc, openJourney, toJourney } from '../../../lib/journey/document.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import type { MemoryStore } from '../../support/memory-store.ts';
import { DOCUMENT } from '../../support/network.ts';
import { unsound } from '../../support/soundness.ts';
import { KEPT } from './acts.ts';
import type { Person } from './person.ts';

/** Entries of a newer release that lie in the store from the beginning: nobody can read them, nobody may lose them. */
export const PLANTED = new Set(['cards/hologram', 'lanes/scent']);

/** The document as it would be loaded now. */
export async function storedDoc(store: MemoryStore): Promise<JourneyDoc> {
  const held = await store.load(DOCUMENT);
  const j = openJourney(new Y.Doc());
  if (!held) throw new Error('the document is gone');
  Y.applyUpdate(j.doc, held.state);
  for (const { bytes } of held.tail) Y.applyUpdate(j.doc, bytes);
  return j;
}

/** The stored document as it grows, read on and not anew, since it is looked at after every step. */
export class StoredReplica {
  #j: JourneyDoc | null = null;
  #version = '';
  #seen = new Set<number>();

  constructor(private readonly store: MemoryStore) {}

  async read(): Promise<JourneyDoc> {
    const held = await this.store.load(DOCUMENT);
    if (!held) throw new Error('the document is gone');
    const version = `${held.epoch}/${held.generation}`;
    if (this.#j === null || this.#version !== version) {
      this.#j?.doc.destroy();
      this.#j = openJourney(new Y.Doc());
      this.#version = version;
      this.#seen = new Set();
      Y.applyUpdate(this.#j.doc, held.state);
    }
    for (const { seq, bytes } of held.tail) {
      if (this.#seen.has(seq)) continue;
      this.#seen.add(seq);
      Y.applyUpdate(this.#j.doc, bytes);
    }
    return this.#j;
  }
}

/** What must hold of a replica at any moment, also with edits of its own that the server has not seen. */
export function soundReplica(j: JourneyDoc): void {
  // Two who nest frames into each other make a circle until one of them is refused.
  expect(unsound(j, PLANTED).filter((fault) => !fault.includes('circle'))).toEqual([]);
}

/** What must hold whenever a client says *saved*: all it has written is in the store, deletions too. */
export function savedIsDurable(person: Person, stored: JourneyDoc): void {
  const own = person.client.doc;
  for (const id of person.ids) {
    const has = Y.getState(own.store, id);
    if (has > 0) expect(Y.getState(stored.doc.store, id), `${person.userId} is shown as saved`).toBe(has);
  }
}

/** A reader's edits are on the reader's own screen and nowhere else. */
export function nothingOfReaders(docs: readonly Y.Doc[], readers: readonly Person[]): void {
  for (const doc of docs) {
    for (const { ids, client } of readers) {
      if (client.doc === doc) continue;
      for (const id of ids) expect(doc.store.clients.has(id), `an edit of ${client.userId}`).toBe(false);
    }
  }
}

/** Once everything is quiet: all replicas, the server and the store are one, and nothing dangles. */
export function agreement(replicas: readonly JourneyDoc[]): void {
  const [one, ...others] = replicas as [JourneyDoc, ...JourneyDoc[]];
  const journey = toJourney(one);
  const drawing = one.drawing.toJSON();
  const snapshot = Y.snapshot(one.doc);
  expect(unsound(one, PLANTED)).toEqual([]);
  for (const j of others) {
    expect(j.doc.store.pendingStructs).toBeNull();
    expect(j.doc.store.pendingDs).toBeNull();
    expect(toJourney(j)).toEqual(journey);
    expect(j.drawing.toJSON()).toEqual(drawing);
    expect(Y.encodeStateVector(j.doc)).toEqual(Y.encodeStateVector(one.doc));
    expect(Y.equalSnapshots(Y.snapshot(j.doc), snapshot), 'what is deleted').toBe(true);
  }
  expect(new Set(journey.unreadable.map((u) => `${u.collection}/${u.id}`))).toEqual(PLANTED);
  expect(
    journey.cards.some((c) => c.id === KEPT),
    'the card only a reader took away',
  ).toBe(true);
  nothingDangles(journey);
}

function nothingDangles({ phases, touchpoints, lanes, cards }: Journey): void {
  const ids = (items: readonly { id: string }[]) => new Set(items.map((item) => item.id));
  const [inPhases, columns, rows] = [ids(phases), ids(touchpoints), ids(lanes)];
  for (const t of touchpoints) if (phases.length > 0) expect(inPhases).toContain(t.place.phaseId);
  for (const { place } of cards) {
    if (!place) continue;
    expect(columns).toContain(place.touchpointId);
    expect(rows).toContain(place.laneId);
  }
}
