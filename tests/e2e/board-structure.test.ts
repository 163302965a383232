import type { Page } from '@playwright/test';
import {
  addCard,
  boJoins,
  boxOf,
  COMPARES,
  cards,
  facilitatorOnMap,
  findings,
  header,
  liesUnder,
  NOTICES,
  undo,
} from './board-acts.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** Opens the menu of a name by keyboard and walks to the entry. */
async function choose(page: Page, name: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: `Change ${name}`, exact: true }).focus();
  await page.keyboard.press('Enter');
  const entries = page.getByRole('menuitem', { disabled: false });
  await expect(entries.first()).toBeFocused();
  const at = (await entries.allTextContents()).indexOf(entry);
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: entry })).toBeFocused();
  await page.keyboard.press('Enter');
}

async function name(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(header(page, words)).toBeVisible();
}

test('the facilitator builds the structure by keyboard; the others see it and have no menus for it', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'Structure');
  const bo = await boJoins(anna, visitor);
  const { page } = anna;
  await expect(bo.page.getByRole('button', { name: `Add to ${NOTICES}` })).toBeAttached();
  await expect(bo.page.getByRole('button', { name: /^Change / })).toHaveCount(0);

  await test.step('adds a touchpoint and names it', async () => {
    await choose(page, NOTICES, 'Add a touchpoint after it');
    await name(page, 'Asks a neighbour');
    await expect(header(bo.page, 'Asks a neighbour')).toBeVisible();
  });

  await test.step('renames it', async () => {
    await choose(page, 'Asks a neighbour', 'Rename');
    await name(page, 'Asks a friend');
    await expect(header(bo.page, 'Asks a friend')).toBeVisible();
    await expect(header(bo.page, 'Asks a neighbour')).toHaveCount(0);
  });

  await test.step('moves it with its card', async () => {
    await addCard(bo.page, 'Quote', 'Asks a friend', 'She had the same bill');
    await expect(cardWith(page, 'She had the same bill')).toBeVisible();
    // M is a tool of the canvas, too: in a menu it is a letter.
    await page.getByRole('button', { name: 'Change Asks a friend' }).press('Enter');
    await page.keyboard.press('m');
    await expect(page.getByRole('menuitem', { name: 'Move left' })).toBeFocused();
    await page.keyboard.press('Enter');
    for (const who of [page, bo.page]) {
      await expect
        .poll(async () => {
          const [moved, other] = [
            await boxOf(header(who, 'Asks a friend')),
            await boxOf(header(who, NOTICES)),
          ];
          return moved.x < other.x;
        })
        .toBe(true);
      await liesUnder(who, cardWith(who, 'She had the same bill'), 'Asks a friend');
    }
  });

  await test.step('removes it: its card goes to the tray of all, and one undo brings both back', async () => {
    await choose(page, 'Asks a friend', 'Remove');
    const question = page.getByRole('dialog', { name: 'Remove “Asks a friend”?' });
    await expect(question).toContainText('One card lies there. Where should it go?');
    await expect(question.getByRole('radio', { name: 'To the tray' })).toBeChecked();
    await question.getByRole('button', { name: 'Remove' }).press('Enter');
    for (const who of [page, bo.page]) {
      await expect(header(who, 'Asks a friend')).toHaveCount(0);
      await expect(findings(who).getByText('She had the same bill')).toBeVisible();
      await expect(cards(who)).toHaveCount(0);
    }
    await undo(page);
    for (const who of [page, bo.page]) {
      await expect(header(who, 'Asks a friend')).toBeVisible();
      await liesUnder(who, cardWith(who, 'She had the same bill'), 'Asks a friend');
    }
    await saved(page);
  });

  await test.step('a lane goes up and down', async () => {
    await choose(page, 'Says', 'Move down');
    await expect
      .poll(async () => (await boxOf(header(bo.page, 'Says'))).y > (await boxOf(header(bo.page, 'Feels'))).y)
      .toBe(true);
    await undo(page);
    await expect
      .poll(async () => (await boxOf(header(bo.page, 'Says'))).y < (await boxOf(header(bo.page, 'Feels'))).y)
      .toBe(true);
    await expect(header(page, COMPARES)).toBeVisible();
  });
});
