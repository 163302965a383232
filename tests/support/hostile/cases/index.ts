import type { Case } from '../case.ts';
import * as frames from './frames.ts';
import * as identity from './identity.ts';
import * as reading from './reading.ts';
import * as size from './size.ts';
import * as updates from './updates.ts';

/** Every attack, by its name. */
export const CASES: readonly Case[] = [
  frames.messages,
  frames.overLimit,
  frames.halfOpen,
  frames.beforeAdmission,
  updates.gap,
  updates.lostUpdate,
  size.hugeEntry,
  updates.malformed,
  updates.fast,
  size.dear,
  reading.unread,
  reading.slowReaders,
  reading.joining,
  reading.vectors,
  identity.invented,
  identity.impersonation,
];

export const BROKEN_FRAMES: readonly Case[] = frames.broken;
