import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The installation. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Next's build; its own variable, so that several builds can stand side by side (tests, development). */
export const NEXT_DIST = path.resolve(ROOT, process.env.NEXT_DIST_DIR ?? '.next');

/** The server's bundle. */
export const SERVER_DIST = path.resolve(ROOT, process.env.SERVER_DIST_DIR ?? 'dist');
