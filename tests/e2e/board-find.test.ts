import type { Locator, Page } from '@playwright/test';
import { boxOf, canvas, cardPanel, demoMap, findings, header, typeCard } from './board-acts.ts';
import { soundPage } from './pages-checks.ts';
import { cardWith } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** Chooses in one of the filter's lists; each entry says how many cards it has. */
async function choose(popover: Locator, list: string, name: string): Promise<void> {
  const field = popover.getByLabel(list, { exact: true });
  const value = await field.locator('option').filter({ hasText: name }).first().getAttribute('value');
  await field.selectOption(value);
}

/** Opens the palette by its keys and types. */
async function find(page: Page, typed: string) {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find on the map, or do something' });
  await expect(field).toBeFocused();
  await field.fill(typed);
  return { field, options: page.getByRole('listbox', { name: 'Found' }).getByRole('option') };
}

test('Ctrl+K finds cards, parts of the map, findings and commands, and goes there', async ({ visitor }) => {
  const { page } = await visitor();
  await demoMap(page);

  await test.step('a card by its words: brought into view and selected', async () => {
    const { field, options } = await find(page, 'ASKED ENERGY: I got two bills');
    await expect(options).toHaveCount(0);
    await field.fill('two bills SAME flat');
    await expect(options.first()).toContainText('two bills for the same flat');
    await soundPage(page, 'map-find', 'en', 1440);
    await expect(cardWith(page, 'I got two bills')).not.toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(cardWith(page, 'I got two bills')).toBeInViewport();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(cardPanel(page)).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a touchpoint at the map’s other end, with letters left out; arrow keys choose', async () => {
    const { field, options } = await find(page, 'rnwslv');
    await expect(options).toHaveText([/Renews or leaves/]);
    await field.fill('the');
    const ids = () => field.getAttribute('aria-activedescendant');
    const first = await ids();
    await page.keyboard.press('ArrowDown');
    expect(await ids()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await ids()).toBe(first);
    await field.fill('renews');
    await page.keyboard.press('Enter');
    await expect(header(page, 'Renews or leaves')).toBeInViewport();
    await expect(page.locator('body:focus')).toHaveCount(0);
  });

  await test.step('a command: a quote is added where one is', async () => {
    await find(page, 'add renews quote');
    await page.keyboard.press('Enter');
    await typeCard(page, 'Quote', 'Straight from the palette');
    const column = await boxOf(header(page, 'Renews or leaves'));
    const { middle } = await boxOf(cardWith(page, 'Straight from the palette'));
    expect(middle.x).toBeGreaterThan(column.x);
    expect(middle.x).toBeLessThan(column.x + column.width);
  });

  await test.step('a finding that waits: the tray shows it', async () => {
    await findings(page).getByRole('button', { name: 'Hide the findings' }).click();
    await find(page, 'eleven at night');
    await page.keyboard.press('Enter');
    const waiting = findings(page).locator('[data-item]').filter({ hasText: 'eleven at night' });
    await expect(waiting.getByRole('checkbox')).toBeFocused();
  });

  await test.step('Escape leaves everything as it was', async () => {
    await canvas(page).focus();
    const { field } = await find(page, 'undo');
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(page.locator('body:focus')).toHaveCount(0);
  });
});

test('the filter fades what it does not ask for, in its place, and says how many cards match', async ({
  visitor,
}) => {
  const { page } = await visitor();
  await demoMap(page);
  const quote = cardWith(page, 'Three minutes on the bus').locator('svg').first();
  const action = cardWith(page, 'Puts three suppliers').locator('svg').first();
  await expect(action).not.toHaveAttribute('opacity');
  const before = await boxOf(action);
  const strip = page.getByRole('region', { name: 'Filter' });

  await test.step('chosen in the bar', async () => {
    await page.getByRole('button', { name: 'Filter the cards' }).click();
    const popover = page.getByRole('dialog', { name: 'Filter' });
    await choose(popover, 'Kind', 'Quote');
    await choose(popover, 'Interview', 'Student');
    await soundPage(page, 'map-filter', 'en', 1440);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Filter the cards' })).toBeFocused();
    await expect(strip.getByRole('status')).toHaveText(/^\d+ of \d+ cards$/);
  });

  await test.step('one chip less, and the quotes of that interview are among the rest', async () => {
    await strip.getByRole('button', { name: /^Stop filtering by Quote/ }).click();
    await expect(quote).not.toHaveAttribute('opacity');
    await expect(action).toHaveAttribute('opacity');
    const after = await boxOf(action);
    // The strip takes its room above the map; on the map nothing has moved.
    expect([after.x, after.width, after.height]).toEqual([before.x, before.width, before.height]);
  });

  await test.step('Escape on the map shows all again', async () => {
    await canvas(page).focus();
    await page.keyboard.press('Escape');
    await expect(action).not.toHaveAttribute('opacity');
    await expect(strip.getByRole('button')).toHaveCount(0);
  });
});
