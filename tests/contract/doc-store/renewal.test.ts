import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createDocument } from '../../../lib/db/documents.ts';
import { docPasts } from '../../../lib/db/schema/index.ts';
import type { OpenDb } from '../../../lib/db/types.ts';
import { setCardText } from '../../../lib/journey/commands/cards.ts';
import { addLane, addPhase, addTouchpoint } from '../../../lib/journey/commands/structure.ts';
import { openJourney, toJourney } from '../../../lib/journey/document.ts';
import { kindsWith } from '../../../server/sync/kinds/index.ts';
import { KEEP_PAST, Renewal } from '../../../server/sync/renewal.ts';
import { loadWhole } from '../../../server/sync/stale.ts';
import { documentStore } from '../../../server/sync/store.ts';
import { openTestDatabase } from '../../support/database.ts';
import { random } from '../../support/random.ts';
import { wearOut } from '../../support/random-edits.ts';

/** Renewal on a real database: what the tests in memory say holds there too. */

let db: OpenDb;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await openTestDatabase());
});
afterAll(() => close());

const told: string[] = [];
const logger = { info: (line: string) => told.push(line), warn: fail, error: fail };
function fail(line: string, cause?: unknown): never {
  throw new Error(line, { cause });
}

let count = 0;
/** A worn map in the store, as a room that has just emptied holds it. */
async function emptied() {
  count += 1;
  const document = `journey:00000000-0000-4000-8000-00000000000${count}` as const;
  const j = openJourney(new Y.Doc());
  const phaseId = addPhase(j, { name: 'Before', part: 'before' });
  const cell = {
    touchpointId: addTouchpoint(j, { name: 'The bill', phaseId }),
    laneId: addLane(j, { name: 'Says', kind: 'quote' }),
  };
  wearOut(random(count), j, { cell, cards: 20, overwrites: 16_000 });
  await createDocument(db, document, Y.encodeStateAsUpdate(j.doc));
  const store = documentStore(db);
  const version = { epoch: 1, generation: 0 };
  const kind = kindsWith(() => null)(document);
  const content = kind.open(new Y.Doc());
  Y.applyUpdate(content.doc, Y.encodeStateAsUpdate(j.doc));
  return { document, store, journey: j, room: { document, kind, version, rows: [] as number[], content } };
}
const renewal = (followed = false) =>
  new Renewal({ store: documentStore(db), logger, fanOut: { isFollowedElsewhere: async () => followed } });

const textIn = (stored: { state: Uint8Array } | null, id: string): string | undefined => {
  const j = openJourney(new Y.Doc());
  if (stored) Y.applyUpdate(j.doc, stored.state);
  return toJourney(j).cards.find((card) => card.id === id)?.text;
};

test('a worn document begins its next epoch; late rows of the one before come in once, whoever loads first', async () => {
  const { document, store, room, journey } = await emptied();
  expect(await renewal().consider(room)).toBe(true);
  const fresh = await store.load(document);
  expect(fresh).toMatchObject({ epoch: 2, generation: 1, tail: [], stale: [] });

  const late: Uint8Array[] = [];
  journey.doc.on('update', (update: Uint8Array) => late.push(update));
  setCardText(journey, 'card7', 'Card 7, late');
  await store.append(late.map((bytes) => ({ document, epoch: 1, bytes })));
  const loads = await Promise.all(
    [1, 2, 3].map(() => loadWhole(documentStore(db), logger, document, room.kind)),
  );
  for (const stored of loads) expect(textIn(stored, 'card7')).toBe('Card 7, late');
  expect(await store.load(document)).toMatchObject({ epoch: 2, tail: [], stale: [] });
  expect(told.filter((line) => line.includes('left out: nothing'))).toHaveLength(1);
  expect(told.join('\n')).not.toContain('Card 7');
});

test('nothing is written anew that this node has not seen all of, or that is open elsewhere', async () => {
  const { document, store, room } = await emptied();
  expect(await renewal(true).consider(room)).toBe(false);
  const [seq] = await store.append([{ document, epoch: 1, bytes: Y.encodeStateAsUpdate(room.content.doc) }]);
  expect(await renewal().consider(room)).toBe(false);
  expect(await store.load(document)).toMatchObject({ epoch: 1 });
  expect(await renewal().consider({ ...room, rows: [seq as number] })).toBe(true);
});

test('what a document was is kept for 30 days', async () => {
  const { document, store, room } = await emptied();
  await renewal().consider(room);
  const age = async (ms: number) => {
    await db.update(docPasts).set({ retiredAt: new Date(Date.now() - ms) });
    const [empty] = [{ ...room, rows: [], content: null }];
    await renewal().consider(empty);
    return store.past(document, 1);
  };
  expect(await age(KEEP_PAST - 60_000)).not.toBeNull();
  expect(await age(KEEP_PAST + 60_000)).toBeNull();
});
