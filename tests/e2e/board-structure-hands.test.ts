import type { Page } from '@playwright/test';
import {
  addCard,
  boJoins,
  boxOf,
  COMPARES,
  cardPanel,
  cards,
  drag,
  facilitatorOnMap,
  header,
  liesUnder,
  NOTICES,
  SIGNS,
  undo,
} from './board-acts.ts';
import { cardWith, mapIsLive, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** Lifts a name by the mouse and holds it over the left or right half of another. */
async function carry(page: Page, name: string, over: string, half: 'left' | 'right'): Promise<void> {
  const from = await boxOf(header(page, name));
  const to = await boxOf(header(page, over));
  const x = to.x + to.width * (half === 'left' ? 0.2 : 0.8);
  await drag(page, { x: from.x + 60, y: from.middle.y }, { x, y: to.middle.y }, false);
  await expect(page.locator('[data-header-ghost]')).toHaveText(name);
}

const isLeftOf = (page: Page, one: string, other: string) =>
  expect
    .poll(
      async () => (await boxOf(header(page, one))).x < (await boxOf(header(page, other))).x,
      `${one} | ${other}`,
    )
    .toBe(true);

const menuOf = (page: Page, name: string, entry: string) =>
  test.step(`${name}: ${entry}`, async () => {
    await page.getByRole('button', { name: `Change ${name}`, exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: entry }).press('Enter');
  });

test('columns are dragged, removed into a neighbour, and every step is undone', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Structure by hand');
  const bo = await boJoins(anna, visitor);
  const { page } = anna;
  await addCard(bo.page, 'Quote', NOTICES, 'My contract ran out');

  await test.step('a drag moves the column with its card, for all; one undo takes it back', async () => {
    await carry(page, NOTICES, COMPARES, 'right');
    await page.mouse.up();
    for (const who of [page, bo.page]) {
      await isLeftOf(who, COMPARES, NOTICES);
      await liesUnder(who, cardWith(who, 'My contract ran out'), NOTICES);
    }
    await undo(page);
    for (const who of [page, bo.page]) await isLeftOf(who, NOTICES, COMPARES);
  });

  await test.step('Escape lets everything be', async () => {
    await carry(page, NOTICES, COMPARES, 'right');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-header-ghost]')).toHaveCount(0);
    await page.mouse.up();
    await isLeftOf(page, NOTICES, COMPARES);
  });

  await test.step('a click alone moves nothing, and a participant cannot lift a name', async () => {
    const { middle } = await boxOf(header(page, NOTICES));
    await drag(page, middle, { x: middle.x + 4, y: middle.y }, false);
    await expect(page.locator('[data-header-ghost]')).toHaveCount(0);
    await page.mouse.up();
    const his = await boxOf(header(bo.page, NOTICES));
    await drag(bo.page, his.middle, { x: his.middle.x + 300, y: his.middle.y }, false);
    await expect(bo.page.locator('[data-header-ghost]')).toHaveCount(0);
    await bo.page.mouse.up();
    await isLeftOf(bo.page, NOTICES, COMPARES);
    await expect(page.getByRole('button', { name: 'Add a lane here' })).toBeAttached();
    await expect(bo.page.getByRole('button', { name: /^Add a (phase|touchpoint|lane) here$/ })).toHaveCount(
      0,
    );
  });

  await test.step('what is removed gives its card to the neighbour that is chosen', async () => {
    await menuOf(page, NOTICES, 'Remove');
    const question = page.getByRole('dialog', { name: `Remove “${NOTICES}”?` });
    await question.getByRole('radio', { name: `To “${COMPARES}”, to the right` }).check();
    await question.getByRole('button', { name: 'Remove' }).click();
    for (const who of [page, bo.page]) {
      await expect(header(who, NOTICES)).toHaveCount(0);
      await liesUnder(who, cardWith(who, 'My contract ran out'), COMPARES);
    }
    await undo(page);
    for (const who of [page, bo.page]) await liesUnder(who, cardWith(who, 'My contract ran out'), NOTICES);
  });

  await test.step('a touchpoint is added at the seam under the pointer', async () => {
    const { x, middle } = await boxOf(header(page, COMPARES));
    await page.mouse.move(x + 4, middle.y);
    await page.getByRole('button', { name: 'Add a touchpoint here' }).first().click();
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.type('Asks at work');
    await page.keyboard.press('Enter');
    for (const who of [page, bo.page]) {
      await isLeftOf(who, NOTICES, 'Asks at work');
      await isLeftOf(who, 'Asks at work', COMPARES);
    }
    await saved(page);
  });
});

test('a finger lifts a name only after it has rested on it', async ({ visitor }) => {
  const { page, context } = await facilitatorOnMap(() => visitor({ hasTouch: true }), 'Touch');
  const session = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  const ghost = page.locator('[data-header-ghost]');
  const from = await boxOf(header(page, NOTICES));
  const to = await boxOf(header(page, COMPARES));

  await test.step('a swipe moves nothing', async () => {
    await touch('touchStart', from.x + 40, from.middle.y);
    await touch('touchMove', to.x + 200, to.middle.y);
    await expect(ghost).toHaveCount(0);
    await touch('touchEnd');
    await isLeftOf(page, NOTICES, COMPARES);
  });

  await test.step('resting lifts it, and it lands where the finger leaves', async () => {
    await touch('touchStart', from.x + 40, from.middle.y);
    await expect(ghost).toHaveText(NOTICES);
    await touch('touchMove', to.x + to.width * 0.8, to.middle.y);
    await touch('touchEnd');
    await isLeftOf(page, COMPARES, NOTICES);
  });
});

test('a lane folds for one person only, and stays folded on that device', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Folding');
  const bo = await boJoins(anna, visitor);
  const { page } = anna;
  await addCard(page, 'Quote', NOTICES, 'Folded away');
  await page.getByRole('button', { name: 'Fold Says away' }).click();
  await expect(cards(page)).toHaveCount(0);
  await expect(page.locator('.tl-canvas').getByText('1 card')).toBeVisible();
  await expect(cardWith(bo.page, 'Folded away')).toBeVisible();
  await page.reload();
  await mapIsLive(page);
  await expect(page.getByRole('button', { name: 'Unfold Says' })).toBeVisible();
  await expect(cards(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Unfold Says' }).press('Enter');
  await expect(cardWith(page, 'Folded away')).toBeVisible();
});

test('a touchpoint says its channel, owner, mark and personas; a persona has a curve of its own', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'Personas');
  const bo = await boJoins(anna, visitor);
  const { page } = anna;

  await test.step('a persona is added and named', async () => {
    await page.getByRole('button', { name: 'Personas' }).click();
    const dialog = page.getByRole('dialog', { name: 'Personas' });
    await dialog.getByLabel('Name of a new persona').fill('New customer');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('New customer');
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('the touchpoint’s details are seen by all', async () => {
    await menuOf(page, SIGNS, 'Details …');
    const dialog = page.getByRole('dialog', { name: SIGNS });
    await dialog.getByLabel('Channel').fill('Phone');
    await dialog.getByLabel('Who answers for it').fill('Sales');
    await dialog.getByRole('radio', { name: 'Exceeded' }).check();
    await dialog.getByRole('checkbox', { name: 'New customer' }).check();
    await dialog.getByRole('button', { name: 'Done' }).click();
    for (const who of [page, bo.page]) {
      await expect(header(who, SIGNS)).toHaveAttribute('title', 'Phone · Sales · New customer');
    }
  });

  await test.step('curves are chosen by each for themselves', async () => {
    await page.getByRole('button', { name: `Add to ${SIGNS}` }).click();
    await page.getByRole('menuitem', { name: 'Emotion' }).click();
    await cardPanel(page).getByRole('slider').press('End');
    await cardPanel(page).getByLabel('Persona').selectOption('New customer');
    const curves = bo.page.getByRole('group', { name: 'Curves shown' });
    await expect(curves.getByRole('button', { name: 'Everybody' })).toHaveAttribute('aria-pressed', 'true');
    const lines = (who: Page) => who.locator('.tl-canvas path[stroke^="var(--persona-0"]');
    await expect(lines(bo.page)).toHaveCount(0);
    await curves.getByRole('button', { name: 'New customer' }).click();
    await expect(curves.getByRole('button', { name: 'New customer' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(lines(bo.page)).not.toHaveCount(0);
    await expect(bo.page.locator('.tl-canvas').getByText('+2', { exact: true })).not.toHaveCount(0);
    await expect(lines(page)).toHaveCount(0);
  });
});
