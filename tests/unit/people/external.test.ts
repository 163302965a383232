import { expect, test } from 'vitest';
import { externalProviders } from '../../../app/_lib/auth/external.ts';
import type { Config } from '../../../lib/config.ts';
import { configWith } from '../../support/config.ts';

const oidc = { issuer: 'https://login.example.org', clientId: 'a', clientSecret: 'b', name: 'Example' };
const smtp = { url: 'smtp://localhost', from: 'us@example.org' };
const baseUrl = 'https://resor.example.org';
const ids = (config: Partial<Config>) => externalProviders(configWith(config)).map((p) => p.id);

test('a provider appears when it is configured, and only then', () => {
  expect(ids({})).toEqual([]);
  expect(ids({ oidc })).toEqual(['oidc']);
  expect(ids({ smtp, baseUrl })).toEqual(['email']);
  expect(ids({ oidc, smtp, baseUrl })).toEqual(['oidc', 'email']);
});

test('no mail is sent without an address to put into it', () => {
  expect(ids({ smtp })).toEqual([]);
});

test('an e-mail address counts only when the identity provider vouches for it', async () => {
  const [provider] = externalProviders(configWith({ oidc }));
  const profile = (provider as unknown as { profile(p: object): unknown }).profile;
  const given = { sub: '1', name: 'Åsa', email: 'Asa@Example.org' };
  expect(profile(given)).toMatchObject({ email: 'asa@example.org' });
  expect(profile({ ...given, email_verified: true })).toMatchObject({ email: 'asa@example.org' });
  expect(profile({ ...given, email_verified: false })).toMatchObject({ email: null });
  expect(profile({ sub: '1', preferred_username: 'asa' })).toMatchObject({ name: 'asa', email: null });
});
