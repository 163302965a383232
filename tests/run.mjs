/**
 * `npm test`: everything, on a bare machine. Types and lint, the vitest suites, the production build, the
 * suites that need it (real processes, real browsers). The last line of all is
 * `N passed, N failed, N skipped`. With arguments only the named stages run: node tests/run.mjs unit e2e
 */
import { mkdirSync, rmSync } from 'node:fs';
import { findChromium } from './runner/chromium.mjs';
import { command, playwright, Tally, vitest } from './runner/stages.mjs';

const wanted = process.argv.slice(2);
const runs = (stage) => wanted.length === 0 || wanted.includes(stage);
const tally = new Tally();
const out = 'test-results';

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
process.env.NEXT_TELEMETRY_DISABLED = '1';

if (runs('lint')) tally.add('lint', await command('biome', ['check', '--error-on-warnings']));
if (runs('types')) {
  await command('next', ['typegen']);
  tally.add('types', await command('tsc', ['--noEmit']));
}
const suites = ['unit', 'architecture', 'contract', 'sync', 'fuzz'].filter(runs);
if (suites.length > 0) tally.add('vitest', await vitest(suites, `${out}/vitest.json`));

let built = true;
if (runs('build') || runs('process') || runs('e2e')) {
  built = (await command(process.execPath, ['server/cli/build.mjs'])).failed === 0;
  tally.add('build', built ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
}
if (built && runs('process')) tally.add('process', await vitest(['process', 'alone'], `${out}/process.json`));
if (built && runs('e2e')) {
  const chromium = findChromium();
  if (chromium.path) tally.add('e2e', await playwright(chromium.path, `${out}/e2e.json`));
  else tally.fail('e2e', chromium.reason);
}

tally.report();
process.exit(tally.failed > 0 ? 1 : 0);
