import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { installationRoot } from '../../../lib/db/root.ts';

/** What a server has needed since it was last asked to start counting: MB more than then, ms stood still. */
export interface Needed {
  rss: number;
  /** V8's heap and what hangs on it (buffers). */
  heap: number;
  /** The longest its event loop was busy with one thing. */
  loop: number;
  clients: number;
}

const here = path.join(installationRoot(import.meta.url), 'tests/support/hostile');

/** A child process of ours that answers one order at a time. */
export class Child {
  readonly #child: ChildProcess;
  /** What ended it, while nobody had asked it to. */
  ended: string | null = null;

  constructor(file: string, args: string[] = []) {
    this.#child = fork(path.join(here, file), args, {
      execArgv: ['--expose-gc', '--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child.on('exit', (code, signal) => {
      this.ended ??= String(signal ?? code);
    });
  }

  /** The next message that has this key. */
  says<T>(key: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`it ended: ${this.ended}`));
      const listen = (message: Record<string, unknown>) => {
        if (!(key in message)) return;
        this.#child.off('message', listen);
        this.#child.off('exit', ended);
        resolve(message[key] as T);
      };
      this.#child.on('message', listen);
      this.#child.once('exit', ended);
    });
  }

  ask<T>(order: unknown): Promise<T> {
    const answer = this.says<T>('answer');
    this.#child.send(order as never);
    return answer;
  }

  async stop(): Promise<void> {
    if (this.ended !== null) return;
    this.ended = 'stopped';
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.send('stop');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 3_000);
    await gone;
    clearTimeout(late);
  }
}

/** A server with this many cards on its map, and its port. */
export async function startBareServer(cards: number): Promise<{ server: Child; port: number }> {
  const server = new Child('bare-server.ts', [String(cards)]);
  return { server, port: await server.says<number>('port') };
}
