import type { Page } from '@playwright/test';
import {
  addCard,
  boxOf,
  COMPARES,
  canvas,
  cards,
  drawStroke,
  facilitatorOnMap,
  findings,
  inCell,
  liesUnder,
  NOTICES,
  ON_CANVAS,
  shapes,
  undo,
} from './board-acts.ts';
import { cardWith, createWorkshop, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** The system's clipboard, which a page may only touch when the browser lets it. */
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const onClipboard = (page: Page, text: string) =>
  page.evaluate((words) => navigator.clipboard.writeText(words), text);

async function pasteOver(page: Page, touchpoint: string, lane: string) {
  const spot = await inCell(page, touchpoint, lane);
  await page.mouse.move(spot.x, spot.y);
  await page.keyboard.press('ControlOrMeta+v');
}

test('cards and drawings are copied inside a map and into another one', async ({ visitor }) => {
  const { page, context } = await facilitatorOnMap(() => visitor(CLIPBOARD), 'Copied from');
  await addCard(page, 'Quote', NOTICES, '=Never again');
  await addCard(page, 'Friction', COMPARES, 'Too dear');
  const at = await inCell(page, NOTICES, 'Frictions');
  await canvas(page).focus();
  await drawStroke(page, at);

  await test.step('for other programs they are lines and a table, and no formula', async () => {
    await canvas(page).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("'=Never again\nToo dear");
  });

  await test.step('in another map they keep how far apart they lay, in one step', async () => {
    const other = await context.newPage();
    await createWorkshop(other, 'Copied to');
    await pasteOver(other, COMPARES, 'Says');
    await expect(cards(other)).toHaveCount(2);
    await expect(shapes(other, 'draw')).toHaveCount(1);
    await liesUnder(other, cardWith(other, '=Never again'), COMPARES);
    await undo(other);
    await expect(cards(other)).toHaveCount(0);
    await expect(shapes(other, 'draw')).toHaveCount(0);
    await saved(other);
    await other.close();
  });

  await test.step('cut and pasted with nothing under the pointer they are back in their cells', async () => {
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await cardWith(page, '=Never again').click(ON_CANVAS);
    await cardWith(page, 'Too dear').click({ ...ON_CANVAS, modifiers: ['Shift'] });
    await page.keyboard.press('ControlOrMeta+x');
    await expect(cards(page)).toHaveCount(0);
    await page.mouse.move(4, 4);
    await page.keyboard.press('ControlOrMeta+v');
    await expect(cards(page)).toHaveCount(2);
    await liesUnder(page, cardWith(page, '=Never again'), NOTICES);
    await liesUnder(page, cardWith(page, 'Too dear'), COMPARES);
    await undo(page);
    await undo(page);
    await expect(cards(page)).toHaveCount(2);
  });
});

test('rows of a spreadsheet, lines and an address become cards and a link', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(() => visitor(CLIPBOARD), 'Pasted');
  const dialog = page.getByRole('dialog');

  await test.step('one line becomes a card of the lane under the pointer, unasked', async () => {
    await onClipboard(page, 'Nobody answers');
    await pasteOver(page, NOTICES, 'Frictions');
    await liesUnder(page, cardWith(page, 'Nobody answers'), NOTICES);
    await page.keyboard.press('Escape');
  });

  await test.step('rows say what they are and where they belong', async () => {
    await onClipboard(page, `Typ\tText\tKontaktpunkt\nCitat\tFrom the sheet\t${COMPARES}\n\tSays nothing\t`);
    await pasteOver(page, NOTICES, 'Frictions');
    await expect(dialog).toContainText('Paste 2 cards?');
    await dialog.getByRole('button', { name: 'Paste' }).click();
    await liesUnder(page, cardWith(page, 'From the sheet'), COMPARES);
    await liesUnder(page, cardWith(page, 'Says nothing'), NOTICES);
    await undo(page);
    await expect(cards(page)).toHaveCount(1);
  });

  await test.step('with nothing under the pointer it is asked where, and the tray is an answer', async () => {
    await onClipboard(page, 'First line\nSecond line');
    await canvas(page).focus();
    await page.mouse.move(4, 4);
    await page.keyboard.press('ControlOrMeta+v');
    await dialog.getByLabel('All of it as one card').check();
    await dialog
      .getByLabel('Where?')
      .selectOption({ label: 'Not yet: with the findings, to be placed later' });
    await dialog.getByRole('button', { name: 'Paste' }).click();
    await expect(findings(page)).toContainText('First line');
    await expect(cards(page)).toHaveCount(1);
  });

  await test.step('an address becomes a link that opens a page of its own', async () => {
    await onClipboard(page, 'https://www.example.org/prices');
    await canvas(page).focus();
    await pasteOver(page, NOTICES, 'Figures');
    const link = shapes(page, 'text').locator('a');
    await expect(link).toHaveText('example.org/prices');
    await expect(link).toHaveAttribute('href', 'https://www.example.org/prices');
    await expect(link).toHaveAttribute('rel', /noopener/);
    expect((await boxOf(shapes(page, 'text'))).width).toBeGreaterThan(20);
    await saved(page);
  });
});
