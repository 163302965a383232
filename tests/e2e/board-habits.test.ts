import type { Page } from '@playwright/test';
import {
  addCard,
  boxOf,
  COMPARES,
  canvas,
  cards,
  drag,
  facilitatorOnMap,
  inCell,
  liesUnder,
  NOTICES,
  ON_CANVAS,
  typeCard,
} from './board-acts.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** A key by its place, on a layout where it carries another letter. */
async function pressPlace(page: Page, code: string, key: string) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', code, key, text: key });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key });
  await cdp.detach();
}

const tool = (page: Page, id: string) => page.getByTestId(`tools.${id}`);
const menu = (page: Page) => page.getByTestId('context-menu');

test('tools have places on the keyboard and come out of the toolbar by hand', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(visitor, 'Tools');
  const chosen = async (id: string) => expect(tool(page, id)).toHaveAttribute('aria-pressed', 'true');

  await test.step('whatever letter the layout gives the key', async () => {
    await canvas(page).focus();
    for (const [code, key, id] of [
      ['KeyQ', 'й', 'card-quote'],
      ['KeyM', 'ь', 'card-emotion'],
      ['KeyD', 'е', 'draw'],
      ['KeyH', 'д', 'hand'],
      ['KeyF', 'u', 'card-friction'],
      ['KeyV', 'k', 'select'],
    ] as const) {
      await pressPlace(page, code, key);
      await chosen(id);
    }
  });

  await test.step('a card tool let go over a cell leaves a card open for typing', async () => {
    const { middle } = await boxOf(tool(page, 'card-friction'));
    await drag(page, middle, await inCell(page, NOTICES, 'Frictions'));
    await typeCard(page, 'Friction', 'Dragged out');
    await liesUnder(page, cardWith(page, 'Dragged out'), NOTICES);
    await chosen('select');
  });

  await test.step('Escape takes it back, and letters typed into a card choose no tool', async () => {
    const { middle } = await boxOf(tool(page, 'card-quote'));
    await drag(page, middle, await inCell(page, NOTICES, 'Says'), false);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(cards(page)).toHaveCount(1);
    await addCard(page, 'Quote', COMPARES, 'vhntadekqmf?');
    await chosen('select');
  });

  await test.step('the question mark lists all keys, and gives the keyboard back', async () => {
    await canvas(page).focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await pressPlace(page, 'KeyQ', 'q');
    await chosen('card-quote');
    await page.keyboard.press('v');
  });
});

test('the menu of cards and cells, by the right button and by keys', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(visitor, 'Menus');
  await addCard(page, 'Quote', NOTICES, 'By menu');
  const card = cardWith(page, 'By menu');

  await test.step('of a card, by the keyboard alone', async () => {
    await card.click(ON_CANVAS);
    await page.keyboard.press('Shift+F10');
    await expect(menu(page)).toBeVisible();
    await expect(menu(page).getByRole('menuitem', { name: 'Send to back' })).toHaveCount(0);
    await menu(page).getByRole('menuitem', { name: 'Move to' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: COMPARES }).press('Enter');
    await liesUnder(page, card, COMPARES);
    await page.keyboard.press('Shift+F10');
    await menu(page).getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
    await expect(card).toHaveCount(2);
  });

  await test.step('of a cell, by the right button', async () => {
    const spot = await inCell(page, NOTICES, 'Frictions');
    await page.mouse.click(spot.x, spot.y, { button: 'right' });
    await menu(page).getByRole('menuitem', { name: 'Friction' }).click();
    await typeCard(page, 'Friction', 'Right here');
    await liesUnder(page, cardWith(page, 'Right here'), NOTICES);
  });
  await saved(page);
});
