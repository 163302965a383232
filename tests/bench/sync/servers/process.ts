import { type ChildProcess, fork } from 'node:child_process';

export interface Stats {
  /** CPU of all its threads since its start, ms. */
  cpu: number;
  /** The same of its main thread alone. */
  mainCpu: number;
  /** Bytes. */
  rss: number;
  heap: number;
  /** Event-loop delay since the last `reset`, ms. */
  loop: { p99: number; max: number };
}

/** A server under test in a process of its own. */
export class ServerProcess {
  #asked = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>();
  #id = 0;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    /** How long it took to listen, ms. */
    readonly startedIn: number,
  ) {
    child.on('message', ({ id, answer, error }: { id: number; answer: never; error?: string }) => {
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      if (error) asked?.reject(new Error(error));
      else asked?.resolve(answer);
    });
    child.once('exit', () => {
      for (const { reject } of this.#asked.values()) reject(new Error('The server under test ended.'));
    });
  }

  static start(script: string, args: string[]): Promise<ServerProcess> {
    const from = performance.now();
    const child = fork(script, args, {
      execArgv: ['--expose-gc'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      child.once('message', ({ port }: { port: number }) =>
        resolve(new ServerProcess(child, port, performance.now() - from)),
      );
      child.once('exit', (code) => reject(new Error(`${script} ended (${code}) before it listened.`)));
    });
  }

  ask<T>(ask: string, rest: object = {}): Promise<T> {
    this.#id += 1;
    const id = this.#id;
    return new Promise<T>((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.child.send({ id, ask, ...rest }, (error) => error && reject(error));
    });
  }

  stats = () => this.ask<Stats>('stats');
  /** The same after a garbage collection. */
  collect = () => this.ask<Stats>('collect');

  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void> {
    return this.#ended(() => this.child.kill('SIGKILL'));
  }

  /** As its operator would: everything written first, where the server can do that. */
  stop(): Promise<void> {
    return this.#ended(() => this.ask('stop').catch(() => this.child.kill('SIGTERM')));
  }

  #ended(end: () => unknown): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.child.once('exit', () => resolve());
      end();
    });
  }
}
