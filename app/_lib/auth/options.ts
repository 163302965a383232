import { DrizzleAdapter } from '@auth/drizzle-adapter';
import type { NextAuthOptions, User } from 'next-auth';
import type { Adapter } from 'next-auth/adapters';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { secureCookies } from '@/lib/auth/cookies.ts';
import { SESSION_MAX_AGE } from '@/lib/auth/session.ts';
import { accounts, sessions, users, verificationTokens } from '@/lib/db/schema/index.ts';
import type { Runtime } from '@/lib/runtime.ts';
import { joinAsGuest } from '@/lib/services/joining.ts';
import { accountByEmail, checkPassword, type SignedIn, signedInById } from '@/lib/services/users.ts';
import { parseInput } from '../input.ts';
import { limited } from './attempts.ts';
import { externalProviders } from './external.ts';
import { joinInput, passwordInput } from './inputs.ts';

/** What next-auth carries of a user from a provider to the token. */
const carried = z.object({ id: z.uuid(), sessionVersion: z.number().int().optional() });

/**
 * next-auth for this installation: sign-in by password and joining by link always, OpenID Connect and the
 * e-mail link when they are configured. Sessions are tokens that carry the user and the version of their
 * sessions; lib/auth/session.ts reads them.
 * @param onRefused hears what a password or a link was refused with; next-auth itself keeps only its text
 */
export function authOptions(
  { config, db, rooms }: Runtime,
  onRefused: (error: unknown) => void = () => {},
): NextAuthOptions {
  return {
    secret: config.authSecret,
    useSecureCookies: secureCookies(config),
    session: { strategy: 'jwt', maxAge: SESSION_MAX_AGE },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in', verifyRequest: '/sign-in?sent=1' },
    adapter: DrizzleAdapter(db, {
      usersTable: users,
      accountsTable: accounts,
      sessionsTable: sessions,
      verificationTokensTable: verificationTokens,
    } as never) as Adapter,
    providers: [
      CredentialsProvider({
        id: 'password',
        name: 'E-mail and password',
        credentials: { email: {}, password: {} },
        authorize: telling(onRefused, async (given) => {
          const { email, password } = parseInput(passwordInput, given);
          return limited(email, () => checkPassword(db, email, password));
        }),
      }),
      CredentialsProvider({
        id: 'invitation',
        name: 'Invitation',
        credentials: { token: {}, name: {}, functionName: {} },
        authorize: telling(onRefused, async (given) => {
          const input = parseInput(joinInput, given);
          return (await limited(null, () => joinAsGuest(db, input, rooms))).user;
        }),
      }),
      ...externalProviders(config),
    ],
    callbacks: {
      /** No open registration by mail: a link is sent to, and works for, whoever has an account. */
      async signIn({ account, user }) {
        if (account?.provider !== 'email') return true;
        return (await accountByEmail(db, user.email ?? '')) !== undefined || '/sign-in?sent=1';
      },
      async jwt({ token, user }) {
        if (!user) return token;
        const { id, sessionVersion } = carried.parse(user);
        const sv = sessionVersion ?? (await signedInById(db, id)).sessionVersion;
        // Only what lib/auth/session.ts reads: names and addresses stay in the database.
        return { sub: id, uid: id, sv };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => {
        const target = new URL(url, baseUrl);
        return target.origin === new URL(baseUrl).origin ? target.href : baseUrl;
      },
    },
    logger: {
      // next-auth logs a wrong password as an error with its stack; those are no errors of ours.
      error: (code, metadata) => {
        if (!code.startsWith('CALLBACK_CREDENTIALS')) console.error('next-auth', code, metadata);
      },
      warn: () => {},
      debug: () => {},
    },
  };
}

/** An `authorize` of next-auth from one of ours: gives the user, or tells why not and throws on. */
function telling(onRefused: (error: unknown) => void, find: (given: unknown) => Promise<SignedIn>) {
  return async (given: unknown): Promise<User> => {
    try {
      const { id, sessionVersion } = await find(given);
      return { id, sessionVersion } as unknown as User;
    } catch (error) {
      onRefused(error);
      throw error;
    }
  };
}
