import type { Locator, Page } from '@playwright/test';
import { expect } from './support/test.ts';

/** What somebody does who has no mouse. */

/** Presses Tab until the focus is on `target`, as a person does; fails when it is not on the way. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`80 times ${key} did not lead to ${target}.`);
}

/** Chooses from the menu that is open by the first letters of its entries, and goes into the next one. */
export async function choose(page: Page, ...names: (string | RegExp)[]): Promise<void> {
  for (const name of names) {
    const entry = page.getByRole('menuitem', { name }).or(page.getByRole('menuitemradio', { name })).first();
    await expect(entry).toBeVisible();
    for (let presses = 0; presses < 60; presses += 1) {
      if (await entry.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await expect(entry).toBeFocused();
    await page.keyboard.press('Enter');
  }
}

/** The way into the demo from the first page: the button that makes it, or the workshop that it is by now. */
export const demoDoor = (page: Page): Locator =>
  page
    .getByRole('button', { name: 'Open the demo workshop' })
    .or(page.getByRole('link', { name: /^Fernmoor Energy/ }))
    .first();

export const grid = (page: Page): Locator => page.getByRole('grid');

/** The cell of a touchpoint in a lane, by their names as the first template has them. */
export function cell(page: Page, touchpoint: string, lane: string): Locator {
  return page
    .locator('td[data-lane]')
    .filter({ has: page.getByRole('button', { name: `Add to ${touchpoint}, ${lane}`, exact: true }) });
}

/** The card in the table whose words are these. */
export const row = (page: Page, words: string): Locator =>
  grid(page).locator('[data-card]').filter({ hasText: words });

/** What has the focus, in words: for failures, and to see that it is never lost. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return 'nothing';
    return `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''}`;
  });

export async function tableIsLive(page: Page): Promise<void> {
  await expect(grid(page)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('status').filter({ hasText: /^(Saved|Sparat)$/ })).toBeVisible({
    timeout: 30_000,
  });
}
