import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocument } from '../../../lib/db/documents.ts';
import { docUpdates } from '../../../lib/db/schema/index.ts';
import { type DocumentStore, documentStore } from '../../../server/sync/store.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { onEachEngine, type TestDatabase } from '../../support/postgres.ts';

interface Bench {
  store: DocumentStore;
  create(document: string, state: Uint8Array): Promise<void>;
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const FIRST = { epoch: 1, generation: 0 };
let count = 0;
const fresh = () => {
  count += 1;
  return `journey:doc-${count}`;
};

/** What every document store does; run against each of them. */
function keepsItsPromises(bench: () => Bench): void {
  test('there is no document until it is created', async () => {
    expect(await bench().store.load(fresh())).toBeNull();
  });

  test('state and rows come back byte for byte, in order, each document by itself', async () => {
    const { store, create } = bench();
    const [one, two] = [fresh(), fresh()];
    // A view into a larger buffer, as Yjs hands out.
    await create(one, bytes(9, 1, 2, 3, 9).subarray(1, 4));
    await create(two, bytes(0));
    const seqs = await store.append([
      { document: one, epoch: 1, bytes: bytes(1) },
      { document: two, epoch: 1, bytes: bytes(2, 2) },
      { document: one, epoch: 1, bytes: bytes() },
    ]);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    const loaded = await store.load(one);
    expect(loaded?.state).toEqual(bytes(1, 2, 3));
    expect(loaded?.tail).toEqual([
      { seq: seqs[0], bytes: bytes(1) },
      { seq: seqs[2], bytes: bytes() },
    ]);
    expect((await store.load(two))?.tail).toHaveLength(1);
  });

  test('compacting deletes exactly the rows it covers', async () => {
    const { store, create } = bench();
    const document = fresh();
    await create(document, bytes(0));
    const rows = [1, 2, 3].map((n) => ({ document, epoch: 1, bytes: bytes(n) }));
    const [first, second] = await store.append(rows);
    await store.append([{ document, epoch: 1, bytes: bytes(4) }]);
    await store.compact(document, FIRST, bytes(7, 7), [first as number, second as number]);
    const loaded = await store.load(document);
    expect(loaded?.state).toEqual(bytes(7, 7));
    expect(loaded?.tail.map((row) => [...row.bytes])).toEqual([[3], [4]]);
  });

  test('a reader beside a compaction sees the old state with its rows or the new one, never less', async () => {
    const { store, create } = bench();
    const document = fresh();
    await create(document, bytes(0));
    for (let round = 1; round <= 20; round += 1) {
      const seqs = await store.append([{ document, epoch: 1, bytes: bytes(round) }]);
      const [loaded] = await Promise.all([
        store.load(document),
        store.compact(document, { epoch: 1, generation: round - 1 }, bytes(round), seqs),
      ]);
      const newest = Math.max(loaded?.state[0] ?? 0, ...(loaded?.tail ?? []).map((row) => row.bytes[0] ?? 0));
      expect(newest).toBe(round);
    }
  });

  test('a document of 5 MB and 3,000 covered rows', async () => {
    const { store, create } = bench();
    const document = fresh();
    await create(document, new Uint8Array(5_000_000).fill(5));
    const seqs: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      seqs.push(
        ...(await store.append(Array.from({ length: 500 }, () => ({ document, epoch: 1, bytes: bytes(1) })))),
      );
    }
    expect((await store.load(document))?.tail).toHaveLength(3_000);
    await store.compact(document, FIRST, new Uint8Array(5_000_000).fill(6), seqs);
    const loaded = await store.load(document);
    expect([loaded?.state.length, loaded?.state[4_999_999], loaded?.tail.length]).toEqual([5_000_000, 6, 0]);
  });

  test('more covered rows than a statement has parameters', async () => {
    const { store, create } = bench();
    const document = fresh();
    await create(document, bytes(1));
    const [seq] = await store.append([{ document, epoch: 1, bytes: bytes(2) }]);
    const covered = [...Array.from({ length: 130_000 }, (_, i) => -1 - i), seq as number];
    await store.compact(document, FIRST, bytes(3), covered);
    expect(await store.load(document)).toMatchObject({ generation: 1, state: bytes(3), tail: [] });
  });

  test('only one of two that compact the same version writes; the other is told', async () => {
    const { store, create } = bench();
    const document = fresh();
    await create(document, bytes(0));
    const seqs = await store.append([{ document, epoch: 1, bytes: bytes(1) }]);
    expect(await store.compact(document, FIRST, bytes(1), [])).toBe(1);
    expect(await store.compact(document, FIRST, bytes(2), seqs)).toBeNull();
    expect(await store.load(document)).toMatchObject({ state: bytes(1), tail: [{ seq: seqs[0] }] });
  });

  test('whoever missed rows or a compaction gets just those', async () => {
    const { store, create } = bench();
    const document = fresh();
    await create(document, bytes(0));
    const rows = [1, 2, 3].map((n) => ({ document, epoch: 1, bytes: bytes(n) }));
    const seqs = await store.append(rows);
    const [one, two, three] = seqs as [number, number, number];
    expect(await store.since(document, FIRST, [one, three])).toEqual({
      ...FIRST,
      state: null,
      rows: [{ seq: two, bytes: bytes(2) }],
    });
    await store.compact(document, FIRST, bytes(9), [one, two]);
    expect(await store.since(document, FIRST, [one])).toEqual({
      epoch: 1,
      generation: 1,
      state: bytes(9),
      rows: [{ seq: three, bytes: bytes(3) }],
    });
    expect(await store.since(fresh(), FIRST, [])).toBeNull();
  });

  test('the next epoch keeps what was, and takes no rows with it that it does not hold', async () => {
    const { store, create } = bench();
    const document = fresh();
    await create(document, bytes(0));
    const [one] = await store.append([{ document, epoch: 1, bytes: bytes(1) }]);
    const next = { state: bytes(5), genesis: 4_000_000_000, past: bytes(0, 1) };
    expect(await store.renew(document, FIRST, next, [])).toBe(false);
    expect(await store.renew(document, { epoch: 1, generation: 7 }, next, [one as number])).toBe(false);
    expect(await store.renew(document, FIRST, next, [one as number])).toBe(true);
    const [late] = await store.append([{ document, epoch: 1, bytes: bytes(2) }]);
    expect(await store.load(document)).toEqual({
      epoch: 2,
      generation: 1,
      genesis: 4_000_000_000,
      state: bytes(5),
      tail: [],
      stale: [{ seq: late, epoch: 1, bytes: bytes(2) }],
    });
    const [kept] = await store.append([{ document, epoch: 2, bytes: bytes(3) }]);
    // What late rows build on is kept as long as they wait.
    await store.forgetPast(new Date(Date.now() + 60_000));
    expect(await store.past(document, 1)).toEqual(bytes(0, 1));
    // Once they are in the document they are folded away with it.
    await store.compact(document, { epoch: 2, generation: 1 }, bytes(5), [late as number]);
    expect(await store.load(document)).toMatchObject({ tail: [{ seq: kept }], stale: [] });
    expect(await store.past(document, 1)).toEqual(bytes(0, 1));
    expect(await store.past(document, 2)).toBeNull();
    await store.forgetPast(new Date(Date.now() + 60_000));
    expect(await store.past(document, 1)).toBeNull();
  });

  test('compacting a document that is gone brings nothing back', async () => {
    const { store } = bench();
    const document = fresh();
    expect(await store.compact(document, FIRST, bytes(1), [1])).toBeNull();
    expect(await store.load(document)).toBeNull();
  });
}

describe('the store in memory, for tests', () => {
  const store = new MemoryStore();
  keepsItsPromises(() => ({
    store,
    create: async (document, state) => void store.states.set(document, state),
  }));
});

onEachEngine('the document store', (open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  keepsItsPromises(() => ({
    store: documentStore(database.db),
    create: (document, state) => createDocument(database.db, document, state),
  }));

  test('a document begins with what it belongs to, or not at all; and only once', async () => {
    const store = documentStore(database.db);
    const document = fresh();
    const failed = database.db.transaction(async (tx) => {
      await createDocument(tx, document, bytes(1));
      throw new Error('the workshop row failed');
    });
    await expect(failed).rejects.toThrow('the workshop row failed');
    expect(await store.load(document)).toBeNull();
    await createDocument(database.db, document, bytes(1));
    await expect(createDocument(database.db, document, bytes(2))).rejects.toMatchObject({
      cause: { code: '23505' },
    });
    expect((await store.load(document))?.state).toEqual(bytes(1));
  });

  test('a batch is written whole or not at all', async () => {
    const document = fresh();
    const bad = { document: null as unknown as string, epoch: 1, bytes: bytes(2) };
    const store = documentStore(database.db);
    await expect(store.append([{ document, epoch: 1, bytes: bytes(1) }, bad])).rejects.toThrow();
    expect(await database.db.select().from(docUpdates).where(eq(docUpdates.doc, document))).toEqual([]);
  });

  test('writes go on when the pool has replaced its connection, as it does after an idle spell', async () => {
    const store = documentStore(database.db);
    const document = fresh();
    await createDocument(database.db, document, bytes(0));
    const write = () => store.append([{ document, epoch: 1, bytes: bytes(1) }]);
    await write();
    const client = await database.db.$client.connect();
    client.release(true);
    await write();
    await write();
    expect((await store.load(document))?.tail).toHaveLength(3);
  });
});
