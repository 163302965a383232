import * as Y from 'yjs';
import { type JourneyDoc, openJourney } from '../../lib/journey/document.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { DOCUMENT } from '../support/network.ts';
import { Person, type PersonOptions } from '../support/person.ts';
import { random } from '../support/random.ts';
import { wearOut } from '../support/random-edits.ts';
import { type SocketServer, until } from '../support/sockets.ts';
import { start } from './served.ts';
import { seed } from './set-up.ts';

/** A map that is worth writing anew: cards `card0` … `card19`, all of Per's. */
export function wornMap(overwrites = 16_000, cards = 20) {
  const { state, cell, phaseId } = seed();
  const j = openJourney(new Y.Doc());
  Y.applyUpdate(j.doc, state);
  wearOut(random(overwrites), j, { cell, cards, overwrites });
  return { state: Y.encodeStateAsUpdate(j.doc), cell, phaseId };
}

const worn = wornMap();

/** A server behind real sockets with a worn map in its store. */
export async function startWorn(parts: Parameters<typeof start>[0] = {}) {
  const store = parts.store ?? new MemoryStore();
  if (!store.states.has(DOCUMENT)) store.states.set(DOCUMENT, worn.state);
  const started = await start({ ...parts, store });
  const made = { ...started, cell: worn.cell, epoch: () => store.versions.get(DOCUMENT)?.epoch ?? 1 };
  // While somebody is there, nobody else's leaving lets the map be written anew.
  const host = person(made, 'fia');
  await until(() => host.isSaved, 'saved');
  return { ...made, host: host as Person | null };
}

export function person(
  {
    server,
    sync,
  }: { server: SocketServer; sync: { rooms: { past(d: typeof DOCUMENT, e: number): Promise<Uint8Array> } } },
  userId: string,
  options: Partial<PersonOptions> = {},
): Person {
  return new Person(server, userId, { past: (epoch) => sync.rooms.past(DOCUMENT, epoch), ...options });
}

/** Lets the map be written anew: somebody who may write leaves as the last one. */
export async function renew(made: Awaited<ReturnType<typeof startWorn>>): Promise<void> {
  const from = made.epoch();
  const last = made.host ?? person(made, 'fia');
  made.host = null;
  await until(() => last.isSaved, 'saved');
  // Something to decide on: so the server has decoded the map.
  last.session.doc.transact(() => {
    last.session.journey.meta.set('title', `Of epoch ${from}`);
  });
  await until(() => last.isSaved && last.session.state.get().pending === 0, 'saved');
  last.leave();
  await until(() => made.epoch() === from + 1, 'the next epoch');
}

export function opened(...updates: Uint8Array[]): JourneyDoc {
  const j = openJourney(new Y.Doc());
  for (const update of updates) Y.applyUpdate(j.doc, update);
  return j;
}
