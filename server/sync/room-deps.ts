import type { Erasures } from './erasing.ts';
import type { FanOut } from './fan-out/index.ts';
import type { Counters } from './figures.ts';
import type { KindOf } from './kinds/index.ts';
import type { UpdateLog } from './log.ts';
import type { Logger } from './logger.ts';
import type { Room } from './room.ts';
import type { DocumentStore } from './store.ts';
import type { Turns } from './turns.ts';

/** Hears what happens to documents; must not take time. */
export interface Observer {
  /** Something was accepted here, or written by the server itself. */
  edited(document: string): void;
  /** The last one on this node has left; others may still be there. */
  left(document: string): void;
}

/** What a room needs of the server around it. */
export interface RoomDeps {
  store: DocumentStore;
  log: UpdateLog;
  turns: Turns;
  fanOut: FanOut;
  logger: Logger;
  counters: Counters;
  kindOf: KindOf;
  /** The ids of everybody who may have written in the document. */
  memberIds(workshopId: string): Promise<string[]>;
  /** What the workshop's interviewees have had erased. */
  erasures(workshopId: string): Promise<Erasures>;
  /** How long an edit waits for the store before it goes to the others, ms. */
  relayPatience: number;
  /** How many updates that are not taken each user may send. */
  faults: { perSecond: number; burst: number };
  /** The document is gone, or another node has written it anew: the room cannot go on. */
  lost(room: Room, isGone: boolean): void;
  /** Whoever wants to know what happens. */
  observe?: Observer | undefined;
  /** The server has edited it from within and is done; perhaps nobody is in it. */
  done(room: Room): void;
}
