import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { installationRoot } from '../../lib/db/root.ts';

const root = installationRoot(import.meta.url);

export interface Running {
  pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** Resolves with what the pattern found, once the output has it; rejects when the process ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit code, or the signal that ended it. */
  exited: Promise<number | NodeJS.Signals>;
  signal(signal: NodeJS.Signals): void;
}

/** Runs node with these arguments; the environment is the given one and the bare minimum of ours. */
export function runNode(args: string[], environment: Record<string, string> = {}): Running {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...own('NEXT_DIST_DIR'),
      ...own('SERVER_DIST_DIR'),
      ...environment,
    },
  });
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      for (const listen of [...listeners]) listen();
    });
  }
  const last = () => child.kill('SIGKILL');
  process.once('exit', last);
  const exited = new Promise<number | NodeJS.Signals>((resolve) => {
    // `close` comes after the last output, `exit` may come before it.
    child.once('close', (code, signal) => {
      process.off('exit', last);
      resolve(signal ?? code ?? 1);
    });
  });
  return {
    pid: child.pid ?? 0,
    output: () => said,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(said);
          if (!found) return;
          listeners.delete(look);
          resolve(found);
        };
        listeners.add(look);
        look();
        exited.then((how) => reject(new Error(`It ended (${how}) without saying ${pattern}:\n${said}`)));
      }),
    exited,
    signal: (signal) => child.kill(signal),
  };
}

/** Runs a TypeScript file of ours in a process of its own. */
export const runSource = (file: string, args: string[] = []) => runNode(['--import', 'tsx', file, ...args]);

export interface RunningServer extends Running {
  url: string;
  /** SIGTERM, and its exit code. */
  stop(): Promise<number | NodeJS.Signals>;
}

/** Runs the built server and returns at once; `startServer` waits until it listens. */
export function launchServer(environment: Record<string, string>): Running {
  const bundle = path.join(root, process.env.SERVER_DIST_DIR ?? 'dist', 'server.mjs');
  if (!existsSync(bundle)) {
    throw new Error('There is no build to test. Run npm run build first; npm test does it by itself.');
  }
  return runNode(['--enable-source-maps', bundle], { PORT: '0', ...environment });
}

/** Starts the built server on a port the system chooses, and waits until it says where it listens. */
export async function startServer(environment: Record<string, string>): Promise<RunningServer> {
  const running = launchServer(environment);
  const [, port] = await running.says(/is ready on http\S*?:(\d+)[\s"]/);
  return {
    ...running,
    url: `http://127.0.0.1:${port}`,
    stop() {
      running.signal('SIGTERM');
      return running.exited;
    },
  };
}

/** A port nobody listens on: for a server that must come back under its address. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function own(name: string): Record<string, string> {
  const value = process.env[name];
  return value ? { [name]: value } : {};
}
