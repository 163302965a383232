import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page, WebSocketRoute } from '@playwright/test';
import {
  addCard,
  boJoins,
  boxOf,
  COMPARES,
  facilitatorOnMap,
  header,
  NOTICES,
  ON_CANVAS,
  typeCard,
} from './board-acts.ts';
import { cardWith, mapIsLive, openText, saved } from './support/acts.ts';
import { launchApp } from './support/app.ts';
import { expect, test } from './support/test.ts';
import { wearOut } from './wear-out.ts';

const KEPT = 'Written on the train';
const GONE = 'Three letters';

test('edits made offline find their way into a map that was written anew meanwhile', async ({ browser }) => {
  // A server that is killed and started, and a room that lingers ten seconds.
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'utifran-e2e-epochs-'));
  const app = await launchApp({ DATA_DIR: folder });
  const visitor = async () => {
    const context = await browser.newContext({ baseURL: app.url });
    return { context, page: await context.newPage() };
  };
  try {
    const anna = await facilitatorOnMap(visitor, 'Written anew');
    const bo = await boJoins(anna, visitor);
    await addCard(anna.page, 'Quote', COMPARES, GONE);
    await saved(anna.page);
    const wire = await unpluggable(bo.page);

    await test.step('Bo writes without a network: a new card, and in one of Anna’s', async () => {
      await wire.unplug();
      await expect(bo.page.getByRole('status').filter({ hasText: 'Offline' })).toBeVisible();
      await addCard(bo.page, 'Quote', NOTICES, KEPT);
      await openText(bo.page, GONE);
      await bo.page.keyboard.press('ControlOrMeta+End');
      await typeCard(bo.page, 'Quote', ' more');
    });

    await test.step('meanwhile the map, worn out, is written anew once Anna has left it', async () => {
      await app.kill();
      await wearOut(folder, `journey:${anna.workshop.split('/').pop()}`);
      await app.start();
      await saved(anna.page);
      await addCard(anna.page, 'Friction', COMPARES, 'No answer');
      await saved(anna.page);
      await anna.page.goto('/');
      await expect.poll(() => app.output(), { timeout: 40_000 }).toContain('is written anew as epoch 2');
      await anna.page.goto(`${anna.workshop}/map`);
      await mapIsLive(anna.page);
      await cardWith(anna.page, GONE).click(ON_CANVAS);
      await anna.page.keyboard.press('Delete');
      await expect(cardWith(anna.page, GONE)).toHaveCount(0);
      await saved(anna.page);
    });

    await test.step('Bo comes back: his card is there for both, and he is told what met a removal', async () => {
      const first = await placeOf(bo.page);
      await bo.page.mouse.move(900, 600);
      await bo.page.mouse.wheel(40, 30);
      await expect.poll(() => placeOf(bo.page)).toBe(first - 40);
      wire.plug();
      const dialog = bo.page.getByRole('dialog', { name: 'Some of your changes are not on the map' });
      await expect(dialog).toBeVisible({ timeout: 40_000 });
      expect(await placeOf(bo.page)).toBe(first - 40);
      await expect(dialog.getByRole('textbox')).toHaveValue(`${GONE} more`);
      // Until he has seen it: a tab may be closed in fright.
      await bo.page.reload();
      await expect(dialog.getByRole('textbox')).toHaveValue(`${GONE} more`);
      await dialog.getByRole('button', { name: 'Copy the text and go on' }).click();
      await expect(dialog).toHaveCount(0);
      await saved(bo.page);
      for (const page of [bo.page, anna.page]) {
        await expect(cardWith(page, KEPT)).toBeVisible();
        await expect(cardWith(page, 'No answer')).toBeVisible();
        await expect(cardWith(page, GONE)).toHaveCount(0);
      }
    });

    await test.step('and after a reload everything is as it was', async () => {
      await bo.page.reload();
      await mapIsLive(bo.page);
      await expect(cardWith(bo.page, KEPT)).toBeVisible();
      await expect(bo.page.getByRole('dialog')).toHaveCount(0);
    });

    await test.step('the state of before is given to whoever maps, and to nobody else', async () => {
      const past = anna.workshop.replace('/workshops/', '/api/workshops/').concat('/past');
      const given = await bo.page.request.get(`${past}/1`);
      expect(given.status()).toBe(200);
      expect((await given.body()).length).toBeGreaterThan(100_000);
      expect((await bo.page.request.get(`${past}/7`)).status()).toBe(410);
      expect((await bo.page.request.get(`${past}/now`)).status()).toBe(400);
      expect((await (await visitor()).page.request.get(`${past}/1`)).status()).toBe(401);
      const leader = await boJoins(anna, visitor, 'Leader');
      expect((await leader.page.request.get(`${past}/1`)).status()).toBe(403);
    });
  } finally {
    await app.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Where the map lies under the screen's edge. */
const placeOf = async (page: Page) => (await boxOf(header(page, NOTICES))).x;

/** The network between a page on the map and the server, to be pulled out and put back. */
async function unpluggable(page: Page) {
  let plugged = true;
  let open: WebSocketRoute | undefined;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (!plugged) return void socket.close();
    open = socket;
    socket.connectToServer();
  });
  await page.reload();
  await mapIsLive(page);
  return {
    async unplug() {
      plugged = false;
      await open?.close();
    },
    plug() {
      plugged = true;
    },
  };
}
