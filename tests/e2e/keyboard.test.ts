import type { Page } from '@playwright/test';
import { canvas, cardPanel, findings } from './board-acts.ts';
import { cell, choose, demoDoor, focused, grid, row, tableIsLive, tabTo } from './keys.ts';
import { cardWith, FACILITATOR, mapIsLive, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** Of the demo. */
const COMPARE = 'Compares tariffs';
const SIGN = 'Signs up';

/** From the first page on, by keys alone: nothing in this file moves or presses a mouse. */
async function enterByKeys(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const first = new URL(page.url()).pathname === '/welcome';
  if (first) {
    await tabTo(page, page.getByLabel('Your name'));
    await page.keyboard.type(FACILITATOR.name);
  }
  await tabTo(page, page.getByLabel('E-mail').first());
  await page.keyboard.type(FACILITATOR.email);
  await tabTo(page, page.getByLabel('Password'));
  await page.keyboard.type(FACILITATOR.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Welcome, Anna|Workshops/ })).toBeVisible();
  if (first) await page.goto('/');
  await tabTo(page, demoDoor(page));
  await page.keyboard.press('Enter');
  await mapIsLive(page);
}

const neverLost = async (page: Page) => expect.poll(() => focused(page)).not.toBe('nothing');

test('the whole job in the table without a mouse', async ({ visitor }) => {
  const { page } = await visitor();
  const { keyboard } = page;
  await enterByKeys(page);

  await test.step('from the map to the table', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Table', exact: true }));
    await keyboard.press('Enter');
    await tableIsLive(page);
    await neverLost(page);
  });

  const waiting = page.getByRole('complementary', { name: 'Findings' });
  const count = async () =>
    Number((await waiting.getByText(/\d+ to place/).textContent())?.match(/\d+/)?.[0]);

  await test.step('a finding is placed', async () => {
    const before = await count();
    await tabTo(page, waiting.getByRole('button', { name: /^Place on/ }).first());
    await keyboard.press('Enter');
    await choose(page, COMPARE);
    await expect.poll(count).toBe(before - 1);
    await neverLost(page);
  });

  await test.step('a quote is added', async () => {
    await tabTo(page, grid(page).locator('[tabindex="0"]'));
    await keyboard.press('ControlOrMeta+Home');
    await keyboard.press('ArrowRight');
    for (let i = 0; i < 3; i += 1) await keyboard.press('ArrowDown');
    await expect(cell(page, COMPARE, 'Says')).toBeFocused();
    await keyboard.press('q');
    await keyboard.type('All on one page, please.');
    await keyboard.press('Escape');
    await expect(row(page, 'All on one page, please.')).toBeFocused();
  });

  await test.step('an emotion with how it felt, and half a step up', async () => {
    await keyboard.press('Escape');
    await keyboard.press('ArrowDown');
    await expect(cell(page, COMPARE, 'Feels')).toBeFocused();
    await keyboard.press('m');
    await choose(page, /^\+1 good/);
    await keyboard.type('Settled at last');
    await keyboard.press('Escape');
    await expect(row(page, 'Settled at last')).toBeFocused();
    await keyboard.press('+');
    await expect(row(page, 'Settled at last')).toHaveAttribute('aria-label', /^Emotion \+1\.5/);
    await expect(row(page, 'Settled at last')).toBeFocused();
  });

  await test.step('a friction with how grave it is', async () => {
    await keyboard.press('Escape');
    await keyboard.press('ArrowDown');
    await keyboard.press('f');
    await keyboard.type('Nothing can be compared.');
    await keyboard.press('Escape');
    await expect(row(page, 'Nothing can be compared.')).toBeFocused();
    await keyboard.press('Shift+F10');
    await choose(page, 'How grave', /Grave/);
    await expect(row(page, 'Nothing can be compared.')).toHaveAttribute('aria-label', /^Friction Grave/);
  });

  await test.step('it is moved, edited, and both are taken back', async () => {
    await keyboard.press('Alt+ArrowRight');
    await expect(cell(page, SIGN, 'Frictions').getByText('Nothing can be')).toBeVisible();
    await expect(row(page, 'Nothing can be')).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.type(' At all.');
    await keyboard.press('Escape');
    await expect(row(page, 'Nothing can be compared. At all.')).toBeFocused();
    await keyboard.press('ControlOrMeta+z');
    await expect(row(page, 'At all.')).toHaveCount(0);
    await keyboard.press('ControlOrMeta+z');
    await expect(cell(page, COMPARE, 'Frictions').getByText('Nothing can be')).toBeVisible();
    await neverLost(page);
  });

  await test.step('the details of a card are opened and closed', async () => {
    await row(page, 'All on one page').focus();
    await keyboard.press('Shift+F10');
    await choose(page, 'Details');
    await expect(cardPanel(page)).toBeVisible();
    await tabTo(page, cardPanel(page).getByRole('button', { name: 'Close', exact: true }));
    await keyboard.press('Enter');
    await expect(cardPanel(page)).toHaveCount(0);
    await neverLost(page);
    await saved(page);
  });

  await test.step('a snapshot is taken', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Take snapshot' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await tabTo(page, page.getByLabel('What should it be called?'));
    await keyboard.type('By keys');
    await keyboard.press('Enter');
    await expect(page.getByText(/^Snapshot \d+ is taken\.$/)).toBeVisible();
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }));
    await keyboard.press('Enter');
    await neverLost(page);
  });
});

test('the canvas without a mouse: place, add, move, feel, undo', async ({ visitor }) => {
  const { page } = await visitor();
  const { keyboard } = page;
  await enterByKeys(page);

  await test.step('a finding is placed by its menu', async () => {
    await tabTo(
      page,
      findings(page)
        .getByRole('button', { name: /^Place on/ })
        .first(),
    );
    await keyboard.press('Enter');
    await choose(page, COMPARE);
    await neverLost(page);
  });

  await test.step('a friction is added by the touchpoint’s menu, typed, and moved by arrows', async () => {
    await tabTo(page, page.getByRole('button', { name: `Add to ${COMPARE}`, exact: true }));
    await keyboard.press('Enter');
    await choose(page, 'Friction');
    await keyboard.type('Too many words');
    await keyboard.press('Escape');
    await expect(cardWith(page, 'Too many words')).toBeVisible();
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await keyboard.type('!');
    await keyboard.press('Escape');
    await expect(cardWith(page, 'Too many words!')).toBeVisible();
  });

  await test.step('every place a drag can take it to is in its panel', async () => {
    await expect(cardPanel(page)).toBeVisible();
    for (const name of ['Move to …', 'Lane …', 'Lift off the map']) {
      await expect(cardPanel(page).getByRole('button', { name })).toBeVisible();
    }
  });

  await test.step('both are taken back', async () => {
    await canvas(page).focus();
    await keyboard.press('ControlOrMeta+z');
    await expect(cardWith(page, 'Too many words!')).toHaveCount(0);
    await neverLost(page);
    await saved(page);
  });
});
