import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { keptSecret, weakness } from './config/secret.ts';
import { StartError } from './config/start-error.ts';
import { type Environment, type LogLevel, readVariables, type Variables } from './config/variables.ts';

export type { LogLevel };
export { StartError };

/** Read once by the server, and by everybody else through `runtime().config`. */
export interface Config {
  port: number;
  /** The interface to listen on; empty: all of them. */
  host: string;
  /** Absolute path; holds the database, the secret and the lock. */
  dataDir: string;
  /** undefined: PGlite in dataDir. */
  databaseUrl: string | undefined;
  /** Where the nodes on one database tell each other what happens; undefined: this server is alone on it. */
  redisUrl: string | undefined;
  /** The address people use, without a trailing slash; undefined: whatever host a request names. */
  baseUrl: string | undefined;
  authSecret: string;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  smtp: { url: string; from: string } | undefined;
  logLevel: LogLevel;
  /** What `/api/metrics` asks for; undefined: there is no such page. */
  metricsToken: string | undefined;
  production: boolean;
}

/**
 * The configuration out of the environment. Creates the data folder, and the secret in it when none is given.
 *
 * @throws StartError, a sentence for each variable that is wrong.
 */
export function readConfig(options: { production: boolean; environment?: Environment }): Config {
  const variables = readVariables(options.environment ?? process.env);
  const oidc = together(variables, 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET');
  const smtp = together(variables, 'SMTP_URL', 'MAIL_FROM');
  const weak = options.production && variables.AUTH_SECRET && weakness(variables.AUTH_SECRET);
  if (weak) throw new StartError(`AUTH_SECRET ${weak}.`);
  if (variables.REDIS_URL) checkNode(variables);

  const dataDir = path.resolve(variables.DATA_DIR);
  makeFolder(dataDir);
  return {
    port: variables.PORT,
    host: variables.HOST,
    dataDir,
    databaseUrl: variables.DATABASE_URL,
    redisUrl: variables.REDIS_URL,
    baseUrl: variables.BASE_URL,
    authSecret: variables.AUTH_SECRET ?? keptSecret(dataDir),
    oidc: oidc && {
      issuer: oidc.OIDC_ISSUER,
      clientId: oidc.OIDC_CLIENT_ID,
      clientSecret: oidc.OIDC_CLIENT_SECRET,
      name: variables.OIDC_NAME,
    },
    smtp: smtp && { url: smtp.SMTP_URL, from: smtp.MAIL_FROM },
    logLevel: variables.LOG_LEVEL,
    metricsToken: variables.METRICS_TOKEN,
    production: options.production,
  };
}

/**
 * What Next and next-auth read from the environment themselves; before either is loaded. Without BASE_URL
 * next-auth goes by the forwarded host, which server/http sets to the request's own: a client cannot forge it.
 */
export function setEnvironment(config: Config): void {
  Object.assign(process.env, {
    NODE_ENV: config.production ? 'production' : 'development',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXTAUTH_SECRET: config.authSecret,
    ...(config.baseUrl ? { NEXTAUTH_URL: config.baseUrl } : { AUTH_TRUST_HOST: '1' }),
  });
  delete process.env[config.baseUrl ? 'AUTH_TRUST_HOST' : 'NEXTAUTH_URL'];
}

/** All of the named variables, or none: half a configuration is a mistake. */
function together<K extends keyof Variables>(
  variables: Variables,
  ...names: K[]
): Record<K, string> | undefined {
  const missing = names.filter((name) => variables[name] === undefined);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0) {
    const given = names.filter((name) => !missing.includes(name));
    throw new StartError(
      `${missing.join(' and ')} must be set together with ${given.join(' and ')}. Set all of them or none.`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, String(variables[name])])) as Record<K, string>;
}

/** A node among several needs what all of them share. */
function checkNode({ DATABASE_URL, AUTH_SECRET }: Variables): void {
  if (!DATABASE_URL) {
    throw new StartError(
      'REDIS_URL is for several servers on one PostgreSQL, and DATABASE_URL is not set. Set DATABASE_URL too, or leave REDIS_URL out.',
    );
  }
  if (!AUTH_SECRET) {
    throw new StartError(
      'REDIS_URL is for several servers, and each would make a secret of its own: nobody signed in on one could work on another. Set AUTH_SECRET, the same on all of them; make one with: openssl rand -base64 32.',
    );
  }
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StartError(
      `The data folder ${dataDir} cannot be created. Check who owns the folder above it, or set DATA_DIR to another one.`,
      { cause },
    );
  }
}
