/** What this process holds after everything unreachable is gone, bytes; needs `--expose-gc`. */
export function memoryAfterCollection(): { heap: number; rss: number } {
  if (!globalThis.gc) throw new Error('Run node with --expose-gc.');
  for (let i = 0; i < 4; i += 1) globalThis.gc();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed + external, rss };
}
