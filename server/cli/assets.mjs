import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './paths.mjs';

const FOLDERS = ['fonts', 'icons', 'embed-icons', 'translations'];

/**
 * The canvas' fonts, icons and translations under public/tldraw, so that no browser asks another host for
 * them. Copied once for each version of the package.
 */
export function copyCanvasAssets() {
  const source = path.dirname(createRequire(import.meta.url).resolve('@tldraw/assets/package.json'));
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
