import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Counters, type SyncFigures } from '../sync/figures.ts';

export interface Metrics {
  /** Give these to the sync server: it counts, the page shows. */
  counters: Counters;
  /** From here on the page tells these figures. */
  watch(figures: () => SyncFigures): void;
  /** The page, and what its Content-Type is: Prometheus' text format 0.0.4. */
  page(): Promise<{ type: string; text: string }>;
  stop(): void;
}

/** The delay of the event loop is sampled by a timer of this many ms, which counts itself in. */
const SAMPLE_MS = 10;
const COMMIT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What a monitoring system reads of this process. Times in seconds, sizes in bytes; nobody's words or names. */
export function createMetrics(version: string): Metrics {
  const register = new Registry();
  const registers = [register];
  const delay = monitorEventLoopDelay({ resolution: SAMPLE_MS });
  delay.enable();
  let figures: (() => SyncFigures) | undefined;

  /** Reads the figures once for all gauges of a page. */
  let now: SyncFigures | undefined;
  const gauge = (name: string, help: string, read: (f: SyncFigures) => number | null) =>
    new Gauge({
      name: `utifran_${name}`,
      help,
      registers,
      collect() {
        const value = now ? read(now) : null;
        // Absent when there is nothing to tell: a 0 would be believed.
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  const counter = (
    name: string,
    help: string,
    read: (f: SyncFigures) => Record<string, number>,
    label: string,
  ) =>
    new Counter({
      name: `utifran_${name}`,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset();
        for (const [value, n] of Object.entries(now ? read(now) : {})) this.inc({ [label]: value }, n);
      },
    });

  new Gauge({ name: 'utifran_info', help: 'The version that runs.', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  gauge('rooms', 'Live documents in memory.', (f) => f.rooms);
  gauge('sockets', 'Open sockets.', (f) => f.sockets);
  gauge('store_up', '1 while the database takes edits, 0 while it does not.', (f) => +(f.store === 'ok'));
  gauge('fan_out_up', '1 while edits reach the other nodes at once, 0 while they do not.', (f) =>
    f.fanOut === null ? null : +(f.fanOut === 'ok'),
  );
  gauge('log_waiting_updates', 'Edits that are not durable yet.', (f) => f.log.updates);
  gauge('log_waiting_bytes', 'Their size.', (f) => f.log.bytes);
  gauge('durable_lag_seconds', 'Age of the oldest edit that is not durable yet.', (f) => f.log.lag / 1_000);
  counter('refused_updates_total', 'Edits not taken, by reason.', (f) => f.totals.refused, 'code');
  counter('closed_sockets_total', 'Sockets closed by the server, by code.', (f) => f.totals.closed, 'code');
  const committed = new Counter({
    name: 'utifran_committed_updates_total',
    help: 'Edits made durable.',
    registers,
  });
  const commits = new Histogram({
    name: 'utifran_commit_seconds',
    help: 'How long writing to the log took.',
    buckets: COMMIT_SECONDS,
    registers,
  });
  new Gauge({
    name: 'utifran_event_loop_delay_seconds',
    help: 'Delay of the event loop since the last reading.',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const quantile of [0.5, 0.99]) {
        const ms = delay.percentile(quantile * 100) / 1e6 - SAMPLE_MS;
        this.set({ quantile: String(quantile) }, Math.max(0, ms) / 1_000);
      }
      delay.reset();
    },
  });
  processMemory(registers);

  return {
    counters: new Counters((updates, _bytes, ms) => {
      committed.inc(updates);
      commits.observe(ms / 1_000);
    }),
    watch(read) {
      figures = read;
    },
    async page() {
      now = figures?.();
      return { type: register.contentType, text: await register.metrics() };
    },
    stop: () => void delay.disable(),
  };
}

/** Under the names every dashboard knows. */
function processMemory(registers: Registry[]): void {
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Resident memory size in bytes.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'nodejs_heap_size_used_bytes',
    help: 'Used heap in bytes.',
    registers,
    collect() {
      this.set(process.memoryUsage().heapUsed);
    },
  });
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time used, user and system.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the process started, seconds since 1970.',
    registers,
  }).set(Math.round(Date.now() / 1_000 - process.uptime()));
}
