/** `npm start`: makes a build when there is none of these sources, then serves it, in this very process. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT, SERVER_DIST } from './paths.mjs';
import { buildState } from './stamp.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
}
if (!existsSync(path.join(ROOT, 'node_modules/next')))
  stop('The packages are not installed. Run: npm install');

const state = buildState();
if (state !== 'current') {
  if (!canBuild()) {
    stop(
      `${state === 'none' ? 'There is no build yet' : 'The sources have changed since the last build'}, and the tools for building are not installed. Run: npm install --include=dev`,
    );
  }
  console.info(
    state === 'none'
      ? 'First start: building, which takes a minute or two.'
      : 'The sources have changed: building anew.',
  );
  const code = await build();
  if (code !== 0) process.exit(code);
}

process.env.NODE_ENV = 'production';
process.setSourceMapsEnabled(true);
await import(pathToFileURL(path.join(SERVER_DIST, 'server.mjs')).href);

function canBuild() {
  try {
    createRequire(import.meta.url).resolve('esbuild');
    return true;
  } catch {
    return false;
  }
}

function build() {
  const file = fileURLToPath(new URL('./build.mjs', import.meta.url));
  const child = spawn(process.execPath, [file], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
