import type { Page } from '@playwright/test';
import { addCard, boJoins, facilitatorOnMap, NOTICES } from './board-acts.ts';
import { cardWith, mapIsLive, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const FIRST = 'Came late';
const SECOND = 'No answer';

/** Takes a snapshot where one is, on the map or on the list; gives back its number. */
async function take(page: Page, label: string): Promise<number> {
  await page.getByRole('button', { name: 'Take snapshot' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take a snapshot' });
  await dialog.getByLabel('What should it be called?').fill(label);
  await dialog.getByRole('button', { name: 'Take it' }).click();
  const told = await dialog
    .getByRole('status')
    .filter({ hasText: /is taken/ })
    .textContent();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return Number(/\d+/.exec(told ?? '')?.[0]);
}

test('one restores a snapshot, the other sees it happen, and restoring the safety snapshot undoes it; replay and comparison tell it (F15)', async ({
  browser,
  visitor,
  app,
}) => {
  const anna = await facilitatorOnMap(visitor, 'History');
  const { page, workshop } = anna;
  await addCard(page, 'Quote', NOTICES, FIRST);
  await saved(page);
  const first = await take(page, 'After the first card');
  const { page: bo } = await boJoins(anna, visitor);
  await addCard(page, 'Quote', NOTICES, SECOND);
  await saved(page);
  await expect(cardWith(bo, SECOND)).toBeVisible();

  await test.step('the preview tells what would go, and nothing has happened yet', async () => {
    await page.goto(`${workshop}/snapshots/${first}/restore`);
    await expect(page.getByText('One card removed')).toBeVisible();
    await expect(page.getByRole('region', { name: /^Picture of the map/ }).locator('svg')).toBeVisible();
    await expect(page.locator('del')).toHaveText(SECOND);
    await expect(cardWith(bo, SECOND)).toBeVisible();
  });

  const safety = await test.step('restored: Bo sees it and is told who did it', async () => {
    await page.getByRole('button', { name: `Restore no. ${first}` }).click();
    await page.waitForURL(/snapshots\?restored=/);
    await expect(page.getByText(`Snapshot ${first} is restored.`)).toBeVisible();
    await expect(cardWith(bo, SECOND)).toHaveCount(0);
    await expect(cardWith(bo, FIRST)).toBeVisible();
    await expect(
      bo.getByRole('status').filter({ hasText: `Anna Lind restored snapshot ${first}.` }),
    ).toBeVisible();
    return Number(new URL(page.url()).searchParams.get('safety'));
  });

  await test.step('what Bo does after it stays', async () => {
    await addCard(bo, 'Quote', NOTICES, 'Said after');
    await saved(bo);
  });

  await test.step('undone by restoring the safety snapshot, which the page leads to', async () => {
    await page.getByRole('link', { name: `Restore no. ${safety}` }).click();
    await page.getByRole('button', { name: `Restore no. ${safety}` }).click();
    await page.waitForURL(new RegExp(`restored=${safety}`));
    await expect(cardWith(bo, SECOND)).toBeVisible();
    await page.goto(`${workshop}/map`);
    await mapIsLive(page);
    await expect(cardWith(page, SECOND)).toBeVisible();
  });

  await test.step('the replay goes from one to the next by keys, and plays', async () => {
    await page.goto(`${workshop}/snapshots/replay?at=${first}`);
    const slider = page.getByRole('slider', { name: 'Snapshot' });
    const title = page
      .getByRole('region', { name: 'Snapshot', exact: true })
      .getByRole('heading', { level: 2 });
    await expect(title).toHaveText('After the first card');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(title).toHaveText(`Before restoring no. ${first}`);
    await expect(page.locator('[data-change="added"]')).toHaveCount(1);
    await expect(page).toHaveURL(new RegExp(`at=${safety}`));
    await page.keyboard.press('Home');
    await expect(title).toHaveText('After the first card');
    await page.keyboard.press('Space');
    await expect(title).not.toHaveText('After the first card');
    await expect(slider).toBeFocused();
  });

  await test.step('without a script two are chosen and compared; a picture is kept by no cache', async () => {
    const { context } = anna;
    const plain = await browser.newContext({
      baseURL: app.url,
      javaScriptEnabled: false,
      storageState: await context.storageState(),
    });
    const unscripted = await plain.newPage();
    await unscripted.goto(`${workshop}/snapshots/compare`);
    await unscripted.getByLabel('Earlier').selectOption(String(first));
    await unscripted.getByLabel('Later').selectOption(String(safety));
    await unscripted.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(
      unscripted.getByRole('heading', { name: `From no. ${first} to no. ${safety}` }),
    ).toBeVisible();
    await expect(unscripted.getByText('One card added')).toBeVisible();
    await expect(unscripted.getByRole('region', { name: 'Card by card' }).getByText(SECOND)).toBeVisible();
    await plain.close();
    const path = new URL(workshop).pathname;
    const picture = await context.request.get(`/api${path}/snapshots/${first}/picture`);
    expect(picture.headers()['cache-control']).toContain('no-store');
    expect(picture.headers()['content-type']).toContain('image/svg+xml');
    expect(await picture.text()).toContain(FIRST);
  });
});
