import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../lib/config.ts';
import { tokensCss } from '../lib/journey/tokens.ts';
import { fontFolder } from './cli/assets.mjs';

/**
 * See Runtime.styles. Read once; anew each time while developing. The bundle has the files beside it, so
 * that an installation needs no sources.
 */
export function createStyles(config: Pick<Config, 'production'>, root: string) {
  const beside = fileURLToPath(new URL('./styles', import.meta.url));
  const folder = existsSync(beside) ? beside : path.join(root, 'app');
  const read = (file: string) => small(readFileSync(path.join(folder, file), 'utf8'));
  const base = () => [fontCss(read('emoji.css')), tokensCss(), read('globals.css')].join('\n');
  const kept = new Map<string, string>();
  return (files: readonly string[]): string => {
    const key = files.join('\n');
    const held = config.production ? kept.get(key) : undefined;
    if (held !== undefined) return held;
    const css = [base(), ...files.map(read)].join('\n');
    kept.set(key, css);
    return css;
  };
}

const INTER = '@fontsource-variable/inter';
const EMOJI = '@fontsource/noto-color-emoji';

/** The packages' own rules, with the addresses where cli/assets.mjs put the files. */
function fontCss(emoji: string): string {
  const inter = readFileSync(createRequire(import.meta.url).resolve(`${INTER}/wght.css`), 'utf8');
  return [
    small(inter).replaceAll('./files/', `${fontFolder(INTER)}/`),
    emoji.replaceAll(`../node_modules/${EMOJI}/files/`, `${fontFolder(EMOJI)}/`),
  ].join('\n');
}

/** Without comments and line breaks. */
export function small(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();
}
