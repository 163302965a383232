import { expect } from 'vitest';
import * as Y from 'yjs';
import { checkDrawingRecord } from '../../lib/board/schema/index.ts';
import { addCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { type JourneyDoc, openJourney, toJourney } from '../../lib/journey/document.ts';
import { buildSync } from '../../server/sync/sync.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { groundState } from '../support/mutants/index.ts';
import { byHeader, DOCUMENT } from '../support/network.ts';
import { serve, until } from '../support/sockets.ts';
import { unsound } from '../support/soundness.ts';
import { ACTORS } from '../sync/set-up.ts';

/** A server with the mutants' ground in it and two honest people: one in our own session, one in a stock client. */
export async function withHonest() {
  const store = new MemoryStore();
  store.states.set(DOCUMENT, groundState());
  const quiet = { info() {}, warn() {}, error() {} };
  const sync = buildSync({
    config: { baseUrl: undefined },
    store,
    ...byHeader(ACTORS),
    checkDrawing: checkDrawingRecord,
    logger: quiet,
    // What mutants cost a user is another test's question.
    faults: { perSecond: 1e9, burst: 1e9 },
  });
  const server = await serve(sync);
  const session = server.session('ada');
  const stock = server.provider('ada');
  await until(() => session.state.get().kind === 'saved' && stock.provider.synced, 'sync');
  let drops = 0;
  stock.provider.on('connection-close', () => {
    drops += 1;
  });
  session.state.subscribe(() => {
    if (['offline', 'closed', 'refused'].includes(session.state.get().kind)) drops += 1;
  });
  return { store, server, session, stock, drops: () => drops };
}

export type Honest = Awaited<ReturnType<typeof withHonest>>;

/** Somebody adds a card and types in another. */
export function edit({ session, stock }: Honest, n: number): void {
  const j: JourneyDoc = n % 2 === 0 ? session.journey : stock.journey;
  const { cards } = toJourney(j);
  addCard(j, { kind: 'quote', text: `honest ${n}`, cell: null, authorId: 'ada' });
  const last = cards.at(-1);
  if (last && last.text.length < 500) setCardText(j, last.id, `${last.text}.`);
}

/** Both have everything, the store has the same, and it is sound. */
export async function settledAlike(honest: Honest, edits: number): Promise<void> {
  const { session, stock, store } = honest;
  const vector = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
  await until(
    () => session.state.get().kind === 'saved' && vector(session.doc) === vector(stock.journey.doc),
    'agreement',
  );
  expect(honest.drops()).toBe(0);
  const stored = openJourney(new Y.Doc());
  const held = await store.load(DOCUMENT);
  Y.applyUpdate(stored.doc, held?.state as Uint8Array);
  for (const { bytes } of held?.tail ?? []) Y.applyUpdate(stored.doc, bytes);
  expect(unsound(stored)).toEqual([]);
  expect(Y.equalSnapshots(Y.snapshot(stored.doc), Y.snapshot(session.doc))).toBe(true);
  expect(toJourney(stored)).toEqual(toJourney(session.journey));
  expect(toJourney(stored).cards.filter((c) => c.text.startsWith('honest')).length).toBeGreaterThan(0);
  expect(edits).toBeGreaterThan(0);
}
