import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface TestRedis {
  url: string;
  port: number;
  /** Ends it at once; `start` brings it back on the same port, empty. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Lets it stand still, connections open, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Ends it for good. */
  close(): Promise<void>;
}

/**
 * A private Redis on a free port that keeps nothing. Throws, saying what to do, where there is none: what
 * several nodes do cannot be tested without it.
 */
export async function startRedis(...settings: string[]): Promise<TestRedis> {
  const program = findRedis() ?? installRedis();
  if (!program) {
    throw new Error(
      'No redis-server was found on the PATH. Install it (on Debian: sudo apt-get install redis-server) and run the tests again.',
    );
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-redis-'));
  const port = await freePort();
  let running: ChildProcess | undefined;
  let ended: Promise<void> = Promise.resolve();
  const last = () => running?.kill('SIGKILL');
  process.once('exit', last);

  async function start(): Promise<void> {
    const args = [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'no',
    ];
    const child = spawn(program as string, [...args, ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    ended = new Promise((resolve) => child.once('exit', () => resolve()));
    await new Promise<void>((resolve, reject) => {
      let said = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (part) => {
          said += part;
          if (said.includes('Ready to accept connections')) resolve();
        });
      }
      void ended.then(() => reject(new Error(`Redis did not start:\n${said}`)));
    });
  }
  async function stop(): Promise<void> {
    running?.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    start,
    stop,
    freeze: () => void running?.kill('SIGSTOP'),
    thaw: () => void running?.kill('SIGCONT'),
    async close() {
      process.off('exit', last);
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findRedis(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.map((folder) => path.join(folder, 'redis-server')).find((file) => existsSync(file));
}

function installRedis(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  console.info("No Redis here; installing Debian's.");
  // Test files run side by side: the second waits for the first, and finds it done.
  const once = 'command -v redis-server || (apt-get update && apt-get install -y redis-server)';
  spawnSync('flock', [path.join(os.tmpdir(), 'utifran-install.lock'), 'sh', '-c', once], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return findRedis();
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
