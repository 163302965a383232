import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { installationRoot } from '../../lib/db/root.ts';
import type { SnapshotRow } from '../../lib/services/snapshots/open.ts';
import * as fromSource from '../../server/work/threads.ts';

const root = installationRoot(import.meta.url);
/** Below the installation, so that its packages are found. */
const folder = mkdtempSync(path.join(root, 'node_modules/.utifran-work-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());
const nothing = { interviewIds: [], findingIds: [], cardIds: [] };
/** A later release's: opening it fails with an AppError. */
const later: SnapshotRow = {
  ...{ number: 7, format: 99, content: null, state: null, journey: null, sources: null },
  ...{ figures: {}, sha256: '' },
};
/** Takes a thread a while to find out that it is nothing. */
const long = new TextEncoder().encode(`[${'{"a":[1,2,3]},'.repeat(150_000)}{}]`);

type Threads = Pick<typeof fromSource, 'createWork'>;
let built: Threads;
beforeAll(async () => {
  await build({
    absWorkingDir: root,
    entryPoints: { threads: 'server/work/threads.ts', worker: 'server/work/worker.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external' },
  });
  built = await import(pathToFileURL(path.join(folder, 'threads.mjs')).href);
});

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
function start({ createWork }: Threads, options?: { idleMs: number }) {
  const work = createWork(options);
  stops.push(() => work.stop());
  return work;
}

describe.each([
  ['as in development', () => fromSource],
  ['as built', () => built],
] as const)('threads %s', (_, threads) => {
  test('do a job, one after another too', async () => {
    const work = start(threads());
    expect(await work.run('findingsIn', EMPTY)).toEqual([]);
    expect(await Promise.all([work.run('findingsIn', EMPTY), work.run('findingsIn', EMPTY)])).toEqual([
      [],
      [],
    ]);
  });

  test('give back the job’s own error, and go on', async () => {
    const work = start(threads());
    await expect(work.run('eraseFromSnapshot', { row: later, erased: nothing })).rejects.toMatchObject({
      code: 'snapshotDamaged',
      params: { number: 7 },
    });
    await expect(work.run('findingsIn', new Uint8Array([1, 2, 3]))).rejects.toThrow('failed in its thread');
    // What no thread can be given.
    await expect(work.run('findingsIn', (() => {}) as never)).rejects.toThrow('could not be cloned');
    expect(await work.run('findingsIn', EMPTY)).toEqual([]);
  });

  test('do not let what takes seconds hold up what somebody waits for', async () => {
    const work = start(threads());
    await work.run('findingsIn', EMPTY);
    const order: string[] = [];
    const slow = work.run('readJourneyFile', long).then(
      () => order.push('slow'),
      () => order.push('slow'),
    );
    await work.run('findingsIn', EMPTY).then(() => order.push('quick'));
    await slow;
    expect(order).toEqual(['quick', 'slow']);
  });

  test('are ended when nobody has asked for a while, and started anew', async () => {
    const work = start(threads(), { idleMs: 0 });
    for (let i = 0; i < 3; i += 1) expect(await work.run('findingsIn', EMPTY)).toEqual([]);
  });

  test('end with the server, and whoever waits is told', async () => {
    const work = start(threads());
    const waiting = expect(work.run('readJourneyFile', long)).rejects.toThrow('working thread');
    await work.stop();
    await waiting;
    await expect(work.run('findingsIn', EMPTY)).rejects.toMatchObject({ code: 'roomUnavailable' });
  });
});

describe('a thread that cannot work', () => {
  const worker = path.join(folder, 'worker.mjs');
  const aside = path.join(folder, 'aside.mjs');

  test('fails what it was given when it dies; the next is done by another', async () => {
    const work = start(built);
    cpSync(worker, aside);
    writeFileSync(
      worker,
      "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3));",
    );
    await expect(work.run('findingsIn', EMPTY)).rejects.toThrow('A working thread broke.');
    renameSync(aside, worker);
    expect(await work.run('findingsIn', EMPTY)).toEqual([]);
  });

  test('says which file is missing and what to do', async () => {
    const work = start(built);
    renameSync(worker, aside);
    await expect(work.run('findingsIn', EMPTY)).rejects.toThrow(/worker\.mjs is missing\. Build again/);
    renameSync(aside, worker);
    expect(await work.run('findingsIn', EMPTY)).toEqual([]);
  });
});
