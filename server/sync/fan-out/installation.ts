import { createHmac } from 'node:crypto';

/** The same on all nodes of one installation, and nowhere else. */
export interface Installation {
  /** In the names of its channels. */
  name: string;
  /** Seals what its nodes say. */
  key: Buffer;
}

/**
 * Channels belong to an installation: a copy of its database that speaks to the same Redis, say for trying
 * an upgrade, must not be heard by it. Redis' own database numbers do not part channels.
 */
export function installationOf(authSecret: string, databaseUrl: string): Installation {
  const { pathname } = new URL(databaseUrl);
  const derive = (use: string) => createHmac('sha256', authSecret).update(`${use} ${pathname}`).digest();
  return { name: derive('fan-out channels').toString('hex').slice(0, 16), key: derive('fan-out seal') };
}
