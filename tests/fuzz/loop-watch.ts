/**
 * Watches how long this process's event loop stands still: the longest pause between two ticks of a timer,
 * or the processor time spent in it when that is less (a pause without work is another process's turn).
 */
export function watchLoop(every = 5) {
  let at = performance.now();
  let spent = process.cpuUsage();
  let most = 0;
  let doing = '';
  const timer = setInterval(() => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(spent);
    const stood = Math.min(now - at - every, (user + system) / 1_000);
    if (stood > most) {
      most = stood;
      doing = current;
    }
    at = now;
    spent = process.cpuUsage();
  }, every);
  let current = '';
  return {
    /** Names what is going on, for the report. */
    at: (what: string) => {
      current = what;
    },
    /** The longest standstill so far in ms, and what went on in it. */
    worst: () => ({ ms: Math.max(0, Math.round(most)), during: doing }),
    stop: () => clearInterval(timer),
  };
}
