import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StartError } from '../config.ts';

/** The kernel takes 107 bytes (macOS 103) for a socket's path; our longest name has 22. */
const LONGEST = 103 - 24;

/**
 * A folder that only this user may enter, for the sockets that belong to a data folder: the data folder
 * itself, or, where its path is too long for a socket, one in the system's temporary folder named by its hash.
 *
 * @param dataDir an existing folder.
 */
export function socketFolder(dataDir: string): string {
  const real = realpathSync(dataDir);
  if (Buffer.byteLength(real) <= LONGEST) return real;
  const uid = process.getuid?.() ?? 0;
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 16);
  const short = path.join(os.tmpdir(), `utifran-${uid}-${hash}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const found = lstatSync(short);
  // The name can be guessed: somebody else may have been there first.
  if (!found.isDirectory() || (process.getuid && found.uid !== uid) || (found.mode & 0o077) !== 0) {
    throw new StartError(
      `The folder ${short} is not ours alone. Remove it, or set DATA_DIR to a path shorter than ${LONGEST} characters.`,
    );
  }
  return short;
}
