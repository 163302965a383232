import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Runs a command of node_modules/.bin (or an absolute one) to its end; one passed or one failed. */
export async function command(name, args, env = {}) {
  const code = await run(name, args, env);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function run(name, args, env) {
  const file = path.isAbsolute(name) ? name : path.resolve('node_modules/.bin', name);
  console.info(`\n› ${path.basename(name)} ${args.join(' ')}`);
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}

/** Runs the named vitest projects; the counts come from its JSON report. */
export async function vitest(projects, report) {
  const code = await run(
    'vitest',
    [
      'run',
      '--config',
      'tests/vitest.config.ts',
      ...projects.flatMap((p) => ['--project', p]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    {},
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const json = JSON.parse(readFileSync(report, 'utf8'));
  const failed = json.numFailedTests + (json.numFailedTestSuites > 0 && json.numFailedTests === 0 ? 1 : 0);
  return {
    passed: json.numPassedTests,
    // A crash outside any test still fails the run.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: json.numPendingTests + json.numTodoTests,
  };
}

/** Runs the browser tests against the production build. */
export async function playwright(chromiumPath, report) {
  const code = await run('playwright', ['test', '--config', 'tests/e2e/playwright.config.ts'], {
    CHROME_PATH: chromiumPath,
    PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(report),
  });
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  const passed = stats.expected + stats.flaky;
  return {
    passed,
    failed: code !== 0 && stats.unexpected === 0 ? 1 : stats.unexpected,
    skipped: stats.skipped,
  };
}

/** Adds up the stages and prints them, the total last. */
export class Tally {
  rows = [];

  add(stage, counts) {
    this.rows.push({ stage, ...counts });
  }

  fail(stage, reason) {
    console.error(`\n${reason}`);
    this.add(stage, { passed: 0, failed: 1, skipped: 0 });
  }

  get failed() {
    return this.total('failed');
  }

  total(key) {
    return this.rows.reduce((sum, row) => sum + row[key], 0);
  }

  report() {
    console.info('');
    for (const row of this.rows) {
      console.info(
        `${row.stage.padEnd(8)} ${row.passed} passed${row.failed ? `, ${row.failed} FAILED` : ''}${row.skipped ? `, ${row.skipped} not run (reason above)` : ''}`,
      );
    }
    console.info(`${this.total('passed')} passed, ${this.failed} failed, ${this.total('skipped')} skipped`);
  }
}
