import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type Action, type Actor, can, type Resource } from '@/lib/auth/can.ts';
import { hasSessionCookie } from '@/lib/auth/cookies.ts';
import { readSession, type SessionUser } from '@/lib/auth/session.ts';
import { AppError } from '@/lib/errors.ts';
import { runtime } from '@/lib/runtime.ts';
import { actorIn } from '@/lib/services/members.ts';

/** Who asks, or null; read once per request, however many components want to know. */
export const currentUser = cache(async (): Promise<SessionUser | null> => {
  const { db, config } = runtime();
  return readSession(db, config, (await headers()).get('cookie'));
});

/** The user of a request that needs one. Throws signInRequired, or sessionExpired when there was a session. */
export async function requireUser(): Promise<SessionUser> {
  const user = await currentUser();
  if (user) return user;
  const had = hasSessionCookie(runtime().config, (await headers()).get('cookie'));
  throw new AppError(had ? 'sessionExpired' : 'signInRequired');
}

const actorOnce = cache(async (workshopId: string): Promise<Actor> => {
  const { db } = runtime();
  const actor = await actorIn(db, await requireUser(), workshopId);
  // The same answer as for a workshop that does not exist: knowing an id gives nothing.
  if (actor.role === null) throw new AppError('workshopNotFound');
  return actor;
});

/**
 * The actor of a request in a workshop, when the rights table lets them. Throws signInRequired,
 * sessionExpired, workshopNotFound (also for whoever is no member), forbidden.
 */
export async function requireActor(
  workshopId: string,
  action: Action,
  resource?: Resource,
): Promise<Actor & { role: NonNullable<Actor['role']> }> {
  const actor = await actorOnce(workshopId);
  if (!can(actor, action, resource) || actor.role === null) throw new AppError('forbidden');
  return { ...actor, role: actor.role };
}

/** The member of a workshop, whatever they may do there; throws as requireActor but never forbidden. */
export async function requireMember(workshopId: string) {
  const actor = await actorOnce(workshopId);
  if (actor.role === null) throw new AppError('workshopNotFound');
  return { ...actor, role: actor.role };
}

/** Sends whoever must sign in first to the sign-in page, which brings them back to `path`. */
export function toSignIn(code: 'signInRequired' | 'sessionExpired', path: string): never {
  const query = new URLSearchParams({ reason: code, from: path });
  redirect(`/sign-in?${query}`);
}
