import * as Y from 'yjs';
import { wordsIn } from '../../lib/journey/judge/index.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { type Refused, syncFrame } from '../../lib/sync/messages.ts';
import type { Connection } from './connection.ts';
import type { Copy, Trial } from './copy.ts';
import type { Counters } from './figures.ts';
import type { Change } from './kinds/index.ts';
import { Bucket, LIMITS } from './limits.ts';
import type { Logger } from './logger.ts';

export interface IntakeDeps {
  document: string;
  copy: Copy;
  logger: Logger;
  counters: Counters;
  /** Whether a user may have written in the document: a peer may bring their edits back. */
  isMember(userId: string): boolean;
  /** Who speaks as a Yjs client id, as long as they are here. */
  holderOf(client: number): string | undefined;
  /** How many updates that are not taken each user may send. */
  faults: { perSecond: number; burst: number };
  /** `early`: any writer could have made it. */
  accept(connection: Connection, bytes: Uint8Array, early: boolean): void;
  /** The message is dealt with: to be receipted once everything accepted so far is durable. */
  owe(connection: Connection): void;
}

/** Decides on the updates that come into a room: examined, tried on the copy, judged, accepted or refused. */
export class Intake {
  /** By user: what each update that was not taken costs, since the copy is built anew after it. */
  readonly #faults = new Map<string, Bucket>();
  /** By Yjs client id: the user who has written as it. Nobody else may. */
  readonly #owners = new Map<number, string>();

  constructor(private readonly deps: IntakeDeps) {}

  /** Takes a sync step 2 or an update from a connection. */
  take(connection: Connection, update: Uint8Array, isStep2: boolean): void {
    const userId = connection.stamp.id;
    if (this.#faults.get(userId)?.isSpent(Date.now())) {
      connection.close(CLOSE.tooMany);
      return;
    }
    if (connection.gap && !isStep2) {
      // Whatever it sends before its answer is in the answer too.
      this.#askForGap(connection, false);
      return;
    }
    const trial = this.deps.copy.try<Refused>(
      update,
      (writers) => this.#against(writers, userId),
      (change) => this.#decide(connection, isStep2, change),
    );
    if (trial.kind === 'gap') {
      this.#askForGap(connection, isStep2 && connection.gap !== null);
      return;
    }
    if (trial.kind === 'foreign' && trial.because === 'held' && isStep2) {
      // A peer brings what its writer, who is here, is about to bring: it may come again after.
      connection.close(CLOSE.gap);
      return;
    }
    const [client, more] = trial.kind === 'nothing' ? trial.clients : [];
    if (client !== undefined && more === undefined && (this.#owners.get(client) ?? userId) !== userId) {
      // Somebody has written in its name: what we have under this id is not what it says.
      this.#reject(connection, update, { kind: 'foreign', because: 'owned' });
      return;
    }
    if (trial.kind === 'nothing' || trial.kind === 'accepted') {
      if (isStep2) connection.gap = null;
      if (trial.kind === 'accepted') this.#accept(connection, trial, isStep2);
      this.deps.owe(connection);
      return;
    }
    this.#reject(connection, update, trial);
  }

  #accept(connection: Connection, trial: Trial<Refused> & { kind: 'accepted' }, isStep2: boolean): void {
    // A step 2 may bring what others wrote: it makes nobody the writer of it.
    if (!isStep2) for (const client of trial.writers) this.#owners.set(client, connection.stamp.id);
    this.deps.accept(connection, trial.bytes, trial.anyoneMay);
  }

  /** Why a user may not write as these Yjs client ids; null when that is all right. */
  #against(writers: readonly number[], userId: string): 'owned' | 'held' | null {
    for (const client of writers) {
      const owner = this.#owners.get(client);
      if (owner !== undefined && owner !== userId) return 'owned';
      // Everybody reads everybody's id out of the presences, and somebody here may not have written yet.
      if (owner === undefined && (this.deps.holderOf(client) ?? userId) !== userId) return 'held';
    }
    return null;
  }

  #decide(connection: Connection, isStep2: boolean, change: Change): Refused | null {
    try {
      return change.judge({
        actor: connection.actor as NonNullable<Connection['actor']>,
        mayWrite: connection.mayWrite,
        mayBring: (userId) => isStep2 && this.deps.isMember(userId),
      });
    } catch (cause) {
      this.deps.logger.error(`An update of ${this.deps.document} could not be judged and is refused.`, cause);
      return { code: 'editInvalid', params: {}, texts: [] };
    }
  }

  #reject(
    connection: Connection,
    update: Uint8Array,
    trial: Trial<Refused> & { kind: 'malformed' | 'strange' | 'foreign' | 'refused' },
  ): void {
    const userId = connection.stamp.id;
    const bucket = this.#faults.get(userId) ?? new Bucket(this.deps.faults, Date.now());
    this.#faults.set(userId, bucket);
    bucket.take(Date.now());
    const code = trial.kind === 'refused' ? trial.refusal.code : trial.kind;
    this.deps.counters.refused(code);
    if (trial.kind === 'malformed') {
      connection.close(CLOSE.malformed);
      return;
    }
    const refusal: Refused =
      trial.kind === 'refused' ? trial.refusal : { code: 'editInvalid', params: {}, texts: [] };
    // Of words that are erased nothing is given back.
    const isTold = refusal.texts.length > 0 || code === 'sourceErased';
    const texts = isTold ? refusal.texts : wordsIn(update);
    connection.refuse({ ...refusal, texts });
  }

  /**
   * An update builds on one that we never got: it is dropped and the client asked for all we lack. The
   * question goes out before the receipt, so the client never shows as saved what was dropped.
   */
  #askForGap(connection: Connection, again: boolean): void {
    const dropped = (connection.gap?.dropped ?? 0) + 1;
    if (again || dropped > LIMITS.gap) {
      connection.close(CLOSE.gap);
      return;
    }
    if (!connection.gap) connection.send(syncFrame('step1', Y.encodeStateVector(this.deps.copy.doc)));
    connection.gap = { dropped };
    this.deps.owe(connection);
  }
}
