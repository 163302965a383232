import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { type App, launchApp } from './app.ts';

export interface Visitor {
  context: BrowserContext;
  page: Page;
}

interface Worker {
  /** One production server per worker, kept by the tests of a file that need nothing special. */
  app: App;
}

interface Each {
  /** Opens a browser of somebody's own: no cookie shared with anybody else's. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
}

/**
 * Every page any test opens is watched: a request to another host, a violation of the content security
 * policy or an uncaught error fails the test, whatever else it checks.
 */
export const test = base.extend<Each, Worker>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern.
    async ({}, use) => {
      const app = await launchApp();
      await use(app);
      await app.dispose();
    },
    { scope: 'worker' },
  ],
  visitor: async ({ browser, app }, use) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL: app.url, ...options });
      contexts.push(context);
      watch(context, app.url, complaints);
      return { context, page: await context.newPage() };
    });
    for (const context of contexts) await context.close();
    expect(complaints).toEqual([]);
  },
});

function watch(context: BrowserContext, home: string, complaints: string[]): void {
  const { host } = new URL(home);
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host) complaints.push(`asked ${url.host}`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
}

export { expect };
