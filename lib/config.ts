/** Filled in by the server room; the shape is what everybody may rely on. */
export interface Config {
  port: number;
  host: string;
  /** Absolute path; holds the database, the secret and the lock. */
  dataDir: string;
  /** undefined: PGlite in dataDir. */
  databaseUrl: string | undefined;
  /** The address people use, without a trailing slash; undefined: the request's own host on loopback. */
  baseUrl: string | undefined;
  authSecret: string;
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  smtp: { url: string; from: string } | undefined;
  production: boolean;
}
