import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig, StartError } from '../../../lib/config.ts';

const SECRET = 'dK3vQ8mZr1xW7pLs0bTfYc5nHgJ2aEuR';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (environment: Record<string, string> = {}, production = true) =>
  readConfig({ production, environment: { DATA_DIR: folder, ...environment } });

function refusal(environment: Record<string, string>, production = true): string {
  try {
    read(environment, production);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as Error).message;
  }
  throw new Error('it was accepted');
}

test('an empty environment is enough', () => {
  expect(read()).toMatchObject({
    port: 3000,
    host: '',
    dataDir: folder,
    databaseUrl: undefined,
    baseUrl: undefined,
    oidc: undefined,
    smtp: undefined,
    production: true,
  });
});

test('an empty value counts as absent', () => {
  expect(read({ PORT: '', BASE_URL: ' ', AUTH_SECRET: '' }).port).toBe(3000);
});

test('the address loses its trailing slash', () => {
  expect(read({ BASE_URL: 'https://journeys.example.org/' }).baseUrl).toBe('https://journeys.example.org');
});

describe('a wrong value stops the start with its name and what to do', () => {
  test.each([
    ['PORT', '80a', /^PORT must be a number from 0 to 65535, such as 3000\.$/],
    ['PORT', '70000', /^PORT must be/],
    ['PORT', '-1', /^PORT must be/],
    ['DATABASE_URL', 'mysql://x', /^DATABASE_URL must look like postgres:\/\//],
    ['DATABASE_URL', 'localhost', /^DATABASE_URL must look like/],
    ['REDIS_URL', 'localhost:6379', /^REDIS_URL must look like redis:\/\//],
    ['BASE_URL', 'journeys.example.org', /^BASE_URL must be the address people open/],
    ['BASE_URL', 'ftp://journeys.example.org', /^BASE_URL must be the address people open/],
    ['BASE_URL', 'https://example.org/journeys', /^BASE_URL must be an address without a path/],
    ['SMTP_URL', 'mail.example.org', /^SMTP_URL must look like/],
    ['OIDC_ISSUER', 'login', /^OIDC_ISSUER must be the address/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of error, warn, info, debug\.$/],
    ['METRICS_TOKEN', 'short', /^METRICS_TOKEN must be at least 16 characters; make one with: openssl/],
    ['MAIL_FROM', 'me', /^MAIL_FROM must be the sender/],
  ])('%s=%s', (name, value, sentence) => {
    expect(refusal({ [name]: value })).toMatch(sentence);
  });

  test('two wrong ones are told at once, a line each', () => {
    const lines = refusal({ PORT: 'x', BASE_URL: 'y' }).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^PORT /);
    expect(lines[1]).toMatch(/^BASE_URL /);
  });

  test('half of the sign-in provider', () => {
    expect(refusal({ OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'x' })).toBe(
      'OIDC_CLIENT_SECRET must be set together with OIDC_ISSUER and OIDC_CLIENT_ID. Set all of them or none.',
    );
  });

  test('several servers without a database they share', () => {
    expect(refusal({ REDIS_URL: 'redis://localhost:6379', AUTH_SECRET: SECRET })).toMatch(
      /DATABASE_URL is not set\. Set DATABASE_URL too, or leave REDIS_URL out\.$/,
    );
  });

  test('several servers without a secret they share', () => {
    const postgres = 'postgres://me:pw@db/journeys';
    const redis = 'redis://localhost:6379';
    expect(refusal({ REDIS_URL: redis, DATABASE_URL: postgres })).toMatch(/Set AUTH_SECRET, the same on all/);
    const whole = { REDIS_URL: redis, DATABASE_URL: postgres, AUTH_SECRET: SECRET };
    expect(read(whole).redisUrl).toBe(redis);
  });

  test('a data folder that cannot be made', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(refusal({ DATA_DIR: path.join(folder, 'file/data') })).toMatch(
      /^The data folder .* cannot be created\. .* set DATA_DIR/,
    );
  });

  test('never shows the value, which may be a secret', () => {
    expect(refusal({ DATABASE_URL: 'mysql://me:hemligt@host' })).not.toContain('hemligt');
    expect(refusal({ AUTH_SECRET: 'hemligt' })).not.toContain('hemligt');
  });
});

describe('values from files', () => {
  test('stand for the variable, without the line end', () => {
    writeFileSync(path.join(folder, 'f'), 'postgres://me:pw@db/journeys\n');
    expect(read({ DATABASE_URL_FILE: path.join(folder, 'f') }).databaseUrl).toBe(
      'postgres://me:pw@db/journeys',
    );
  });
  test('that cannot be read are named', () => {
    expect(refusal({ AUTH_SECRET_FILE: path.join(folder, 'none') })).toMatch(
      /^AUTH_SECRET_FILE names .*none, which cannot be read/,
    );
  });
  test('do not stand beside the variable itself', () => {
    expect(refusal({ PORT: '1', PORT_FILE: '/x' })).toBe(
      'PORT and PORT_FILE are both set. Keep one of them.',
    );
  });
});

describe('the secret', () => {
  test('is made once, kept, and readable by its owner alone', () => {
    const first = read().authSecret;
    expect(first.length).toBeGreaterThanOrEqual(43);
    expect(read().authSecret).toBe(first);
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(folder, 'secret'), 'utf8').trim()).toBe(first);
  });
  test('given by the environment leaves none in the folder', () => {
    expect(read({ AUTH_SECRET: SECRET }).authSecret).toBe(SECRET);
    expect(existsSync(path.join(folder, 'secret'))).toBe(false);
  });
  test.each([
    'short',
    'a'.repeat(40),
    'change-me-change-me-change-me-change-me-1234',
    'supersecretsupersecretsupersecret',
  ])('that can be guessed is refused in production: %s', (secret) => {
    expect(refusal({ AUTH_SECRET: secret })).toMatch(
      /^AUTH_SECRET (is too short|can be guessed).*openssl rand/,
    );
    expect(read({ AUTH_SECRET: secret }, false).authSecret).toBe(secret);
  });
  test('that was damaged in the folder stops the start', () => {
    writeFileSync(path.join(folder, 'secret'), 'x');
    expect(refusal({})).toMatch(/^The secret in .* is damaged\. Restore it/);
  });
});

test('sign-in by a provider and by mail are read whole', () => {
  const config = read({
    OIDC_ISSUER: 'https://login.example.org/realms/staff/',
    OIDC_CLIENT_ID: 'id',
    OIDC_CLIENT_SECRET: 's',
    SMTP_URL: 'smtps://u:p@mail.example.org:465',
    MAIL_FROM: 'Journeys <j@example.org>',
  });
  expect(config.oidc).toEqual({
    issuer: 'https://login.example.org/realms/staff',
    clientId: 'id',
    clientSecret: 's',
    name: 'OpenID Connect',
  });
  expect(config.smtp).toEqual({ url: 'smtps://u:p@mail.example.org:465', from: 'Journeys <j@example.org>' });
});
