import type { Page } from '@playwright/test';
import { addCard, boJoins, COMPARES, facilitatorOnMap, NOTICES } from './board-acts.ts';
import { soundPage, WIDTHS } from './pages-checks.ts';
import { cardWith, mapIsLive, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** The live map of what should be is on the screen, with everything in it saved. */
async function toBeIsLive(page: Page): Promise<void> {
  await page.waitForURL(/\/to-be$/);
  await expect(page.getByRole('button', { name: 'Undo my last change' })).toBeVisible({ timeout: 30_000 });
  await saved(page);
}

/** The row of a touchpoint in the gap's table. */
const rowOf = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

async function mark(page: Page, touchpoint: string, word: string): Promise<void> {
  await page.getByRole('button', { name: `Change ${touchpoint}`, exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Details …' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: word }).check();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

test('from what is, two people draw what should be, live; the map of today stays; the gap says what lies between', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'Gap');
  const bo = await boJoins(anna, visitor);
  await addCard(anna.page, 'Quote', NOTICES, 'As it is');
  await mark(anna.page, NOTICES, 'Missed');
  await saved(anna.page);

  await test.step('until there is one, the page says what it is for; a participant cannot begin it', async () => {
    await bo.page.goto(`${anna.workshop}/to-be`);
    await expect(bo.page.getByRole('heading', { level: 1 })).toHaveText('A map of what should be');
    await expect(bo.page.getByText('The facilitator can branch one')).toBeVisible();
    await expect(bo.page.getByRole('button', { name: 'Make the to-be map' })).toHaveCount(0);
    await bo.page.goto(`${anna.workshop}/to-be/gap`);
    await expect(bo.page.getByText('This workshop has no to-be map yet.')).toBeVisible();
  });

  await test.step('the facilitator begins it with the map as it is now', async () => {
    await anna.page.goto(`${anna.workshop}/to-be`);
    await anna.page.getByRole('button', { name: 'Make the to-be map' }).click();
    await toBeIsLive(anna.page);
    await expect(cardWith(anna.page, 'As it is')).toBeVisible();
    const which = anna.page.getByRole('navigation', { name: 'Which map' });
    await expect(which.getByRole('link', { name: 'To-be' })).toHaveAttribute('aria-current', 'page');
  });

  await test.step('both edit it at once', async () => {
    await bo.page.goto(`${anna.workshop}/to-be`);
    await toBeIsLive(bo.page);
    await addCard(bo.page, 'Opportunity', COMPARES, 'As it should be');
    await expect(cardWith(anna.page, 'As it should be')).toBeVisible();
    await mark(anna.page, NOTICES, 'Exceeded');
    await saved(anna.page);
    await saved(bo.page);
  });

  await test.step('the map of today knows nothing of it, and leads over', async () => {
    const which = bo.page.getByRole('navigation', { name: 'Which map' });
    await which.getByRole('link', { name: 'As-is' }).click();
    await mapIsLive(bo.page);
    await expect(cardWith(bo.page, 'As it is')).toBeVisible();
    await expect(cardWith(bo.page, 'As it should be')).toHaveCount(0);
    await expect(which.getByRole('link', { name: 'As-is' })).toHaveAttribute('aria-current', 'page');
  });

  await test.step('the gap', async () => {
    await bo.page.getByRole('link', { name: 'See the gap' }).click();
    await expect(bo.page.getByRole('heading', { level: 1 })).toHaveText('From as-is to to-be');
    await expect(rowOf(bo.page, 'CX capital at the end')).toContainText('−1+1');
    await expect(rowOf(bo.page, NOTICES).getByRole('cell')).toHaveText([
      'Missed',
      'Exceeded',
      '– → –',
      '+2',
      'Stays',
    ]);
    await expect(bo.page.getByRole('listitem').filter({ hasText: NOTICES })).toContainText('2 × 1 = 2');
    await expect(bo.page.getByRole('img', { name: 'CX capital along the way' })).toContainText('To-be +1');
    for (const width of [390, 1440] as const) {
      await bo.page.setViewportSize(WIDTHS[width]);
      await soundPage(bo.page, 'to-be-gap', 'en', width);
    }
  });

  await test.step('a snapshot taken there is one of that map; begun anew, what was there is kept', async () => {
    const { page } = anna;
    await page.getByRole('button', { name: 'Take snapshot' }).click();
    await page.getByLabel('What should it be called?').fill('First aims');
    await page.getByRole('button', { name: 'Take it' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'is taken' })).toBeVisible();
    await page.goto(`${anna.workshop}/to-be/branch`);
    await soundPage(page, 'to-be-branch', 'en', 1440);
    await page.getByLabel('Write over the to-be map that is there now').check();
    await page.getByRole('button', { name: 'Begin anew' }).click();
    await toBeIsLive(page);
    await expect(cardWith(page, 'As it is')).toBeVisible();
    await expect(cardWith(page, 'As it should be')).toHaveCount(0);
    await page.goto(`${anna.workshop}/snapshots`);
    const taken = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'First aims' }) });
    await expect(taken.first()).toContainText('To-be');
  });
});
