import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
    const id = ++this.#asked;
    return new Promise<JobOutput<K>>((resolve, reject) => {
      this.#worker ??= this.#start();
      // Throws for what cannot be copied to a thread; then nobody waits.
      this.#worker.postMessage({ id, name, input } satisfies Asked);
      this.#waiting.set(id, { resolve: (output) => resolve(output as JobOutput<K>), reject });
    }).finally(() => this.#rest());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  /** In development the sources are run as they are, as the server's own. */
  #start(): Worker {
    const isSource = import.meta.url.endsWith('.ts');
    const script = new URL(isSource ? './worker-dev.mjs' : './worker.mjs', import.meta.url);
    if (!existsSync(script))
      throw new Error(`${fileURLToPath(script)} is missing. Build again: npm run build`);
    const worker = new Worker(script, isSource ? {} : { execArgv: [] });
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
