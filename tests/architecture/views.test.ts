import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The packages a module's code needs as soon as it is loaded; what is imported on demand does not count. */
async function packagesAtOnce(entry: string): Promise<Set<string>> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    packages: 'external',
    outdir: 'unwritten',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const first = Object.keys(metafile.outputs).find((file) => metafile.outputs[file]?.entryPoint === entry);
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path: target, kind, external } of metafile.outputs[file]?.imports ?? []) {
      if (kind === 'dynamic-import') continue;
      if (external) found.add(target);
      else visit(target);
    }
  };
  visit(first ?? '');
  return found;
}

test.each([
  'lib/board/table/table-view.tsx',
  'lib/board/small/small-view.tsx',
  'lib/board/ui/map-screen.tsx',
])('%s loads no canvas', async (entry) => {
  const packages = await packagesAtOnce(path.posix.normalize(entry));
  expect(packages).toContain('@tldraw/state');
  // Of the canvas library only the signals, which are small and stand alone.
  const canvas = [...packages].filter((name) => /tldraw/.test(name) && !/^@tldraw\/state/.test(name));
  expect(canvas).toEqual([]);
});

test('the canvas itself does load it', async () => {
  expect(await packagesAtOnce('lib/board/views/canvas-view.tsx')).toContain('tldraw');
});
