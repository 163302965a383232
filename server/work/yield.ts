import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';

/** Of nice's 19: enough that where cores are few the event loop's edits go first. */
const NICE = 10;

/**
 * Lets other threads go before the one that calls this, when all cores are busy. On Linux a thread has a
 * priority of its own; elsewhere nothing happens.
 */
export function yieldToOthers(): void {
  try {
    setPriority(Number(path.basename(readlinkSync('/proc/thread-self'))), NICE);
  } catch {
    // Another system, or not allowed: then all threads are equal.
  }
}
