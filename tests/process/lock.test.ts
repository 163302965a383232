import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderOwner, lockFolder } from '../../lib/db/lock.ts';
import { type Running, runSource } from '../support/process.ts';

let folder: string;
let running: Running[];
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-lock-'));
  running = [];
});
afterEach(async () => {
  for (const one of running) one.signal('SIGKILL');
  await Promise.all(running.map((one) => one.exited));
  rmSync(folder, { recursive: true, force: true });
});

const hold = (address = 'http://one.example') => {
  const one = runSource('tests/process/programs/hold-lock.ts', [folder, address]);
  running.push(one);
  return one;
};

test('a second process is refused, and told who has the folder', async () => {
  const first = hold('http://one.example');
  await first.says(/locked/);
  await expect(lockFolder(folder, 'http://two.example')).rejects.toThrow(
    new RegExp(`in use by process ${first.pid} on .*http://one\\.example, since 20.*set DATA_DIR`),
  );
});

test('an owner that no longer answers still holds the folder', async () => {
  const first = hold();
  await first.says(/locked/);
  first.signal('SIGSTOP');
  await expect(lockFolder(folder, 'x')).rejects.toThrow(/in use by another server, which does not answer/);
});

test('kill -9 frees the folder', async () => {
  const first = hold();
  await first.says(/locked/);
  first.signal('SIGKILL');
  await first.exited;
  expect(await folderOwner(folder)).toBeUndefined();
  const lock = await lockFolder(folder, 'x');
  await lock.release();
});

test('a clean end leaves nothing behind', async () => {
  const first = hold();
  await first.says(/locked/);
  first.signal('SIGTERM');
  expect(await first.exited).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

test('of six that start at once over a dead one, exactly one gets the folder', async () => {
  const dead = hold();
  await dead.says(/locked/);
  dead.signal('SIGKILL');
  await dead.exited;
  const answers = await Promise.all(Array.from({ length: 6 }, () => hold().says(/locked|refused: .*/)));
  expect(answers.map(([said]) => said).filter((said) => said === 'locked')).toHaveLength(1);
});

test('of twenty in one process at once, exactly one gets the folder', async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => lockFolder(folder, `${i}`)));
  const got = attempts.filter((attempt) => attempt.status === 'fulfilled');
  expect(got).toHaveLength(1);
  await Promise.all(got.map((attempt) => attempt.value.release()));
  expect(readdirSync(folder)).toEqual([]);
});

test('two ways to one folder are one folder, also where its path is too long for a socket', async () => {
  const long = path.join(folder, 'a'.repeat(80), 'b'.repeat(80));
  mkdirSync(long, { recursive: true });
  const lock = await lockFolder(long, 'x');
  await expect(lockFolder(`${long}/../${'b'.repeat(80)}`, 'y')).rejects.toThrow(/in use/);
  await lock.release();
});
