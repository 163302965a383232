import type { Page } from '@playwright/test';
import { choose, demoDoor, grid, tableIsLive } from './keys.ts';
import { type Language, soundPage, WIDTHS, type Width } from './pages-checks.ts';
import { enterAsFacilitator, mapIsLive } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** Every state of the table and of the phone's way; pages.test.ts has the canvas. */

const speak = (page: Page, language: Language) =>
  page.context().addCookies([{ name: 'locale', value: language, url: new URL(page.url()).origin }]);

async function demo(page: Page): Promise<string> {
  await enterAsFacilitator(page);
  await page.goto('/');
  await demoDoor(page).click();
  await mapIsLive(page);
  return page.url().replace(/\?.*$/, '');
}

test('the table is sound in both languages, wide and narrow, light and dark, with its menus open', async ({
  visitor,
}) => {
  const { page } = await visitor();
  const map = await demo(page);
  for (const language of ['en', 'sv'] as const) {
    await speak(page, language);
    await page.setViewportSize(WIDTHS[1440]);
    await page.goto(`${map}?view=table`);
    await tableIsLive(page);
    for (const width of [390, 1440] as Width[]) {
      await page.setViewportSize(WIDTHS[width]);
      await soundPage(page, 'map-table', language, width);
    }
  }
  await speak(page, 'en');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${map}?view=table`);
  await tableIsLive(page);
  await soundPage(page, 'map-table-dark', 'en', 1440);
  await grid(page).locator('[data-card]').first().focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await soundPage(page, 'map-table-menu', 'en', 1440);
  await choose(page, 'Details');
  await expect(page.getByRole('complementary', { name: 'Card' })).toBeVisible();
  await soundPage(page, 'map-table-panel', 'en', 1440);
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await soundPage(page, 'map-table-keys', 'en', 1440);
});

test('one touchpoint at a time is sound in both languages, with its sheets open', async ({ visitor }) => {
  const { page } = await visitor({ viewport: WIDTHS[390], hasTouch: true, isMobile: true });
  const map = await demo(page);
  for (const language of ['en', 'sv'] as const) {
    await speak(page, language);
    await page.goto(map);
    await mapIsLiveIn(page);
    await soundPage(page, 'map-phone', language, 390);
    for (const kind of ['quote', 'emotion', 'friction']) {
      await page.locator(`button[data-kind="${kind}"]`).tap();
      await expect(page.getByRole('dialog')).toBeVisible();
      await soundPage(page, `map-phone-${kind}`, language, 390);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await soundPage(page, 'map-phone-dark', 'sv', 390);
});

const mapIsLiveIn = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^(Saved|Sparat)$/ })).toBeVisible({ timeout: 30_000 });
