import type * as Y from 'yjs';
import type { Actor } from '../../../lib/auth/can.ts';
import type { ErrorCode } from '../../../lib/errors.ts';
import type { Erased } from '../../../lib/journey/erased.ts';
import type { Renewed } from '../../../lib/journey/renew/index.ts';
import type { Refused } from '../../../lib/sync/messages.ts';
import type { Grammar } from '../examine.ts';

/** Whose update it is. */
export interface Sender {
  actor: Actor;
  /** By the rights of the document it is in. */
  mayWrite: boolean;
  /** Whether what `userId` made may come with this update: somebody's edit brought by a peer. */
  mayBring(userId: string): boolean;
}

/** What one transaction did to a document; good until the transaction's end. */
export interface Change {
  /** Nothing anybody sees. */
  isNothing: boolean;
  /** Whether any member who may write could have made it: then any of them may bring it back. */
  anyoneMay(): boolean;
  /** Null to let it stand. */
  judge(sender: Sender): Refused | null;
}

/** A decoded document of one kind. What a kind does not do is absent. */
export interface Content {
  readonly doc: Y.Doc;
  /** Reads what a transaction from outside did, while what it deleted can still be read. */
  inspect(transaction: Y.Transaction): Change;
  /** Whether there is anything in it that the kind says is erased. */
  holdsErased?(): boolean;
  /** Removes what the kind says is erased; returns how many cards that were. */
  erase?(): number;
  /** Edits the document forward into what `state` (`encodeStateAsUpdate`) holds. */
  restore?(state: Uint8Array): void;
  /** Writing it anew without its past. */
  renewal?: {
    isWorthIt(): boolean;
    renewed(): Renewed;
  };
  /**
   * The edits of an earlier epoch as an update of this one; null when nothing is left of them.
   * @param past the document as that epoch left it
   */
  carry?(past: Uint8Array, updates: readonly Uint8Array[]): { update: Uint8Array | null; left: string[] };
}

/** What one room must know of the kind of document it holds, and remembers to judge it by. */
export interface Kind {
  readonly grammar: Grammar;
  /** What is said when there is no such document. */
  readonly missing: ErrorCode;
  /** What must not be in it any more; absent where nothing is erased from within. */
  readonly erased?: Erased;
  /** Defines the kind's types on an empty document: before any update is applied. */
  open(doc: Y.Doc): Content;
}
