import { eq } from 'drizzle-orm';
import type { NextApiRequest } from 'next';
import { getToken } from 'next-auth/jwt';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { users } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';
import { parseCookies, secureCookies, sessionCookieName } from './cookies.ts';

/** Somebody signed in: with an account, or a guest who joined by link. */
export interface SessionUser {
  id: string;
  name: string;
  email: string | null;
  kind: 'account' | 'guest';
}

/** How long a sign-in lasts, in seconds. */
export const SESSION_MAX_AGE = 30 * 24 * 60 * 60;

/** What we read of our tokens: the user, the version of the sessions, and the end in seconds. */
const sessionClaims = z.object({ uid: z.uuid(), sv: z.number().int(), exp: z.number() });

type SessionConfig = Pick<Config, 'baseUrl' | 'authSecret'>;

/** Who a Cookie header belongs to, or null: no cookie, expired, forged, or ended by the user since. */
export async function readSession(
  db: Db,
  config: SessionConfig,
  cookieHeader: string | null | undefined,
): Promise<SessionUser | null> {
  return (await readTimedSession(db, config, cookieHeader))?.user ?? null;
}

/**
 * As readSession, with when the session ends (ms since 1970), for what outlives a request. The one way in
 * for pages, routes, actions and sockets; plain Node, no Next.
 */
export async function readTimedSession(
  db: Db,
  config: SessionConfig,
  cookieHeader: string | null | undefined,
): Promise<{ user: SessionUser; endsAt: number } | null> {
  const cookies = parseCookies(cookieHeader);
  const token = await getToken({
    // getToken reads nothing of a request but these two; no header, so that only the cookie counts.
    req: { cookies, headers: {} } as unknown as NextApiRequest,
    secret: config.authSecret,
    secureCookie: secureCookies(config),
    cookieName: sessionCookieName(config),
  });
  const claims = sessionClaims.safeParse(token);
  if (!claims.success) return null;
  const [user] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      kind: users.kind,
      version: users.sessionVersion,
    })
    .from(users)
    .where(eq(users.id, claims.data.uid));
  if (!user || user.version !== claims.data.sv) return null;
  const { id, email, kind } = user;
  return { user: { id, name: user.name ?? email ?? '', email, kind }, endsAt: claims.data.exp * 1000 };
}
