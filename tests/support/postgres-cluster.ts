import { type ChildProcess, execFileSync, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './process.ts';

export interface Cluster {
  /** Of its maintenance database, as superuser. */
  url: string;
  /** Ends the server, as an operator or a crash would; what is committed stays. */
  halt(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  resume(): Promise<void>;
  /** Ends it and removes everything. */
  stop(): Promise<void>;
}

/** Starts a private PostgreSQL in a temporary folder on a free port, or says why it cannot. */
export async function startCluster(): Promise<Cluster | { missing: string }> {
  const bin = findBinaries() ?? installBinaries();
  if (!bin) {
    return {
      missing:
        'no PostgreSQL was found on the PATH or in /usr/lib/postgresql. Install it (on Debian: sudo apt-get install postgresql) and run npm test again.',
    };
  }
  const owner = unprivileged();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utifran-pg-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  const env = { ...process.env, LC_ALL: 'C' };
  const options = { env, cwd: folder, ...owner };

  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'test', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    options,
  );
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: `initdb failed: ${made.stderr?.toString().trim() ?? made.error?.message}` };
  }

  const port = await freePort();
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=127.0.0.1', 'fsync=off'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const serve = () => startPostgres(path.join(bin, 'postgres'), args, options);
  let server = await serve();
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    halt: () => server.end(),
    async resume() {
      server = await serve();
    },
    async stop() {
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts PostgreSQL and waits until it takes connections. */
async function startPostgres(command: string, args: string[], options: SpawnOptions) {
  const server: ChildProcess = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const last = () => server.kill('SIGQUIT');
  process.once('exit', last);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (part) => {
      said += part;
      if (said.includes('ready to accept connections')) resolve();
    });
    ended.then(() => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  return {
    async end() {
      process.off('exit', last);
      server.kill('SIGINT');
      await ended;
    },
  };
}

/** A program of PostgreSQL's, such as pg_dump, of the same version as the clusters'. */
export function postgresProgram(name: string): string {
  const bin = findBinaries();
  // Where `postgres` is only linked to, the others may not be.
  const beside = bin && path.join(path.dirname(realpathSync(path.join(bin, 'postgres'))), name);
  return beside && existsSync(beside) ? beside : name;
}

function findBinaries(): string | undefined {
  const versions = '/usr/lib/postgresql';
  const packaged = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(versions, version, 'bin'))
    : [];
  const candidates = [...(process.env.PATH ?? '').split(path.delimiter), ...packaged];
  return candidates.find((dir) => ['initdb', 'postgres'].every((name) => existsSync(path.join(dir, name))));
}

function installBinaries(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  console.info("No PostgreSQL here; installing Debian's.");
  spawnSync('sh', ['-c', 'apt-get update && apt-get install -y postgresql'], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return findBinaries();
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, user: string) => {
    const found = spawnSync('id', [flag, user]);
    return found.status === 0 ? Number(found.stdout.toString()) : undefined;
  };
  const user = id('-u', 'postgres') === undefined ? 'nobody' : 'postgres';
  return { uid: Number(execFileSync('id', ['-u', user])), gid: Number(execFileSync('id', ['-g', user])) };
}
