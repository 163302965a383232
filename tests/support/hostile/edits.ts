import * as Y from 'yjs';
import type { JourneyDoc } from '../../../lib/journey/document.ts';
import { syncFrame } from '../../../lib/sync/messages.ts';
import { cardEntry, copyOf, groundState } from '../mutants/ground.ts';
import { Line, turn } from './line.ts';

export const ground = groundState();

/** The updates of somebody who adds so many cards, one by one. */
export function edits(count: number, clientId: number, text = 'x'.repeat(100)): Uint8Array[] {
  const j = copyOf(ground, clientId);
  const made: Uint8Array[] = [];
  j.doc.on('update', (update: Uint8Array) => made.push(update));
  for (let n = 0; n < count; n += 1) j.cards.set(`e${clientId}-${n}`, cardEntry('eve', text, null));
  return made;
}

/** What somebody writes in one transaction. */
export function written(clientId: number, write: (j: JourneyDoc) => void): Uint8Array {
  const j = copyOf(ground, clientId);
  const before = Y.encodeStateVector(j.doc);
  j.doc.transact(() => write(j));
  const update = Y.encodeStateAsUpdate(j.doc, before);
  j.doc.destroy();
  return update;
}

/** Sends these updates one after the other as fast as the line takes them. */
export async function flood(line: Line, updates: readonly Uint8Array[]): Promise<void> {
  for (const [n, update] of updates.entries()) {
    if (!line.send(syncFrame('update', update))) return;
    if (n % 100 !== 0) continue;
    // Also listens now and then: else it never hears that it is closed.
    await turn();
    await line.flushed();
  }
}

/** A line that is open. */
export async function opened(port: number, userId = 'eve'): Promise<Line> {
  const line = new Line(port, userId);
  await line.open;
  return line;
}
