import { expect, test } from 'vitest';
import { hasSessionCookie, parseCookies, sessionCookieName } from '../../../lib/auth/cookies.ts';

const plain = { baseUrl: undefined };
const https = { baseUrl: 'https://resor.example.org' };

test('cookies are marked secure exactly on an https address', () => {
  expect(sessionCookieName(plain)).toBe('next-auth.session-token');
  expect(sessionCookieName({ baseUrl: 'http://10.0.0.5:3000' })).toBe('next-auth.session-token');
  expect(sessionCookieName(https)).toBe('__Secure-next-auth.session-token');
});

test('a cookie header is read, whatever is in it', () => {
  expect({ ...parseCookies('a=1; b="2 x"; c=%C3%A5; a=9; broken; =x; d=%zz; e=f=g') }).toEqual({
    a: '1',
    b: '2 x',
    c: 'å',
    e: 'f=g',
  });
  expect({ ...parseCookies(undefined) }).toEqual({});
  expect(parseCookies('__proto__=x').toString).toBeUndefined();
});

test('a session cookie is noticed, in pieces too, and no other', () => {
  expect(hasSessionCookie(plain, 'next-auth.session-token=x')).toBe(true);
  expect(hasSessionCookie(plain, 'next-auth.session-token.0=x; next-auth.session-token.1=y')).toBe(true);
  expect(hasSessionCookie(plain, 'next-auth.csrf-token=x')).toBe(false);
  expect(hasSessionCookie(https, 'next-auth.session-token=x')).toBe(false);
});
