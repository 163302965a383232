import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The installation's folder: from the sources and from the bundle alike, the nearest one with our migrations. */
export function installationRoot(from: string = import.meta.url): string {
  for (let folder = path.dirname(fileURLToPath(from)); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'drizzle/meta/_journal.json'))) return folder;
    if (folder === path.dirname(folder)) throw new Error(`No drizzle/ folder above ${fileURLToPath(from)}.`);
  }
}
