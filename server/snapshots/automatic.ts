import { isAppError } from '../../lib/errors.ts';
import type { Runtime } from '../../lib/runtime.ts';
import { editedSince, unkeptDocuments } from '../../lib/services/snapshots/edited.ts';
import { keepMap, type Occasion } from '../../lib/services/snapshots/keep.ts';
import { type DocumentName, partsOf } from '../../lib/sync/protocol.ts';
import type { Logger } from '../sync/logger.ts';
import type { Observer } from '../sync/room-deps.ts';

/** While a map is worked on it is kept this often, ms. */
const EVERY = 15 * 60_000;
/** The last one has left for this long before it was the end of the session, ms: people reload, trains have tunnels. */
const GRACE = 2 * 60_000;
/** An edit may become durable this long after its author has left, ms. */
const LATE = 10_000;
/** At the server's end no longer than this is spent on what was left, ms. */
const STOP = 3_000;

interface Edited {
  activity: ReturnType<typeof setTimeout>;
  left: { at: Date; timer: ReturnType<typeof setTimeout> } | null;
}

/**
 * Snapshots that take themselves: every quarter of an hour of work on a map, and when the last one has left
 * it. What was edited is known in memory; `begin` looks in the log for what an earlier server did not come to.
 * On several nodes each cares for the edits it took in, and of two that come at once one writes.
 */
export class AutomaticSnapshots implements Observer {
  readonly #edited = new Map<string, Edited>();
  readonly #running = new Set<Promise<void>>();
  #parts: (Pick<Runtime, 'db' | 'work'> & Pick<Runtime, 'rooms'>) | null = null;
  #stopped = false;

  constructor(
    private readonly logger: Logger,
    private readonly times: { every: number; grace: number; late: number } = {
      every: EVERY,
      grace: GRACE,
      late: LATE,
    },
  ) {}

  /** From now on it can take them; resolves when the log has been looked through. */
  async begin(parts: Pick<Runtime, 'db' | 'rooms' | 'work'>): Promise<void> {
    this.#parts = parts;
    const found = await unkeptDocuments(parts.db).catch((cause: unknown) => {
      this.logger.warn('Maps edited before the start could not be looked up.', cause);
      return [];
    });
    for (const document of found) this.edited(document);
  }

  edited(document: string): void {
    if (this.#stopped) return;
    const held = this.#edited.get(document);
    if (!held) {
      if (partsOf(document as DocumentName).kind === 'journey') this.#note(document, this.times.every);
    } else if (held.left) {
      clearTimeout(held.left.timer);
      held.left = null;
    }
  }

  left(document: string): void {
    const held = this.#edited.get(document);
    if (!held || this.#stopped) return;
    clearTimeout(held.left?.timer);
    const at = new Date();
    const timer = setTimeout(() => this.#run(() => this.#sessionEnded(document, at)), this.times.grace);
    timer.unref();
    held.left = { at, timer };
  }

  /** Takes those of maps that were left, as far as time allows. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const left = [...this.#edited].flatMap(([document, { left }]) =>
      left ? [{ document, at: left.at }] : [],
    );
    for (const document of [...this.#edited.keys()]) this.#forget(document);
    for (const { document, at } of left) this.#run(() => this.#sessionEnded(document, at));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STOP);
    });
    await Promise.race([Promise.all(this.#running), late]);
    clearTimeout(timer);
  }

  #note(document: string, after: number): void {
    const activity = setTimeout(() => this.#run(() => this.#worked(document)), after);
    activity.unref();
    this.#edited.set(document, { activity, left: null });
  }

  #forget(document: string): void {
    const held = this.#edited.get(document);
    clearTimeout(held?.activity);
    clearTimeout(held?.left?.timer);
    this.#edited.delete(document);
  }

  async #worked(document: string): Promise<void> {
    const { every } = this.times;
    const wasLeft = this.#edited.get(document)?.left ?? null;
    this.#forget(document);
    const at = new Date();
    const unlessSince = new Date(at.getTime() - every);
    const kept = await this.#keep(document, { reason: 'activity', at, unlessSince });
    // Not yet, or not now: what was edited since the one there is still waits.
    const isDue = kept === 'failed' || (kept !== null && !kept.isNew && kept.takenAt > unlessSince);
    if (!isDue || this.#stopped || this.#edited.has(document)) return;
    this.#note(
      document,
      kept === 'failed' ? every : Math.max(0, kept.takenAt.getTime() + every - Date.now()),
    );
    if (wasLeft) this.left(document);
  }

  async #sessionEnded(document: string, at: Date): Promise<void> {
    this.#forget(document);
    const { db } = this.#parts ?? {};
    if (!db) return;
    // Others still edit it on another node: their end is the session's.
    const isGoingOn = await editedSince(db, document, new Date(at.getTime() + this.times.late));
    if (isGoingOn) return;
    const kept = await this.#keep(document, { reason: 'session', at });
    if (kept !== 'failed' || this.#stopped || this.#edited.has(document)) return;
    this.#note(document, this.times.every);
    this.left(document);
  }

  async #keep(document: string, occasion: Occasion) {
    const parts = partsOf(document as DocumentName);
    if (!this.#parts || parts.kind !== 'journey') return null;
    try {
      return await keepMap(this.#parts.db, { workshopId: parts.id, map: parts.map }, occasion, this.#parts);
    } catch (cause) {
      // Deleted meanwhile.
      if (isAppError(cause) && (cause.code === 'workshopNotFound' || cause.code === 'toBeMissing'))
        return null;
      this.logger.warn(`${document} could not be kept as a snapshot; it is tried again.`, cause);
      return 'failed' as const;
    }
  }

  #run(take: () => Promise<void>): void {
    const running = take()
      .catch((cause: unknown) => this.logger.warn('A snapshot that takes itself failed.', cause))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}
