import type { Config } from '../../lib/config.ts';

/** A configuration as the server reads it from an empty environment, with what a test wants otherwise. */
export const configWith = (over: Partial<Config> = {}): Config => ({
  port: 0,
  host: '',
  dataDir: '/data',
  databaseUrl: undefined,
  redisUrl: undefined,
  baseUrl: undefined,
  authSecret: 'a secret for these tests only, long enough',
  oidc: undefined,
  smtp: undefined,
  logLevel: 'info',
  metricsToken: undefined,
  production: true,
  ...over,
});
