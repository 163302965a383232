import type { ErasedIds } from '../journey/erased.ts';

/**
 * Message types on `/sync/<document>`: y-websocket's own, and ours from 100 up, which a stock client
 * logs and passes over. All numbers are lib0 varUints.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** server → client: varUint, how many of the client's sync step 2 and update messages on this connection are durable. */
  receipt: 100,
  /** server → client, empty, every 10 s: y-websocket's watchdog counts messages, not ping frames. */
  keepAlive: 101,
  /** server → client: varString of JSON, see `refusal`. */
  refused: 102,
  /** server → client: varString of JSON, see `Notice`. */
  notice: 103,
  /** server → client: varUint, 1 while the store takes writes, 0 while it does not. */
  store: 104,
  /** server → client: varUint, the document's epoch; first on each connection. */
  epoch: 105,
} as const;

/**
 * Something outside the document changed; the client fetches it anew. `erased`: an interviewee had these
 * erased; whoever keeps anything of them forgets it. `mark` differs from the one before when there is news.
 */
export type Notice =
  | { type: 'findings' }
  | { type: 'snapshots' }
  | { type: 'members' }
  | ({ type: 'erased'; mark: number } & ErasedIds);

/** Documents: `journey:<workshopId>`, `notes:<interviewId>`. */
export type DocumentName = `journey:${string}` | `notes:${string}`;

export const journeyDocument = (workshopId: string): DocumentName => `journey:${workshopId}`;
export const notesDocument = (interviewId: string): DocumentName => `notes:${interviewId}`;

/** The kind of a document, and the id in its name: a workshop's or an interview's. */
export function partsOf(document: DocumentName): { kind: 'journey' | 'notes'; id: string } {
  const at = document.indexOf(':');
  return { kind: document.slice(0, at) === 'notes' ? 'notes' : 'journey', id: document.slice(at + 1) };
}
