import type { IncomingMessage } from 'node:http';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../lib/auth/can.ts';
import { readTimedSession, type SessionUser } from '../../lib/auth/session.ts';
import type { Config } from '../../lib/config.ts';
import { interviews, members } from '../../lib/db/schema/index.ts';
import type { Db } from '../../lib/db/types.ts';
import { AppError, type ErrorCode, isAppError } from '../../lib/errors.ts';
import { actorIn } from '../../lib/services/members.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import {
  type DocumentName,
  journeyDocument,
  notesDocument,
  partsOf,
  toBeDocument,
} from '../../lib/sync/protocol.ts';

/** Somebody who may open a document. */
export interface Admitted extends Actor {
  /** Whether they may write in it; default: what they may on the map. */
  mayWrite?: boolean;
  /** ms since 1970; for ever when absent. */
  sessionEndsAt?: number;
}

/** Who opens a document; throws AppError when they may not. */
export type Authorise = (request: IncomingMessage, document: DocumentName) => Promise<Admitted>;

/** By session cookie, membership and, for notes, the interview's team: anew for every socket. */
export function authoriseBySession(db: Db, config: Config): Authorise {
  return async (request, document) => {
    const session = await readTimedSession(db, config, request.headers.cookie);
    if (!session) throw new AppError('signInRequired');
    const { kind, id } = partsOf(document);
    const rights = kind === 'notes' ? inNotes(db, session.user, id) : onMap(db, session.user, id);
    return { ...(await rights), sessionEndsAt: session.endsAt };
  };
}

async function onMap(db: Db, user: SessionUser, workshopId: string): Promise<Admitted> {
  const actor = await actorIn(db, user, workshopId);
  if (!can(actor, 'map.read')) throw new AppError('forbidden');
  return { ...actor, mayWrite: can(actor, 'map.write') };
}

/** Live notes are their team's alone; the group reads what came of them. Without consent nobody writes. */
async function inNotes(db: Db, user: SessionUser, interviewId: string): Promise<Admitted> {
  const [held] = await db.select().from(interviews).where(eq(interviews.id, interviewId));
  if (!held) throw new AppError('interviewNotFound');
  const actor = await actorIn(db, user, held.workshopId);
  const ownInterview = [held.interviewerId, held.noteTakerId].includes(actor.userId);
  if (!can(actor, 'interview.readRaw', { ownInterview })) throw new AppError('forbidden');
  const isOpen = held.status !== 'shared' && held.consent.notes;
  return { ...actor, mayWrite: isOpen && can(actor, 'interview.capture', { ownInterview }) };
}

export async function memberIds(db: Db, workshopId: string): Promise<string[]> {
  const rows = await db
    .select({ userId: members.userId })
    .from(members)
    .where(eq(members.workshopId, workshopId));
  return rows.map((row) => row.userId);
}

/** The document a socket asks for by its URL (path and query); null when that names none. */
export function documentOf(url: string): DocumentName | null {
  const [, kind, given] = /^\/sync\/(journey|tobe|notes)(?::|%3A)([^/?#]+)(?:[?#].*)?$/i.exec(url) ?? [];
  if (!kind || !z.uuid().safeParse(given).success) return null;
  return NAMED[kind.toLowerCase()]?.((given as string).toLowerCase()) ?? null;
}

const NAMED: Record<string, (id: string) => DocumentName> = {
  journey: journeyDocument,
  tobe: toBeDocument,
  notes: notesDocument,
};

const CODES: Partial<Record<ErrorCode, number>> = {
  signInRequired: CLOSE.signInRequired,
  sessionExpired: CLOSE.signInRequired,
  forbidden: CLOSE.forbidden,
  workshopNotFound: CLOSE.documentUnknown,
  interviewNotFound: CLOSE.documentUnknown,
  toBeMissing: CLOSE.documentUnknown,
};

/** The close code of a refusal; whatever is not one is a trouble of ours, and the client comes back later. */
export function closeCodeOf(error: unknown): number {
  return (isAppError(error) && CODES[error.code]) || CLOSE.unavailable;
}
