import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Which rooms a room's files may import, besides itself and packages. */
const SHARED = ['lib/errors.ts', 'lib/config.ts', 'lib/runtime.ts', 'lib/i18n'];
const MAY_IMPORT: Record<string, string[]> = {
  'lib/journey': [],
  'lib/errors.ts': [],
  'lib/config.ts': ['lib/config', 'lib/errors.ts'],
  'lib/config': [],
  'lib/runtime.ts': ['lib/config.ts', 'lib/db', 'lib/journey', 'lib/sync', 'lib/work/work.ts'],
  'lib/i18n': ['lib/errors.ts'],
  'lib/sync': ['lib/journey', ...SHARED],
  'lib/db': ['lib/journey', 'lib/review/subject.ts', ...SHARED],
  'lib/auth': ['lib/db', ...SHARED],
  'lib/notes': ['lib/journey', 'lib/sync', ...SHARED],
  'lib/board': ['lib/journey', 'lib/sync', 'lib/auth/can.ts', ...SHARED],
  // What a snapshot says, in sentences and figures; and what it is written as.
  'lib/review': ['lib/journey', ...SHARED],
  'lib/export': ['lib/journey', 'lib/review', ...SHARED],
  'lib/services': [
    'lib/journey',
    'lib/sync',
    'lib/db',
    'lib/auth',
    // What may stand in a drawing, where a map comes from a file.
    'lib/board/schema',
    'lib/notes',
    'lib/review',
    'lib/export',
    'lib/work/work.ts',
    'lib/work/jobs.ts',
    ...SHARED,
  ],
  // The registry of what threads do: it names the others' functions and is none of their business.
  'lib/work': ['lib/services', 'lib/export', 'lib/review', ...SHARED],
  app: ['lib'],
  server: [
    'lib/journey',
    'lib/sync',
    'lib/db',
    'lib/services',
    'lib/auth',
    'lib/board/schema',
    'lib/notes/document.ts',
    'lib/notes/judge',
    'lib/work',
    ...SHARED,
  ],
};

function sources(dir: string): string[] {
  return readdirSync(path.join(ROOT, dir), { withFileTypes: true }).flatMap((entry) => {
    const file = `${dir}/${entry.name}`;
    if (entry.isDirectory()) return sources(file);
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : [];
  });
}

/** The project's own files an import names, as paths from the root; packages are left out. */
function ownImports(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const named = [...text.matchAll(/(?:from\s+|import\s+|import\(\s*)['"]([^'"]+)['"]/g)].map(
    (m) => m[1] as string,
  );
  return named.flatMap((name) => {
    if (name.startsWith('@/')) return [name.slice(2)];
    return name.startsWith('.') ? [path.posix.join(path.posix.dirname(file), name)] : [];
  });
}

const roomOf = (file: string) =>
  Object.keys(MAY_IMPORT)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

const within = (file: string, allowed: string) => file === allowed || file.startsWith(`${allowed}/`);
const all = ['lib', 'app', 'server'].flatMap(sources);

test('every source file belongs to a room of the house', () => {
  expect(all.filter((file) => !roomOf(file))).toEqual([]);
});

test('no room imports what it may not', () => {
  const wrong = all.flatMap((file) => {
    const room = roomOf(file);
    if (!room) return [];
    const allowed = [room, ...(MAY_IMPORT[room] as string[])];
    return ownImports(file)
      .filter((target) => !target.endsWith('package.json') && !allowed.some((a) => within(target, a)))
      .map((target) => `${file} imports ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('only lib/config.ts reads the environment', () => {
  const readers = all.filter(
    (file) =>
      file !== 'lib/config.ts' &&
      !file.startsWith('server/cli/') &&
      /process\.env/.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(readers).toEqual([]);
});

test('no file below lib/board knows the canvas library', () => {
  const knowing = all.filter(
    (file) =>
      !file.startsWith('lib/board/') &&
      !file.startsWith('server/cli/') &&
      /from ['"](tldraw|@tldraw\/)/.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
  expect(knowing).toEqual([]);
});

test('no source file is longer than 400 lines', () => {
  const long = all.filter((file) => readFileSync(path.join(ROOT, file), 'utf8').split('\n').length > 400);
  expect(long).toEqual([]);
});
