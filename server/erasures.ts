import type { Config } from '../lib/config.ts';
import { scrub } from '../lib/db/scrub.ts';
import type { OpenDb } from '../lib/db/types.ts';
import { forgetPages, type Rooms, runtime } from '../lib/runtime.ts';
import { finishErasures } from '../lib/services/interviews.ts';
import type { Work } from '../lib/work/work.ts';
import type { Log } from './log/index.ts';

/** A backup that keeps the database's files in use does not last longer than this, as a rule. */
const AGAIN_AFTER_MS = 15 * 60_000;

/**
 * Goes on with erasures that broke off when the server ended, or had to wait for the database's files: now
 * and every quarter of an hour.
 */
export function keepErasing({
  db,
  config,
  rooms,
  work,
  log,
}: {
  db: OpenDb;
  config: Config;
  rooms: Rooms;
  work: Work;
  log: Log;
}): { stop(): Promise<void> } {
  const tools = {
    rooms,
    work,
    scrub: () => scrub(db.$client, config),
    forget: () => forgetPages(runtime()),
  };
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = running
      .then(() =>
        finishErasures(db, tools, (erasureId, cause) =>
          log.warn(`Erasure ${erasureId} is not finished; it is tried again.`, cause),
        ),
      )
      .catch((cause: unknown) => log.warn('Erasures could not be looked up.', cause));
  };
  run();
  const timer = setInterval(run, AGAIN_AFTER_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
