import type { Page } from '@playwright/test';
import {
  addCard,
  boJoins,
  COMPARES,
  canvas,
  facilitatorOnMap,
  NOTICES,
  ON_CANVAS,
  SIGNS,
  undo,
} from './board-acts.ts';
import { cell, choose, focused, grid, row, tableIsLive } from './keys.ts';
import { cardWith, openText, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const SAYS = 'Says';
const FRICTIONS = 'Frictions';

const active = (page: Page) => grid(page).locator('[tabindex="0"]');

test('the table is the same live map, without a canvas', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Two views');
  const bo = await boJoins(anna, visitor);
  await anna.page.goto(`${anna.workshop}/map?view=table`);
  await tableIsLive(anna.page);
  const loaded = await anna.page.evaluate(() => {
    const { __TLDRAW_LIBRARY_VERSIONS__: versions } = globalThis as unknown as Record<
      string,
      { versions: { name: string }[] } | undefined
    >;
    return versions?.versions.map(({ name }) => name) ?? [];
  });
  expect(loaded).not.toContain('tldraw');
  expect(loaded).not.toContain('@tldraw/editor');

  await test.step('a card made in the table is on the canvas, character by character', async () => {
    await cell(anna.page, NOTICES, SAYS).click();
    await anna.page.keyboard.press('q');
    await expect(grid(anna.page).getByRole('textbox', { name: 'Quote' })).toBeFocused();
    await anna.page.keyboard.type('From the tab');
    await expect(cardWith(bo.page, 'From the tab')).toBeVisible();
    await anna.page.keyboard.type('le');
    await anna.page.keyboard.press('Escape');
    await expect(row(anna.page, 'From the table')).toBeFocused();
    await expect(cardWith(bo.page, 'From the table')).toBeVisible();
  });

  await test.step('what another adds arrives and is told politely', async () => {
    await addCard(bo.page, 'Friction', NOTICES, 'From the canvas');
    await expect(row(anna.page, 'From the canvas')).toBeVisible();
    const news = anna.page.locator('[aria-live=polite]').filter({ hasText: 'Bo Ek' });
    await expect(news).toHaveText(/^Bo Ek added a friction to Notices the need/);
  });

  await test.step('two people type in one card, one on the canvas and one in the table', async () => {
    await row(anna.page, 'From the canvas').focus();
    await anna.page.keyboard.press('Enter');
    await openText(bo.page, 'From the canvas');
    await bo.page.keyboard.press('ControlOrMeta+Home');
    await Promise.all([
      anna.page.keyboard.type(' and more', { delay: 15 }),
      bo.page.keyboard.type('Bo: ', { delay: 25 }),
    ]);
    await anna.page.keyboard.press('Escape');
    await bo.page.keyboard.press('Escape');
    for (const page of [anna.page, bo.page]) await saved(page);
    await expect(row(anna.page, 'Bo: From the canvas and more')).toBeVisible();
  });

  await test.step('who is in a cell is seen there', async () => {
    await cardWith(bo.page, 'From the table').click(ON_CANVAS);
    await expect(cell(anna.page, NOTICES, SAYS).getByTitle('Bo Ek')).toBeVisible();
  });

  await test.step('what goes elsewhere takes the focus of its cell along, not the page’s', async () => {
    await row(anna.page, 'From the table').focus();
    // Still selected from the step before; a second click might count as a double one.
    await canvas(bo.page).focus();
    await bo.page.keyboard.press('Delete');
    await expect(row(anna.page, 'From the table')).toHaveCount(0);
    await expect(cell(anna.page, NOTICES, SAYS)).toBeFocused();
  });
});

test('keys walk the grid and one cell alone is in the tab order', async ({ visitor }) => {
  const { page, workshop } = await facilitatorOnMap(visitor, 'Grid');
  await page.goto(`${workshop}/map?view=table`);
  await tableIsLive(page);
  await expect(active(page)).toHaveCount(1);
  await cell(page, NOTICES, SAYS).focus();
  const { keyboard } = page;
  await keyboard.press('ArrowRight');
  await expect(cell(page, COMPARES, SAYS)).toBeFocused();
  await keyboard.press('ArrowLeft');
  await keyboard.press('Home');
  await expect(page.getByRole('rowheader', { name: SAYS })).toBeFocused();
  await keyboard.press('ControlOrMeta+Home');
  await expect(page.locator('[data-row="0"][data-column="0"]')).toBeFocused();
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('columnheader', { name: NOTICES })).toBeFocused();
  await expect(active(page)).toHaveCount(1);
  await keyboard.press('ControlOrMeta+End');
  const last = page.locator('td[data-row]').last();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();

  await test.step('into a cell and out again; an empty one has its button', async () => {
    await cell(page, NOTICES, SAYS).focus();
    await keyboard.press('Enter');
    expect(await focused(page)).toBe(`BUTTON Add to ${NOTICES}, ${SAYS}`);
    await keyboard.press('Escape');
    await expect(cell(page, NOTICES, SAYS)).toBeFocused();
  });

  await test.step('the structure is changed from its names', async () => {
    await page.getByRole('columnheader', { name: NOTICES }).focus();
    await keyboard.press('F2');
    await keyboard.type('Wonders');
    await keyboard.press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Wonders' })).toBeFocused();
    await keyboard.press('Enter');
    await choose(page, 'Move right');
    await keyboard.press('ArrowLeft');
    await expect(page.getByRole('columnheader', { name: COMPARES })).toBeFocused();
    await keyboard.press('ControlOrMeta+z');
    await keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('columnheader', { name: NOTICES })).toBeVisible();
    await expect.poll(() => focused(page)).not.toBe('nothing');
  });
});

test('everything a drag does is in a card’s menu and under keys', async ({ visitor }) => {
  const { page, workshop } = await facilitatorOnMap(visitor, 'Menus');
  await page.goto(`${workshop}/map?view=table`);
  await tableIsLive(page);
  const { keyboard } = page;
  for (const words of ['First', 'Second']) {
    await cell(page, NOTICES, SAYS).focus();
    await keyboard.press('q');
    await keyboard.type(words);
    await keyboard.press('Escape');
  }
  const texts = (touchpoint: string, lane: string) =>
    cell(page, touchpoint, lane)
      .locator('[data-card]')
      .evaluateAll((cards) => cards.map((card) => card.querySelector('p')?.textContent));
  await keyboard.press('Alt+ArrowUp');
  await expect.poll(() => texts(NOTICES, SAYS)).toEqual(['Second', 'First']);
  await expect(row(page, 'Second')).toBeFocused();

  await keyboard.press('Shift+F10');
  await choose(page, 'Place in the cell …', 'After “First”');
  await expect.poll(() => texts(NOTICES, SAYS)).toEqual(['First', 'Second']);
  await expect(row(page, 'Second')).toBeFocused();

  await keyboard.press('Shift+F10');
  await choose(page, 'Move to …', SIGNS);
  await expect.poll(() => texts(SIGNS, SAYS)).toEqual(['Second']);
  await expect(row(page, 'Second')).toBeFocused();

  await keyboard.press('Shift+F10');
  await choose(page, 'Lane …', FRICTIONS);
  await expect.poll(() => texts(SIGNS, FRICTIONS)).toEqual(['Second']);

  await keyboard.press('Shift+F10');
  await choose(page, 'React …', 'I agree');
  await expect(row(page, 'Second')).toContainText('1');

  await keyboard.press('Shift+F10');
  await choose(page, 'Lift off the map');
  await expect(row(page, 'Second')).toHaveCount(0);
  await expect.poll(() => focused(page)).not.toBe('nothing');
  await page.getByRole('button', { name: /^Place on … Second/ }).click();
  await choose(page, COMPARES);
  await row(page, 'Second').focus();
  await keyboard.press('Delete');
  await expect(row(page, 'Second')).toHaveCount(0);
  await undo(page);
  await expect(row(page, 'Second')).toBeVisible();
});

test('map and table are switched without leaving the session, and Back returns', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(visitor, 'Switch');
  await addCard(page, 'Quote', NOTICES, 'Here all the time');
  await page.evaluate(() => Object.assign(window, { samePage: true }));
  const samePage = () => page.evaluate(() => 'samePage' in window);
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await expect(row(page, 'Here all the time')).toBeVisible();
  await expect(page).toHaveURL(/\?view=table$/);
  await row(page, 'Here all the time').dblclick();
  await page.keyboard.type('!');
  await page.keyboard.press('Escape');
  await page.goBack();
  await expect(cardWith(page, 'Here all the time!')).toBeVisible();
  await undo(page);
  await expect(cardWith(page, 'Here all the time!')).toHaveCount(0);
  await page.goForward();
  await expect(row(page, 'Here all the time')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Table', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  expect(await samePage()).toBe(true);
  await saved(page);
});
