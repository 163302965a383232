'use server';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { sessionCookieName } from '@/lib/auth/cookies.ts';
import { isOwnOrigin } from '@/lib/auth/origin.ts';
import { AppError } from '@/lib/errors.ts';
import { runtime } from '@/lib/runtime.ts';
import { endSessions } from '@/lib/services/users.ts';
import { currentUser } from '../guard.ts';

/** Ends the session of this browser, its open sockets included. */
export async function signOut(): Promise<void> {
  const user = await checked();
  await forgetCookie();
  if (user) runtime().rooms.userChanged(user.id);
  redirect('/sign-in?reason=signedOut');
}

/** Ends every session of this user, on all devices. */
export async function signOutEverywhere(): Promise<void> {
  const user = await checked();
  const { db, rooms } = runtime();
  if (user) await endSessions(db, user.id, rooms);
  await forgetCookie();
  redirect('/sign-in?reason=signedOut');
}

async function checked() {
  if (!isOwnOrigin(await headers(), runtime().config)) throw new AppError('foreignOrigin');
  return currentUser();
}

async function forgetCookie(): Promise<void> {
  const store = await cookies();
  const { config } = runtime();
  const name = sessionCookieName(config);
  for (const cookie of store.getAll()) {
    if (cookie.name === name || cookie.name.startsWith(`${name}.`)) {
      store.set({ name: cookie.name, value: '', path: '/', maxAge: 0, secure: name.startsWith('__Secure-') });
    }
  }
}
