import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { furnish } from '../support/furnish.ts';
import { killRounds } from '../support/kill-rounds.ts';
import { freePort } from '../support/process.ts';
import { GUESTS_W } from '../support/profile-w.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-survive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Eight times the pace of trust.md's profile and a few seconds instead of sixty; `tests/bench/survive.ts` has the full length. */
const SEED = 3;

/** For a machine that has other things to do; a calm one needs a minute. */
const PATIENCE = 400_000;

test(`twenty kills under the load of a workshop lose nothing that was shown as saved, and with a surviving client nothing at all (F1, seed ${SEED})`, {
  timeout: PATIENCE,
}, async () => {
  const furnished = await furnish(folder, GUESTS_W);
  const port = await freePort();
  const between = [300, 1_100] as const;
  let kills = 0;
  let saved = 0;
  for await (const round of killRounds({
    folder,
    furnished,
    port,
    kills: 20,
    between,
    rate: 40,
    seed: SEED,
  })) {
    kills += 1;
    saved += round.saved;
    expect(round.lostSaved, `saved and lost by kill ${kills}`).toEqual([]);
    expect(round.lostSeen, `seen by the survivor of kill ${kills} and lost`).toEqual([]);
    expect(round.refusals).toEqual([]);
  }
  expect(kills).toBe(20);
  expect(saved).toBeGreaterThan(20 * 10);
});
