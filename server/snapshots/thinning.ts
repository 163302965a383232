import type { Db } from '../../lib/db/types.ts';
import { thinSnapshots } from '../../lib/services/snapshots/thin.ts';
import type { Logger } from '../sync/logger.ts';

const EVERY = 3_600_000;

/** Thins snapshots that came by themselves and have grown old: now and every hour. */
export function keepThinning({ db, log }: { db: Db; log: Logger }): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = running
      .then(async () => {
        const gone = await thinSnapshots(db, new Date(), (workshopId, cause) =>
          log.warn(`The snapshots of workshop ${workshopId} could not be thinned; it is tried again.`, cause),
        );
        if (gone > 0) log.info(`${gone} old snapshots that had been taken automatically were removed.`);
      })
      .catch((cause: unknown) => log.warn('Old snapshots could not be looked up.', cause));
  };
  run();
  const timer = setInterval(run, EVERY);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
