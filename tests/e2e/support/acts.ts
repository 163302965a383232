import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** What people do, step by step, in the words of the English interface. */

export const FACILITATOR = {
  name: 'Anna Lind',
  email: 'anna@example.org',
  password: 'en fras som går att minnas',
};

/** First visit to a fresh server, or sign-in where the account is there already. */
export async function enterAsFacilitator(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const first = new URL(page.url()).pathname === '/welcome';
  if (first) await page.getByLabel('Your name').fill(FACILITATOR.name);
  await page.getByLabel('E-mail').first().fill(FACILITATOR.email);
  await page.getByLabel('Password').fill(FACILITATOR.password);
  await page.getByRole('button', { name: first ? 'Create the account' : 'Sign in', exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: first ? /Welcome, Anna/ : 'Workshops' }),
  ).toBeVisible();
}

/** Creates a workshop from the first template; returns its address. */
export async function createWorkshop(page: Page, title: string): Promise<string> {
  await page.goto('/workshops/new');
  await page.getByLabel('What is the journey called?').fill(title);
  await page.getByRole('button', { name: 'Create the workshop' }).click();
  await mapIsLive(page);
  return page.url().replace(/\/map.*$/, '');
}

/** The canvas has taken the picture's place and everything is saved. */
export async function mapIsLive(page: Page): Promise<void> {
  await page.waitForURL(/\/map/);
  await expect(page.getByRole('button', { name: 'Undo my last change' })).toBeVisible({ timeout: 30_000 });
  await saved(page);
}

export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible({ timeout: 30_000 });
}

/** Makes a link for a role and returns its address. */
export async function inviteLink(page: Page, workshop: string, role: string): Promise<string> {
  await page.goto(`${workshop}/settings`);
  await page.getByLabel('They join as').selectOption({ label: role });
  await page.getByRole('button', { name: 'Make a link' }).click();
  return page.getByLabel('The link', { exact: true }).inputValue();
}

/** Opens a link as somebody who has never been here. */
export async function joinByLink(
  page: Page,
  link: string,
  name: string,
  functionName: string,
): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your function').fill(functionName);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
}

/** Drags over `words` in the transcript, as a person does with a mouse; again if the page moved under it. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await dragOver(page, words);
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(words);
    await expect(page.getByRole('toolbar', { name: 'Mark the selected words' })).toBeVisible({
      timeout: 3_000,
    });
  }).toPass({ timeout: 20_000 });
}

async function dragOver(page: Page, words: string): Promise<void> {
  const ends = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0 || !node.parentElement?.closest('main')) continue;
      node.parentElement.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0], rects[rects.length - 1]];
      if (!first || !last) continue;
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }
    return null;
  }, words);
  if (!ends) throw new Error(`The page does not hold the words “${words}” in one piece.`);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 5 });
  await page.mouse.up();
}

/** The card on the canvas whose text holds `words` in one line. */
export function cardWith(page: Page, words: string) {
  return page.locator('[data-shape-type="card"]').filter({ hasText: words });
}

/** Opens a card's text for typing; again when the map moved under the click. */
export async function openText(page: Page, words: string): Promise<void> {
  const field = page.locator('.tl-canvas').getByRole('textbox');
  await expect(async () => {
    // The canvas takes every pointer event itself.
    if ((await field.count()) === 0) await cardWith(page, words).click({ force: true });
    if ((await field.count()) === 0) await page.keyboard.press('Enter');
    await expect(field).toBeFocused({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
}
