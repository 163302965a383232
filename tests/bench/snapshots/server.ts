/**
 * The sync server with its threads, as the product builds them, without Next: PGlite in a data folder
 * (argument 1). Only who somebody is comes from the request's headers.
 */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { checkDrawingRecord } from '../../../lib/board/schema/index.ts';
import { createDocument } from '../../../lib/db/documents.ts';
import { openDatabase } from '../../../lib/db/open.ts';
import { findings, interviews, snapshots, workshops } from '../../../lib/db/schema/index.ts';
import { writeSnapshot } from '../../../lib/services/snapshots/write.ts';
import { journeyDocument } from '../../../lib/sync/protocol.ts';
import { documentStore } from '../../../server/sync/store.ts';
import { buildSync } from '../../../server/sync/sync.ts';
import { createWork } from '../../../server/work/threads.ts';
import { listening } from '../sync/servers/control.mjs';
import type { Full } from './journey.ts';

const [folder] = process.argv.slice(2) as [string];
const { db } = await openDatabase({ dataDir: folder, databaseUrl: undefined });
const work = createWork();
const sync = buildSync({
  config: { baseUrl: undefined },
  store: documentStore(db),
  checkDrawing: checkDrawingRecord,
  memberIds: async () => [],
  async authorise({ headers }, document) {
    const userId = String(headers['x-user']);
    const role = headers['x-role'] === 'reader' ? ('leader' as const) : ('participant' as const);
    const workshopId = document.slice('journey:'.length);
    return { userId, name: userId, functionName: 'Care', workshopId, role, mayWrite: role !== 'leader' };
  },
});
let workshopId = '';

async function prepare({ interviewIds, findings: said }: Omit<Full, 'state'>, state: Uint8Array) {
  const [row] = await db.insert(workshops).values({ title: 'W', locale: 'en', template: 'x' }).returning();
  workshopId = row?.id ?? '';
  const consent = { notes: true, recording: false, quoteOnMap: true, quoteOutside: false };
  for (const [i, id] of interviewIds.entries()) {
    const alias = `Customer ${i + 1}`;
    await db
      .insert(interviews)
      .values({ id, workshopId, kind: 'customer', alias, consent, status: 'shared' });
  }
  const where = { kind: 'quote' as const, speaker: 'Customer', turn: 0, start: 0, end: 1, atMs: 61_000 };
  for (const { id, interviewId, words } of said)
    await db.insert(findings).values({ id, interviewId, words, ...where });
  await createDocument(db, journeyDocument(workshopId), state);
  return workshopId;
}

const take = async () => {
  const state = await sync.rooms.read(journeyDocument(workshopId));
  await writeSnapshot(db, { workshopId, state, label: 'x', reason: 'manual', takenBy: null }, work);
};

/** Processor time of the main thread, ms. Linux only. */
const spent = () => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;

/** Takes one; of the event loop: all of it, and the longest turn, in ms of processor time. */
async function measured(how: 'total' | 'slices'): Promise<number> {
  if (how === 'total') {
    const from = spent();
    await take();
    return spent() - from;
  }
  let longest = 0;
  let last = spent();
  let going = true;
  const turn = () => {
    const now = spent();
    longest = Math.max(longest, now - last);
    last = spent();
    if (going) setImmediate(turn);
  };
  turn();
  await take();
  going = false;
  return longest;
}

const server = http.createServer();
server.on('upgrade', (request, socket, head) => sync.upgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => {
  listening((server.address() as AddressInfo).port, {
    prepare: ({ full, state }: { full: Omit<Full, 'state'>; state: string }) =>
      prepare(full, new Uint8Array(Buffer.from(state, 'base64'))),
    take,
    measured: ({ how }: { how: 'total' | 'slices' }) => measured(how),
    async stored() {
      const [row] = await db.select().from(snapshots).where(eq(snapshots.workshopId, workshopId)).limit(1);
      return { content: row?.size ?? 0, figures: JSON.stringify(row?.figures).length };
    },
    async stop() {
      await work.stop();
      await sync.close(10_000);
      setImmediate(() => process.exit());
    },
  });
});
