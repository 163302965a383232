import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from './start-error.ts';

const SHORTEST = 32;
const MAKE_ONE =
  'Make one with: openssl rand -base64 32. Or leave it out, and one is made and kept in the data folder';

/** Why a secret must not sign sessions, with what to do; undefined when it may. */
export function weakness(secret: string): string | undefined {
  if (secret.length < SHORTEST) return `is too short: it needs ${SHORTEST} characters or more. ${MAKE_ONE}`;
  if (new Set(secret).size < 10 || /change.?me|secret|password|example|default/i.test(secret))
    return `can be guessed. ${MAKE_ONE}`;
  return undefined;
}

/** The secret kept in the data folder (an existing one), made at the first start and readable by us alone. */
export function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret');
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    // Two servers may start at once: a link is made whole or not at all, and only by one of them.
    linkSync(own, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw new StartError(
        `The data folder ${dataDir} cannot be written. Check who owns it, or set DATA_DIR to a folder that can.`,
        { cause: error },
      );
  } finally {
    rmSync(own, { force: true });
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (weakness(secret))
    throw new StartError(
      `The secret in ${file} is damaged. Restore it from your backup, or delete the file: everybody then signs in anew.`,
    );
  return secret;
}
