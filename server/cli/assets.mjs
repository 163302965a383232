import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './paths.mjs';

const FOLDERS = ['fonts', 'icons', 'embed-icons', 'translations'];

/** What stands in public/, so that no browser asks another host for it. */
export function copyAssets() {
  copyCanvasAssets();
  copyFonts();
}

const require = createRequire(import.meta.url);

/**
 * The text's and the emoji's fonts under public/fonts/<package>-<version>, for documents that Next does not
 * write. The folder's name changes with the version: browsers may keep what is in it for good.
 */
function copyFonts() {
  for (const [name, wanted] of Object.entries(FONTS)) {
    const source = path.dirname(require.resolve(`${name}/package.json`));
    const target = path.join(ROOT, 'public', fontFolder(name));
    if (existsSync(target)) continue;
    for (const file of readdirSync(path.join(source, 'files')).filter((file) => wanted.test(file)))
      cpSync(path.join(source, 'files', file), path.join(target, file));
  }
}

const FONTS = {
  '@fontsource-variable/inter': /-wght-normal\.woff2$/,
  '@fontsource/noto-color-emoji': /-emoji-400-normal\.woff2$/,
};

/** The address a package's font files have, from the site's root. */
export function fontFolder(name) {
  const { version } = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8'));
  return `/fonts/${path.basename(name)}-${version}`;
}

/**
 * The canvas' fonts, icons and translations under public/tldraw, so that no browser asks another host for
 * them. Copied once for each version of the package.
 */
function copyCanvasAssets() {
  const source = path.dirname(require.resolve('@tldraw/assets/package.json'));
  const target = path.join(ROOT, 'public/tldraw');
  const mark = path.join(target, 'version');
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return;
  rmSync(target, { recursive: true, force: true });
  for (const folder of FOLDERS) {
    cpSync(path.join(source, folder), path.join(target, folder), { recursive: true });
  }
  writeFileSync(mark, version);
}
