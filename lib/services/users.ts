import { eq, sql } from 'drizzle-orm';
import { dummyHash, hashPassword, verifyPassword } from '../auth/password.ts';
import type { SessionUser } from '../auth/session.ts';
import { users } from '../db/schema/index.ts';
import type { Db } from '../db/types.ts';
import { AppError } from '../errors.ts';
import type { Rooms } from '../runtime.ts';
import { audit } from './audit.ts';

/** A user as a new session needs it. */
export type SignedIn = SessionUser & { sessionVersion: number };

const SETUP_LOCK = 7_310_002;

/** True once anybody has an account; until then /welcome makes the first one. */
export async function hasAccounts(db: Db): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).where(eq(users.kind, 'account')).limit(1);
  return row !== undefined;
}

/** Makes the first account, the facilitator's. Throws alreadySetUp when there is one. */
export async function createFirstAccount(
  db: Db,
  input: { name: string; email: string; password: string },
): Promise<{ id: string }> {
  if (await hasAccounts(db)) throw new AppError('alreadySetUp');
  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (tx) => {
    // Two browsers on the first-run page at once: the second finds the first one's account.
    await tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`);
    if (await hasAccounts(tx)) throw new AppError('alreadySetUp');
    const [user] = await tx
      .insert(users)
      .values({ kind: 'account', name: input.name, email: input.email.toLowerCase(), passwordHash })
      .returning({ id: users.id });
    if (!user) throw new Error('The new account came back without an id.');
    await audit(tx, { workshopId: null, actorId: user.id, event: 'account.created' });
    return user;
  });
}

/**
 * The account an e-mail and a password belong to. Throws wrongCredentials, for an unknown address as for
 * a wrong password and after the same time. A hash of an older cost is replaced on the way.
 */
export async function checkPassword(db: Db, email: string, password: string): Promise<SignedIn> {
  const row = await accountByEmail(db, email);
  const { ok, outdated } = await verifyPassword(password, row?.passwordHash ?? (await dummyHash()));
  if (!row?.passwordHash || !ok) throw new AppError('wrongCredentials');
  if (outdated) {
    await db
      .update(users)
      .set({ passwordHash: await hashPassword(password) })
      .where(eq(users.id, row.id));
  }
  return signedIn(row);
}

/** The account with an e-mail address, or undefined. */
export async function accountByEmail(db: Db, email: string) {
  const [row] = await db
    .select()
    .from(users)
    .where(eq(sql`lower(${users.email})`, email.trim().toLowerCase()));
  return row;
}

/** What a new session carries of a user; throws wrongCredentials when there is no such user. */
export async function signedInById(db: Db, id: string): Promise<SignedIn> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  if (!row) throw new AppError('wrongCredentials');
  return signedIn(row);
}

function signedIn(row: typeof users.$inferSelect): SignedIn {
  const { id, email, kind, sessionVersion } = row;
  return { id, name: row.name ?? email ?? '', email, kind, sessionVersion };
}

/** Ends every session of a user, on all devices and open sockets. */
export async function endSessions(db: Db, userId: string, rooms: Rooms): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, userId));
    await audit(tx, { workshopId: null, actorId: userId, event: 'sessions.ended' });
  });
  rooms.userChanged(userId);
}
