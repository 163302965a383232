import type { ErasedIds } from '../../../lib/journey/erased.ts';
import type { DocumentName, Notice } from '../../../lib/sync/protocol.ts';
import type { StoredUpdate, Version } from '../store.ts';

/** A presence as the node of its socket has stamped it. */
export interface PresenceState {
  clientId: number;
  /** JSON with the stamp in it; `null` once it left. */
  json: string;
}

export interface PresenceStates {
  /** Everybody the node has in the room; otherwise what changed. */
  whole: boolean;
  /** The highest clock the node has used, so that ours is not behind it. */
  clock: number;
  states: readonly PresenceState[];
}

/** Rows of the log that a state holds by now, and which writing of the document that made. */
export interface Compacted extends Version {
  covered: readonly number[];
}

/** What a room hears from the other nodes. Nothing may be thrown at it, and nothing it throws goes further. */
export interface Ear {
  /** Updates another node has made durable; may come twice, and some may never come. */
  committed(rows: StoredUpdate[]): void;
  compacted(compacted: Compacted): void;
  /** Something may not have been heard: the log knows. */
  missed(): void;
  presence(node: string, states: PresenceStates): void;
  /** The node has ended, or has not been heard for a while. */
  gone(node: string): void;
  /** Somebody came in elsewhere and wants to know who is here. */
  asked(): void;
}

/** What a room tells the other nodes. None of it waits; while Redis is away it is dropped. */
export interface Feed {
  committed(rows: readonly StoredUpdate[]): void;
  compacted(compacted: Compacted): void;
  presence(states: PresenceStates): void;
  stop(): void;
}

/** What concerns the sockets of every node. */
export type Order =
  | { type: 'rightsChanged'; workshopId: string; userId?: string | undefined }
  | { type: 'userChanged'; userId: string }
  | { type: 'documentChanged'; document: DocumentName }
  | ({ type: 'erased'; workshopId: string; mark: number } & ErasedIds)
  | { type: 'removed'; document: DocumentName }
  | { type: 'notify'; document: DocumentName; notice: Notice };

/**
 * How the nodes on one database tell each other what happens. It is quick and forgetful: what counts is in
 * the log, and whoever may have missed something looks there.
 */
export interface FanOut {
  /** Follows a document while its room is open here; once it does, `missed` is called. */
  follow(document: string, ear: Ear): Feed;
  tell(order: Order): void;
  onOrder(listener: (order: Order) => void): void;
  /** Orders may have been lost: after a break, and every few seconds while it lasts. */
  onDoubt(listener: (isOver: boolean) => void): void;
  /** Whether another node has the document open; also true when that cannot be known. */
  isFollowedElsewhere(document: string): Promise<boolean>;
  /** There are no other nodes, and never will be. */
  readonly isAlone: boolean;
  /** False while Redis is away. Nothing is lost then; others see edits a second later. */
  readonly ok: boolean;
  close(): Promise<void>;
}

/** The fan-out of a server that has its database for itself: nobody to tell. */
export function alone(): FanOut {
  const feed: Feed = { committed() {}, compacted() {}, presence() {}, stop() {} };
  return {
    follow: () => feed,
    tell() {},
    onOrder() {},
    onDoubt() {},
    isFollowedElsewhere: async () => false,
    isAlone: true,
    ok: true,
    close: async () => {},
  };
}
