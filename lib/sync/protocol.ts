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
  /** The map was made what snapshot `number` holds; `safety`: the snapshot of what it held before. */
  | { type: 'restored'; number: number; safety: number | null; by: string }
  | ({ type: 'erased'; mark: number } & ErasedIds);

/** A workshop's two maps: what is, and what is aimed at. Not every workshop has the second. */
export const MAPS = ['asIs', 'toBe'] as const;
export type MapName = (typeof MAPS)[number];

/** Documents: `journey:<workshopId>` and `tobe:<workshopId>`, its two maps; `notes:<interviewId>`. */
export type MapDocument = `journey:${string}` | `tobe:${string}`;
export type DocumentName = MapDocument | `notes:${string}`;

export const journeyDocument = (workshopId: string): MapDocument => `journey:${workshopId}`;
export const toBeDocument = (workshopId: string): MapDocument => `tobe:${workshopId}`;
export const notesDocument = (interviewId: string): DocumentName => `notes:${interviewId}`;

export const mapDocument = (workshopId: string, map: MapName): MapDocument =>
  map === 'toBe' ? toBeDocument(workshopId) : journeyDocument(workshopId);

/** Both maps of a workshop; the second may not exist. For what concerns everybody on either. */
export const mapDocuments = (workshopId: string): MapDocument[] =>
  MAPS.map((map) => mapDocument(workshopId, map));

export type DocumentParts = { kind: 'journey'; id: string; map: MapName } | { kind: 'notes'; id: string };

/** The kind of a document, and the id in its name: a workshop's (with which of its maps) or an interview's. */
export function partsOf(document: DocumentName): DocumentParts {
  const at = document.indexOf(':');
  const [kind, id] = [document.slice(0, at), document.slice(at + 1)];
  if (kind === 'notes') return { kind, id };
  return { kind: 'journey', id, map: kind === 'tobe' ? 'toBe' : 'asIs' };
}
