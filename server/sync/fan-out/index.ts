import type { Config } from '../../../lib/config.ts';
import type { Logger } from '../logger.ts';
import { alone, type FanOut } from './fan-out.ts';
import { installationOf } from './installation.ts';
import { overRedis } from './over-redis.ts';

export type { Compacted, Ear, FanOut, Feed, Order, PresenceState, PresenceStates } from './fan-out.ts';
export { Follower } from './follower.ts';
export { alone };

/** The fan-out the configuration asks for. Throws StartError when Redis does not let us in. */
export async function openFanOut(
  config: Pick<Config, 'redisUrl' | 'databaseUrl' | 'authSecret'>,
  logger: Logger,
  servers: () => Promise<number>,
): Promise<FanOut> {
  const { redisUrl, databaseUrl, authSecret } = config;
  if (!redisUrl || !databaseUrl) return alone();
  const installation = installationOf(authSecret, databaseUrl);
  return overRedis({ url: redisUrl, installation, logger, servers });
}
