import type { ReactElement } from 'react';
import type { Config } from './config.ts';
import type { Db } from './db/types.ts';
import type { ErasedIds } from './journey/erased.ts';
import type { Journey } from './journey/model.ts';
import type { DocumentName, Notice } from './sync/protocol.ts';
import type { Work } from './work/work.ts';

/** The live documents as services see them; server/sync implements it. */
export interface Rooms {
  /**
   * The document as accepted so far (`encodeStateAsUpdate`), live or from the store, and everything in
   * it durable. Throws AppError `roomUnavailable` when the store does not answer.
   */
  read(document: DocumentName): Promise<Uint8Array>;
  /**
   * The document as an earlier epoch left it (`encodeStateAsUpdate`), for whoever brings edits made on it.
   * Throws AppError `pastGone` when that is not kept any more, `roomUnavailable` when the store does not answer.
   */
  past(document: DocumentName, epoch: number): Promise<Uint8Array>;
  /**
   * Edits the live document forward into what `state` (`encodeStateAsUpdate`) holds; everybody in it sees
   * that happen. Take a snapshot before. Durable when it resolves; throws AppError
   * `roomUnavailable` when it could not begin, or is shown already but the store does not answer yet.
   * @returns what it held at the last moment before (`encodeStateAsUpdate`): edits may have come in since that
   *   snapshot was taken
   */
  restore(document: DocumentName, state: Uint8Array): Promise<Uint8Array>;
  /**
   * Takes out of both a workshop's maps, open or not, what an interviewee has had erased: cards made from these
   * interviews and findings, and these cards. Nobody brings it back: it is refused from now on, clients forget
   * what they keep of it, and the stored maps are written anew so that none of it is in their bytes. Record the
   * erasure first: a server that starts later reads it there. Durable when it resolves, with how many cards were
   * removed; throws AppError `roomUnavailable` when it could not be done, or not wholly: try again.
   */
  erase(
    workshopId: string,
    ids: Pick<ErasedIds, 'findingIds'> & Partial<ErasedIds>,
  ): Promise<{ cards: number }>;
  /**
   * Deletes a document with everything kept of it, and ends its sockets for good. Delete what it belongs to
   * first, or whoever comes is told that it is missing. Throws AppError `roomUnavailable`: try again.
   */
  remove(document: DocumentName): Promise<void>;
  /** Closes the sockets a changed right concerns; whoever may still come in connects again. */
  rightsChanged(workshopId: string, userId?: string): void;
  /**
   * Closes the sockets of one document, as when an interview's team, consent or status changed: who may
   * still come in connects again, with the rights they have now.
   */
  documentChanged(document: DocumentName): void;
  /** Ends every socket of a user, whatever the document: signed out or removed. */
  userChanged(userId: string): void;
  /** Tells the clients of a document, if it is open, that something beside it changed. */
  notify(document: DocumentName, notice: Notice): void;
}

/**
 * What Next's bundle and the server share. They are two module graphs in one process, so this is the
 * only thing that crosses, and it crosses on globalThis. Nothing here is a class to test by instanceof.
 */
export interface Runtime {
  config: Config;
  db: Db;
  rooms: Rooms;
  /** Heavy work, in threads of its own. */
  work: Work;
  /** Gives the page being answered this HTTP status; nothing happens where there is none, as in an action. */
  answerStatus(status: number): void;
  /** Elements without hooks as HTML; neither of Next's graphs may load React's renderer itself. */
  markup(element: ReactElement): Promise<string>;
  /**
   * The CSS of files below app/ in the order named, small, for documents that Next does not write; before it
   * the fonts, the tokens and app/globals.css, as on every page.
   */
  styles(files: readonly string[]): string;
  /** Maps drawn for pages; made by the map's page at the first one, read where the page becomes HTML. */
  drawings?: Map<string, { picture: string; list: string }>;
  /** How many files are being made of each workshop; made by services/exports at the first one. */
  exporting?: Map<string, number>;
  /** Reviews written for leaders; made by the review's page at the first one. Erasing lets go of all of them. */
  reports?: Map<string, Promise<KeptReport>> | undefined;
  /** Wrong sign-ins of the last minute; made by app/_lib/auth at the first one. */
  attempts?: Record<'pair' | 'address' | 'email', AttemptCounter>;
  /** What people write to each other about decisions, and the mails it causes; made at the first one. */
  talk?: Record<'posts' | 'mails', AttemptCounter>;
}

/** A review as HTML, and what its places are named from. */
export interface KeptReport {
  html: string;
  label: string;
  journey: Journey;
}

/** The part of lib/auth's Attempts that crosses. */
export interface AttemptCounter {
  check(key: string): void;
  begin(key: string): { succeeded(): void };
}

/** Drops what pages keep of maps and reviews: something in them was erased. */
export function forgetPages(held: Runtime): void {
  held.drawings?.clear();
  held.reports = undefined;
}

const KEY = Symbol.for('utifran.runtime');
const holder = globalThis as { [KEY]?: Runtime };

export function setRuntime(runtime: Runtime | undefined): void {
  holder[KEY] = runtime;
}

/** Throws when the server has not started: nothing may reach for it while a module is being imported. */
export function runtime(): Runtime {
  const held = holder[KEY];
  if (!held) throw new Error('The server has not started: runtime() was called too early.');
  return held;
}
