import type { NextApiRequest, NextApiResponse } from 'next';
import { cookies, headers } from 'next/headers';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import { AppError } from '@/lib/errors.ts';
import type { Runtime } from '@/lib/runtime.ts';
import { authOptions } from './options.ts';

/**
 * Signs in through next-auth from within a server action, so that our forms work without JavaScript and
 * say in words what went wrong. Sets the session cookie. Throws what the provider was refused with.
 * @param provider `password` or `invitation`
 */
export async function signInWith(
  held: Runtime,
  provider: 'password' | 'invitation',
  credentials: Record<string, string>,
): Promise<void> {
  let refused: unknown;
  const options = authOptions(held, (error) => {
    refused = error;
  });
  const answer = await post(options, ['callback', provider], credentials);
  if (refused) throw refused;
  const session = answer.cookies.filter((cookie) => cookie.name.includes('session-token'));
  if (session.length === 0) throw new AppError('internal', {}, { cause: answer.body });
  await keep(session, options);
}

/**
 * Begins a sign-in at a provider outside (OpenID Connect, e-mail link): sets next-auth's cookies for the way
 * back and returns the address to go to.
 */
export async function beginSignIn(
  held: Runtime,
  provider: 'oidc' | 'email',
  input: Record<string, string>,
): Promise<string> {
  const options = authOptions(held);
  const answer = await post(options, ['signin', provider], input);
  await keep(answer.cookies, options);
  if (!answer.location) throw new AppError('internal', {}, { cause: answer.body });
  return answer.location;
}

/** A POST with the token next-auth wants of every form. */
async function post(options: NextAuthOptions, path: string[], body: Record<string, string>): Promise<Answer> {
  const csrf = await ask(options, 'GET', ['csrf'], {});
  const { csrfToken = '' } = csrf.body as { csrfToken?: string };
  return ask(options, 'POST', path, { ...body, csrfToken }, csrf.cookies);
}

async function keep(given: SetCookie[], options: NextAuthOptions): Promise<void> {
  const store = await cookies();
  const secure = options.useSecureCookies ?? false;
  for (const cookie of given) store.set({ ...cookie, httpOnly: true, sameSite: 'lax', path: '/', secure });
}

interface SetCookie {
  name: string;
  value: string;
  expires?: Date;
}

interface Answer {
  body: unknown;
  location: string | undefined;
  cookies: SetCookie[];
}

/** One request to next-auth in this process, as its pages-router handler takes it. */
async function ask(
  options: NextAuthOptions,
  method: 'GET' | 'POST',
  path: string[],
  body: Record<string, string>,
  sent: SetCookie[] = [],
): Promise<Answer> {
  const own = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const request = {
    method,
    query: { nextauth: path },
    body: { ...body, json: 'true' },
    cookies: { ...own, ...Object.fromEntries(sent.map(({ name, value }) => [name, value])) },
    headers: Object.fromEntries(await headers()),
  };
  const answer: Answer = { body: undefined, location: undefined, cookies: [] };
  const set = new Map<string, unknown>();
  const finish = (value?: unknown) => {
    answer.body = value;
  };
  const response = {
    status: () => response,
    getHeader: (name: string) => set.get(name.toLowerCase()),
    setHeader(name: string, value: unknown) {
      set.set(name.toLowerCase(), value);
      return response;
    },
    end: finish,
    send: finish,
    json: finish,
  };
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  const lines = [set.get('set-cookie') ?? []].flat() as string[];
  answer.cookies = lines.map(readSetCookie);
  const url = (answer.body as { url?: unknown } | undefined)?.url;
  answer.location = typeof url === 'string' ? url : undefined;
  return answer;
}

function readSetCookie(line: string): SetCookie {
  const [pair = '', ...attributes] = line.split('; ');
  const at = pair.indexOf('=');
  const expires = attributes.find((a) => /^expires=/i.test(a))?.slice('expires='.length);
  return {
    name: pair.slice(0, at),
    value: decodeURIComponent(pair.slice(at + 1)),
    expires: expires ? new Date(expires) : undefined,
  };
}
