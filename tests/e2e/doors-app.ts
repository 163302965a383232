import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { openDatabase } from '../../lib/db/open.ts';
import { invitations } from '../../lib/db/schema/index.ts';
import { launchApp } from './support/app.ts';
import { test as base, expect } from './support/test.ts';

export { expect };

type App = Awaited<ReturnType<typeof launchApp>>;

/** As everywhere, on a server and a data folder of its own: it is stopped once, to let a link grow old. */
export const test = base.extend<object, { dataDir: string; app: App }>({
  dataDir: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern.
    async ({}, use) => {
      const dataDir = mkdtempSync(path.join(tmpdir(), 'utifran-doors-'));
      await use(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ dataDir }, use) => {
      const app = await launchApp({ DATA_DIR: dataDir });
      await use(app);
      await app.dispose();
    },
    { scope: 'worker' },
  ],
});

/** Makes a link for participants with a label of its own; returns its address. */
export async function linkFor(page: Page, workshop: string, label: string, uses = ''): Promise<string> {
  await page.goto(`${workshop}/settings`);
  await page.getByLabel('Who is it for?').fill(label);
  await page.getByLabel('At most this many people').fill(uses);
  await page.getByRole('button', { name: 'Make a link' }).click();
  return page.getByLabel('The link', { exact: true }).inputValue();
}

/** The link as it will be when its days are over; the server must not run meanwhile. */
export async function letExpire(dataDir: string, label: string): Promise<void> {
  const { db, close } = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    const yesterday = new Date(Date.now() - 86_400_000);
    await db.update(invitations).set({ expiresAt: yesterday }).where(eq(invitations.label, label));
  } finally {
    await close();
  }
}
