import { describe, expect, test } from 'vitest';
import { isOwnOrigin, ownPath } from '../../../lib/auth/origin.ts';

const headers = (given: Record<string, string>) => new Headers(given);

describe('isOwnOrigin', () => {
  const config = { baseUrl: 'https://resor.example.org' };
  test.each([
    ['https://resor.example.org', true],
    ['https://resor.example.org:443', true],
    ['http://resor.example.org', false],
    ['https://resor.example.org.evil.test', false],
    ['https://evil.test', false],
    ['https://resor.example.org:8443', false],
    ['null', false],
    ['', false],
    ['not a url', false],
  ])('with an address configured: %j → %s', (origin, expected) => {
    expect(isOwnOrigin(headers({ origin, host: 'resor.example.org' }), config)).toBe(expected);
  });

  test('without one, the host the request was sent to counts', () => {
    const none = { baseUrl: undefined };
    for (const host of ['localhost:3000', '127.0.0.1:3000', '192.168.1.20:3000']) {
      expect(isOwnOrigin(headers({ origin: `http://${host}`, host }), none)).toBe(true);
      expect(isOwnOrigin(headers({ origin: 'http://evil.test', host }), none)).toBe(false);
      expect(isOwnOrigin(headers({ host }), none)).toBe(false);
    }
    expect(isOwnOrigin(headers({ origin: 'http://localhost:3001', host: 'localhost:3000' }), none)).toBe(
      false,
    );
  });
});

describe('ownPath', () => {
  test.each(['/', '/workshops/1/map', '/workshops/1/interviews/2?finding=3#turn-4', '/sök?q=å%20ä'])(
    'keeps our own path %s',
    (path) => {
      expect(decodeURI(ownPath(path))).toBe(decodeURI(path));
    },
  );

  test.each([
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    'https://evil.test/',
    'javascript:alert(1)',
    '/\t/evil.test',
    '/\n/evil.test',
    '/.//evil.test',
    '/a/..//evil.test',
    ' //evil.test',
    'workshops/1',
    '',
    undefined,
    ['/a'],
    42,
  ])('turns %j into the fallback', (value) => {
    expect(ownPath(value, '/home')).toBe('/home');
  });

  test('what it keeps stays on the site, whatever a browser makes of it', () => {
    for (const value of ['/@evil.test', '/%2f/evil.test', '/..', '/;//evil.test', '/?//evil.test']) {
      expect(new URL(ownPath(value), 'https://own.test').origin).toBe('https://own.test');
    }
  });
});
