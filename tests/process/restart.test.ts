import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import { openDatabase } from '../../lib/db/open.ts';
import { docStates, docUpdates } from '../../lib/db/schema/index.ts';
import { addCard } from '../../lib/journey/commands/cards.ts';
import { type JourneySession, openSession } from '../../lib/sync/client/index.ts';
import { journeyDocument } from '../../lib/sync/protocol.ts';
import { furnish } from '../support/furnish.ts';
import { type RunningServer, startServer } from '../support/process.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-restart-'));
let server: RunningServer | undefined;
let session: JourneySession | undefined;
afterEach(async () => {
  session?.destroy();
  server?.signal('SIGKILL');
  await server?.exited;
  rmSync(folder, { recursive: true, force: true });
});

test('stopped and killed by turns while somebody maps: what was shown as saved is on the disk, and in the end all of it', async () => {
  const { workshopId, people } = await furnish(folder);
  const [{ userId, cookie } = { userId: '', cookie: '' }] = people;
  const port = await freePort();
  const start = () => startServer({ DATA_DIR: folder, PORT: String(port) });
  server = await start();
  const own = { origin: `http://127.0.0.1:${port}`, cookie };
  session = openSession({
    url: `ws://127.0.0.1:${port}/sync`,
    document: journeyDocument(workshopId),
    user: { id: userId, name: 'Åsa' },
    readOnly: false,
    WebSocket: class extends NodeSocket {
      constructor(url: string | URL) {
        super(url, { headers: own });
      }
    } as unknown as typeof WebSocket,
  });
  await session.ready;
  const { journey, state } = session;
  const written = new Set<string>();
  let saved = new Set<string>();
  const noteSaved = () => {
    const { kind, pending } = state.get();
    if (kind === 'saved' && pending === 0) saved = new Set(written);
  };
  state.subscribe(noteSaved);
  const write = (cards: number) => {
    for (let i = 0; i < cards; i++) {
      const text = `kort ${written.size}`;
      written.add(addCard(journey, { kind: 'question', text, cell: null, authorId: userId }));
    }
  };
  const allSaved = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        noteSaved();
        if (saved.size < written.size) return;
        unsubscribe();
        resolve();
      };
      const unsubscribe = state.subscribe(look);
      look();
    });

  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    write(10);
    await allSaved();
    // These are on their way while the server goes down.
    write(10);
    server.signal(signal);
    expect(await server.exited).toBe(signal === 'SIGTERM' ? 0 : 'SIGKILL');
    const shown = new Set(saved);
    const stored = await storedCards(workshopId);
    expect([...shown].filter((id) => !stored.has(id))).toEqual([]);
    server = await start();
    await allSaved();
  }
  expect(await server.stop()).toBe(0);
  expect(await storedCards(workshopId)).toEqual(written);
});

/** The ids of the cards that the database holds while no server runs. */
async function storedCards(workshopId: string): Promise<Set<string>> {
  const { db, close } = await openDatabase({ dataDir: folder, databaseUrl: undefined });
  const name = journeyDocument(workshopId);
  const doc = new Y.Doc();
  const [state] = await db.select().from(docStates).where(eq(docStates.doc, name));
  const updates = await db
    .select()
    .from(docUpdates)
    .where(eq(docUpdates.doc, name))
    .orderBy(asc(docUpdates.seq));
  await close();
  if (!state) throw new Error('the document is gone');
  for (const bytes of [state.state, ...updates.map((update) => update.bytes)]) Y.applyUpdate(doc, bytes);
  return new Set(doc.getMap('cards').keys());
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
