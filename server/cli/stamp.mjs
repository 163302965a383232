import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NEXT_DIST, ROOT, SERVER_DIST } from './paths.mjs';

const SOURCES = ['app', 'lib', 'server', 'next.config.mjs', 'package.json', 'package-lock.json'];
const FILE = path.join(SERVER_DIST, 'stamp');

/** A fingerprint of everything a build is made of, by content: dates change with every copy and checkout. */
export function sourceStamp() {
  const hash = createHash('sha256');
  for (const source of SOURCES) add(hash, source);
  return hash.digest('hex');
}

function add(hash, name) {
  const file = path.join(ROOT, name);
  const entries = directory(file);
  if (entries) for (const entry of entries) add(hash, `${name}/${entry}`);
  else hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
}

function directory(file) {
  try {
    return readdirSync(file).sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export const writeStamp = (stamp) => writeFileSync(FILE, stamp);

/** `none`, `current`, or `stale`. An installation that was delivered without its sources has no newer ones. */
export function buildState() {
  if (![FILE, path.join(NEXT_DIST, 'BUILD_ID'), path.join(SERVER_DIST, 'server.mjs')].every(existsSync))
    return 'none';
  if (!existsSync(path.join(ROOT, 'app'))) return 'current';
  return readFileSync(FILE, 'utf8') === sourceStamp() ? 'current' : 'stale';
}
