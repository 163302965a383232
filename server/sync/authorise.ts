import type { IncomingMessage } from 'node:http';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Actor, can } from '../../lib/auth/can.ts';
import { readTimedSession } from '../../lib/auth/session.ts';
import type { Config } from '../../lib/config.ts';
import { members } from '../../lib/db/schema/index.ts';
import type { Db } from '../../lib/db/types.ts';
import { AppError, type ErrorCode, isAppError } from '../../lib/errors.ts';
import { actorIn } from '../../lib/services/members.ts';
import { CLOSE } from '../../lib/sync/close-codes.ts';
import { type DocumentName, journeyDocument } from '../../lib/sync/protocol.ts';

/** Who opens a document, and until when (ms since 1970; for ever when absent); throws AppError when nobody may. */
export type Authorise = (
  request: IncomingMessage,
  workshopId: string,
) => Promise<Actor & { sessionEndsAt?: number }>;

/** By session cookie and membership, anew for every socket. */
export function authoriseBySession(db: Db, config: Config): Authorise {
  return async (request, workshopId) => {
    const session = await readTimedSession(db, config, request.headers.cookie);
    if (!session) throw new AppError('signInRequired');
    const actor = await actorIn(db, session.user, workshopId);
    if (!can(actor, 'map.read')) throw new AppError('forbidden');
    return { ...actor, sessionEndsAt: session.endsAt };
  };
}

export async function memberIds(db: Db, workshopId: string): Promise<string[]> {
  const rows = await db
    .select({ userId: members.userId })
    .from(members)
    .where(eq(members.workshopId, workshopId));
  return rows.map((row) => row.userId);
}

/** The document a socket asks for by its URL (path and query); null when that names none. */
export function documentOf(url: string): { document: DocumentName; workshopId: string } | null {
  const [, workshopId] = /^\/sync\/journey(?::|%3A)([^/?#]+)(?:[?#].*)?$/i.exec(url) ?? [];
  if (!z.uuid().safeParse(workshopId).success) return null;
  const id = (workshopId as string).toLowerCase();
  return { document: journeyDocument(id), workshopId: id };
}

const CODES: Partial<Record<ErrorCode, number>> = {
  signInRequired: CLOSE.signInRequired,
  sessionExpired: CLOSE.signInRequired,
  forbidden: CLOSE.forbidden,
  workshopNotFound: CLOSE.documentUnknown,
};

/** The close code of a refusal; whatever is not one is a trouble of ours, and the client comes back later. */
export function closeCodeOf(error: unknown): number {
  return (isAppError(error) && CODES[error.code]) || CLOSE.unavailable;
}
