import { randomBytes } from 'node:crypto';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { StartError } from '../config.ts';
import { socketFolder } from './sockets.ts';

/** Who holds a data folder, as its socket tells. `starting`: it has announced itself and looks around. */
const ownerSchema = z.object({
  state: z.enum(['starting', 'owner']),
  pid: z.number(),
  machine: z.string(),
  address: z.string(),
  since: z.string(),
});
export type Owner = z.infer<typeof ownerSchema>;

export interface Lock {
  release(): Promise<void>;
}

const NAME = /^lock-[0-9a-f]{8}\.sock$/;
const GIVE_UP_AFTER_MS = 3_500;
const ANSWER_WITHIN_MS = 1_000;

/**
 * Takes the data folder for this process, or refuses. A listening unix socket is the lock: the kernel frees
 * it however the process ends, which a pid file does not survive (in containers every pid is 1).
 *
 * Each process listens under a name of its own, and only then looks for others. Of two that start at once at
 * least one sees the other, so there are never two owners; a fixed name, unlinked when found dead, could be
 * unlinked just after somebody else had taken it.
 *
 * @param address what to tell whoever else comes.
 * @throws StartError naming the owner, within five seconds.
 */
export async function lockFolder(dataDir: string, address: string): Promise<Lock> {
  const folder = socketFolder(dataDir);
  const deadline = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    const own = await announce(folder, address);
    const others = own ? await othersIn(folder, own.name) : [];
    if (own && others.length === 0) {
      own.owner.state = 'owner';
      for (const name of readdirSync(folder)) if (/^lock-.*\.new$/.test(name)) remove(folder, name);
      return own;
    }
    await own?.release();
    const owner = others.find((other) => other === 'silent' || other.state === 'owner');
    if (owner || Date.now() > deadline) throw refusal(dataDir, owner ?? others[0] ?? 'silent');
    // Both were starting: one of them comes back first.
    await pause(50 + Math.random() * 200);
  }
}

/** Who holds the folder now; undefined when nobody does. For tools that must keep off a running server's data. */
export async function folderOwner(dataDir: string): Promise<Owner | 'silent' | undefined> {
  return (await othersIn(socketFolder(dataDir), '')).at(0);
}

async function announce(folder: string, address: string) {
  const id = `lock-${randomBytes(4).toString('hex')}`;
  const name = `${id}.sock`;
  const owner: Owner = {
    state: 'starting',
    pid: process.pid,
    machine: os.hostname(),
    address,
    since: new Date().toISOString(),
  };
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(JSON.stringify(owner));
  });
  const release = () => {
    remove(folder, name);
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path.join(folder, `${id}.new`), resolve);
    });
  } catch (cause) {
    throw new StartError(
      `No socket can be made in ${folder}, and without one the data cannot be kept from a second server. Set DATA_DIR to a folder on a local disk that may be written.`,
      { cause },
    );
  }
  server.on('error', (error) => console.warn(`The data folder's lock: ${error.message}`));
  server.unref();
  try {
    // Bound but not listening yet, it would look dead to the others: it gets its name only now.
    renameSync(path.join(folder, `${id}.new`), path.join(folder, name));
  } catch {
    await release();
    return undefined;
  }
  return { name, owner, release };
}

async function othersIn(folder: string, own: string): Promise<(Owner | 'silent')[]> {
  const names = readdirSync(folder).filter((name) => NAME.test(name) && name !== own);
  const answers = await Promise.all(names.map((name) => ask(folder, name)));
  return answers.filter((answer) => answer !== undefined);
}

/** undefined: nobody listens (and the name is cleared away); `silent`: somebody does, and does not answer. */
function ask(folder: string, name: string): Promise<Owner | 'silent' | undefined> {
  return new Promise((resolve) => {
    let said = '';
    const socket = net.connect(path.join(folder, name));
    socket.setTimeout(ANSWER_WITHIN_MS, () => socket.destroy());
    socket.on('data', (part) => {
      said += part;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') remove(folder, name);
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(undefined);
    });
    socket.on('close', () => {
      try {
        resolve(ownerSchema.parse(JSON.parse(said)));
      } catch {
        resolve('silent');
      }
    });
  });
}

function refusal(dataDir: string, owner: Owner | 'silent'): StartError {
  const who =
    owner === 'silent'
      ? 'another server, which does not answer'
      : `process ${owner.pid} on ${owner.machine} (${owner.address}, since ${owner.since})`;
  return new StartError(
    `The data folder ${dataDir} is in use by ${who}. Stop that one first, or set DATA_DIR to another folder.`,
  );
}

const remove = (folder: string, name: string) => rmSync(path.join(folder, name), { force: true });
