import {
  addCard,
  boxOf,
  COMPARES,
  canvas,
  cardPanel,
  cards,
  drag,
  facilitatorOnMap,
  inCell,
  liesUnder,
  NOTICES,
  ON_CANVAS,
  shapes,
  typeCard,
  undo,
} from './board-acts.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const WORDS = 'Nobody answers';

test('a card is written, dragged and moved by keys, and stays in its cell otherwise', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(visitor, 'Cards');
  const card = cardWith(page, WORDS);

  await test.step('Q and a click open a quote, and typing goes straight into it', async () => {
    const spot = await inCell(page, NOTICES, 'Says');
    await canvas(page).focus();
    await page.keyboard.press('q');
    await page.mouse.click(spot.x, spot.y);
    await typeCard(page, 'Quote', WORDS);
    await liesUnder(page, card, NOTICES);
  });

  await test.step('a card dragged to another cell is there in one step', async () => {
    const { middle } = await boxOf(card);
    await drag(page, middle, await inCell(page, COMPARES, 'Says'));
    await liesUnder(page, card, COMPARES);
    await undo(page);
    await liesUnder(page, card, NOTICES);
    await page.getByRole('button', { name: 'Redo' }).click();
    await liesUnder(page, card, COMPARES);
    await undo(page);
    await liesUnder(page, card, NOTICES);
  });

  await test.step('Escape in the middle of a drag leaves everything as it was', async () => {
    await page.keyboard.press('Escape');
    const before = await boxOf(card);
    await drag(page, before.middle, await inCell(page, COMPARES, 'Says'), false);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => card.boundingBox()).toMatchObject({ x: before.x, y: before.y });
    await expect(page.getByRole('button', { name: 'Redo' })).toBeEnabled();
  });

  await test.step('arrow keys carry a card from touchpoint to touchpoint', async () => {
    await card.click(ON_CANVAS);
    await page.keyboard.press('ArrowRight');
    await liesUnder(page, card, COMPARES);
    await page.keyboard.press('ArrowLeft');
    await liesUnder(page, card, NOTICES);
  });

  await test.step('no shortcut of the canvas moves, groups, locks or turns cards', async () => {
    await addCard(page, 'Quote', COMPARES, 'The second one');
    const second = cardWith(page, 'The second one');
    const places = async () => [await boxOf(card), await boxOf(second)];
    // A step taken back can be taken again only as long as nothing is written: Redo tells of every write.
    await addCard(page, 'Quote', COMPARES, 'A third');
    await undo(page);
    const redo = page.getByRole('button', { name: 'Redo' });
    await expect(redo).toBeEnabled();
    await card.click(ON_CANVAS);
    await second.click({ ...ON_CANVAS, modifiers: ['Shift'] });
    await expect(page.getByText('2 cards selected')).toBeVisible();
    const before = await places();
    const alignments = ['Alt+a', 'Alt+w', 'Alt+d', 'Alt+Shift+h'];
    for (const key of [
      'Shift+ArrowDown',
      'Shift+h',
      'Shift+v',
      'ControlOrMeta+g',
      '[',
      ']',
      'Shift+l',
      ...alignments,
    ]) {
      await page.keyboard.press(key);
      expect(await places(), key).toEqual(before);
      await expect(redo, key).toBeEnabled();
    }
    await expect(shapes(page, 'group')).toHaveCount(0);
    await saved(page);
  });
});

test('an emotion goes up and down by keys and by hand', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(visitor, 'Emotions');
  const spot = await inCell(page, NOTICES, 'Feels');
  await canvas(page).focus();
  await page.keyboard.press('m');
  await page.mouse.click(spot.x, spot.y + 20);
  const felt = cardPanel(page).getByRole('slider', { name: 'How it felt' });
  await expect(felt).toBeVisible();
  const from = Number(await felt.inputValue());
  await canvas(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(felt).toHaveValue(String(from - 0.5));

  const { middle } = await boxOf(cards(page).first());
  // Two levels of 30 pixels each.
  await drag(page, middle, { x: middle.x, y: middle.y + 60 });
  await expect(felt).toHaveValue(String(from - 1.5));
  await undo(page);
  await expect(felt).toHaveValue(String(from - 0.5));
});
