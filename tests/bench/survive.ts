/**
 * trust.md's F1 at full length: profile W on the built server, killed at a random moment of each minute and
 * started again. Prints what each kill cost and how long edits took until they were shown as saved.
 *
 * `npm run build && node --import tsx tests/bench/survive.ts [kills] [seconds] [seed]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { furnish } from '../support/furnish.ts';
import { killRounds } from '../support/kill-rounds.ts';
import { freePort } from '../support/process.ts';
import { GUESTS_W } from '../support/profile-w.ts';
import { figures } from './figures.ts';

const [kills = 20, seconds = 60, seed = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-bench-'));
const savedAfter: number[] = [];
let lost = 0;
try {
  const furnished = await furnish(folder, GUESTS_W);
  const port = await freePort();
  const between = [0, seconds * 1_000] as const;
  let kill = 0;
  for await (const round of killRounds({ folder, furnished, port, kills, between, rate: 5, seed })) {
    kill += 1;
    lost += round.lostSaved.length + round.lostSeen.length + round.refusals.length;
    savedAfter.push(...round.savedAfter);
    const who = round.survivor
      ? `with a survivor, lost of what it had: ${round.lostSeen.length}`
      : 'nobody survives';
    console.info(
      `kill ${kill}: ${round.made} edits, ${round.saved} shown as saved, lost of these: ${round.lostSaved.length}; ${who}`,
    );
  }
  console.info(`${kill} kills, ${lost} lost`);
  console.info(`edit → shown as saved: ${figures(savedAfter)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = lost > 0 ? 1 : 0;
