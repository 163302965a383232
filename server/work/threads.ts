import { Worker } from 'node:worker_threads';
import { AppError } from '../../lib/errors.ts';
import { type JobInput, type JobName, type JobOutput, SLOW } from '../../lib/work/jobs.ts';
import type { Work } from '../../lib/work/work.ts';
import type { Answer, Asked } from './messages.ts';

/** A thread that nobody has asked for this long is ended: a workshop has hours without a snapshot. */
const IDLE_MS = 120_000;

/**
 * Two threads, started when first asked: one for what somebody or the database waits for, one for what may
 * take seconds. A thread that breaks fails the jobs it had; the next job starts another.
 */
export function createWork({ idleMs = IDLE_MS }: { idleMs?: number } = {}): Work & { stop(): Promise<void> } {
  const quick = new Thread(idleMs);
  const slow = new Thread(idleMs);
  return {
    run: (name, input) => (SLOW.has(name) ? slow : quick).run(name, input),
    async stop() {
      await Promise.all([quick.stop(), slow.stop()]);
    },
  };
}

interface Waiting {
  resolve(output: unknown): void;
  reject(error: Error): void;
}

class Thread {
  readonly #idleMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #stopped = false;

  constructor(idleMs: number) {
    this.#idleMs = idleMs;
  }

  run<K extends JobName>(name: K, input: JobInput<K>): Promise<JobOutput<K>> {
    if (this.#stopped) return Promise.reject(new AppError('roomUnavailable'));
    clearTimeout(this.#timer);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#asked;
    return new Promise<JobOutput<K>>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (output) => resolve(output as JobOutput<K>), reject });
      worker.postMessage({ id, name, input } satisfies Asked);
    }).finally(() => this.#rest());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  /** In development the sources are run as they are, as the server's own. */
  #start(): Worker {
    const source = import.meta.url.endsWith('.ts');
    const worker = source
      ? new Worker(new URL('./worker-dev.mjs', import.meta.url))
      : new Worker(new URL('./worker.mjs', import.meta.url), { execArgv: [] });
    worker.unref();
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (cause) => this.#broke(worker, cause));
    worker.on('exit', (code) => this.#broke(worker, new Error(`A working thread ended (${code}).`)));
    return worker;
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (!waiting) return;
    if ('output' in answer) waiting.resolve(answer.output);
    else if ('refused' in answer) waiting.reject(new AppError(answer.refused.code, answer.refused.params));
    else waiting.reject(new Error(`A job failed in its thread: ${answer.failed}`));
  }

  #broke(worker: Worker, cause: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error('A working thread broke.', { cause }));
  }

  #rest(): void {
    if (this.#waiting.size > 0 || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const worker = this.#worker;
      this.#worker = null;
      void worker?.terminate();
    }, this.#idleMs);
    this.#timer.unref();
  }
}
