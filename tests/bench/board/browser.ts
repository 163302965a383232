import type { Browser, CDPSession, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import type { Figures } from './figures.ts';

/** Chromium's flags for a closed network, as the browser tests use them. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: QUIET });

/**
 * A page with Chromium's own counters: milliseconds of script and of the main thread in all. Of processor
 * time, not of the clock's: what else the machine does counts less.
 */
export interface Measured {
  page: Page;
  cdp: CDPSession;
  counters(): Promise<{ script: number; task: number }>;
}

export async function measured(page: Page): Promise<Measured> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    page,
    cdp,
    async counters() {
      const { metrics } = await cdp.send('Performance.getMetrics');
      const of = (name: string) => 1_000 * (metrics.find((m) => m.name === name)?.value ?? Number.NaN);
      return { script: of('ScriptDuration'), task: of('TaskDuration') };
    },
  };
}

/** Waits until two frames have been shown, and the tasks between them are done. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );

/** What `act` costs in script and main thread, for each of `times`. */
export async function cost(
  { page, counters }: Measured,
  times: number,
  act: (n: number) => Promise<unknown>,
): Promise<Figures> {
  await settled(page);
  const before = await counters();
  for (let n = 0; n < times; n += 1) await act(n);
  await settled(page);
  const after = await counters();
  return {
    script: (after.script - before.script) / times,
    task: (after.task - before.task) / times,
  };
}
