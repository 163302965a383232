import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { toJourney } from '../../lib/journey/document.ts';
import { furnish } from '../support/furnish.ts';
import { freePort, type RunningServer, startServer } from '../support/process.ts';
import { GUESTS_W, ProfileW, type Seat, seatsAt } from '../support/profile-w.ts';
import { until } from '../support/sockets.ts';
import { storedIn } from '../support/stored.ts';

const base = mkdtempSync(path.join(os.tmpdir(), 'utifran-rolling-'));
const running: RunningServer[] = [];
const open: ProfileW[] = [];
afterAll(async () => {
  for (const profile of open) profile.close();
  for (const server of running) server.signal('SIGKILL');
  await Promise.all(running.map((server) => server.exited));
  rmSync(base, { recursive: true, force: true });
});

async function start(environment: Record<string, string>): Promise<RunningServer> {
  const server = await startServer(environment);
  running.push(server);
  return server;
}

async function load(seats: readonly Seat[], seed: number): Promise<ProfileW> {
  const profile = await ProfileW.open(seats, { rate: 20, seed });
  open.push(profile);
  return profile;
}

/** For a machine that has other things to do; a calm one needs a minute. */
const PATIENCE = 400_000;

test('twenty restarts while a workshop works lose nothing that was shown as saved; a copy of the folder is the same workshop elsewhere (F20)', {
  timeout: PATIENCE,
}, async () => {
  const folder = path.join(base, 'data');
  const furnished = await furnish(folder, GUESTS_W);
  const [{ document }] = seatsAt('http://127.0.0.1', furnished) as [Seat];
  const PORT = String(await freePort());
  const environment = { DATA_DIR: folder, PORT };
  let server = await start(environment);
  const profile = await load(seatsAt(server.url, furnished), 20);
  profile.start();
  for (let restart = 1; restart <= 20; restart += 1) {
    const made = profile.edits.length;
    await until(() => profile.edits.length >= made + 5, 'some edits', 30_000);
    server.signal('SIGTERM');
    expect(await server.exited, server.output()).toBe(0);
    // On the disk: whoever lives on would bring a loss back.
    if (restart % 5 === 0) expect(profile.lost(await storedIn(folder, document), profile.saved)).toEqual([]);
    server = await start(environment);
  }
  profile.stop();
  await until(() => profile.allSaved, 'everything saved', 30_000);
  expect(profile.refusals).toEqual([]);
  expect(profile.saved.length).toBeGreaterThan(50);
  profile.close();
  expect(await server.stop()).toBe(0);
  const stored = await storedIn(folder, document);
  // The one seat that is a stock client may be away when it ends; ours never lose an edit.
  expect(
    profile.lost(
      stored,
      profile.edits.filter((edit) => edit.savedAt !== null || edit.seat !== 9),
    ),
  ).toEqual([]);

  // The README's backup, on a machine that has nothing else.
  const elsewhere = path.join(base, 'elsewhere');
  cpSync(folder, elsewhere, { recursive: true });
  const restored = await start({ DATA_DIR: elsewhere });
  const again = await load(seatsAt(restored.url, furnished), 21);
  expect(toJourney(again.clients[10]?.journey ?? stored)).toEqual(toJourney(stored));
  expect(again.editAt(2)).not.toBeNull();
  await until(() => again.allSaved, 'an edit saved there');
  again.close();
  expect(await restored.stop()).toBe(0);
});
