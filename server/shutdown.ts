import type { Log } from './log/index.ts';

/** What must be closed again, in the reverse of the order it was opened in. */
export interface Shutdown {
  /** Notes a closer; `name` is what the log says when it fails or hangs. */
  add(name: string, close: () => Promise<void> | void): void;
  /** Closes everything once; later calls get the same promise. Never rejects. */
  run(): Promise<void>;
  readonly stopping: boolean;
}

export function createShutdown(log: Log): Shutdown {
  const closers: { name: string; close: () => Promise<void> | void }[] = [];
  let running: Promise<void> | undefined;
  const closeAll = async () => {
    for (let next = closers.pop(); next; next = closers.pop()) {
      try {
        await next.close();
      } catch (error) {
        log.error(`Closing ${next.name} failed.`, error);
      }
    }
  };
  return {
    add: (name, close) => void closers.push({ name, close }),
    run() {
      running ??= closeAll();
      return running;
    },
    get stopping() {
      return running !== undefined;
    },
  };
}

/** SIGTERM and SIGINT close everything and end the process: 0 when all closed in time, 1 when not. */
export function stopOnSignals(shutdown: Shutdown, limitMs: number, log: Log): void {
  const stop = (signal: NodeJS.Signals) => {
    if (shutdown.stopping) return;
    log.info(`${signal}: stopping.`);
    setTimeout(() => {
      log.error(`Stopping took longer than ${limitMs / 1000} s; ending now.`);
      process.exit(1);
    }, limitMs).unref();
    shutdown.run().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
