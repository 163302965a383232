import {
  addCard,
  boJoins,
  boxOf,
  COMPARES,
  cards,
  drag,
  drawStroke,
  facilitatorOnMap,
  inCell,
  liesUnder,
  NOTICES,
  ON_CANVAS,
  shapes,
  undo,
} from './board-acts.ts';
import { cardWith, mapIsLive, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

test('deleting, copying and drawing are one step each, and come back whole', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(visitor, 'Undo');
  await addCard(page, 'Quote', NOTICES, 'First words');
  // In the topmost lane: what lies lower may come under the toolbar.
  await addCard(page, 'Customer action', COMPARES, 'Second words');
  await drawStroke(page, await inCell(page, NOTICES, 'Frictions'));
  await expect(shapes(page, 'draw')).toHaveCount(1);

  await test.step('everything selected and deleted comes back in one step', async () => {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await expect(cards(page)).toHaveCount(0);
    await expect(shapes(page, 'draw')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(cards(page)).toHaveCount(2);
    await expect(shapes(page, 'draw')).toHaveCount(1);
    await expect(cardWith(page, 'First words')).toBeVisible();
  });

  await test.step('a copy is a card of its own', async () => {
    await page.keyboard.press('Escape');
    await cardWith(page, 'First words').click(ON_CANVAS);
    await page.keyboard.press('ControlOrMeta+d');
    await expect(cardWith(page, 'First words')).toHaveCount(2);
    for (const copy of await cardWith(page, 'First words').all()) await liesUnder(page, copy, NOTICES);
    await saved(page);
    await page.reload();
    await mapIsLive(page);
    await expect(cardWith(page, 'First words')).toHaveCount(2);
  });

  await test.step('a card copied by hand lands where it is dropped; the original stays', async () => {
    const { middle } = await boxOf(cardWith(page, 'Second words'));
    await page.keyboard.down('Alt');
    await drag(page, middle, await inCell(page, NOTICES, 'What the customer does'));
    await page.keyboard.up('Alt');
    await expect(cardWith(page, 'Second words')).toHaveCount(2);
    await undo(page);
    await expect(cardWith(page, 'Second words')).toHaveCount(1);
    await liesUnder(page, cardWith(page, 'Second words'), COMPARES);
  });
});

test('undo takes back mine only', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Two hands');
  const bo = await boJoins(anna, visitor);
  await addCard(anna.page, 'Quote', NOTICES, 'By Anna');
  await addCard(bo.page, 'Quote', COMPARES, 'By Bo');
  for (const { page } of [anna, bo]) {
    await expect(cardWith(page, 'By Anna')).toBeVisible();
    await expect(cardWith(page, 'By Bo')).toBeVisible();
  }

  await test.step('Bo moves Anna’s card; her undo takes her own card’s words back and leaves his alone', async () => {
    await cardWith(bo.page, 'By Anna').click(ON_CANVAS);
    await bo.page.keyboard.press('ArrowRight');
    await liesUnder(anna.page, cardWith(anna.page, 'By Anna'), COMPARES);
    await anna.page.keyboard.press('ControlOrMeta+z');
    await expect(cardWith(anna.page, 'By Anna')).toHaveCount(0);
    await expect(cardWith(anna.page, 'By Bo')).toBeVisible();
  });

  await test.step('Bo’s undo does not reach what Anna did after him', async () => {
    await addCard(anna.page, 'Quote', NOTICES, 'Anna again');
    await expect(cardWith(bo.page, 'Anna again')).toBeVisible();
    await bo.page.keyboard.press('Escape');
    for (const press of ['ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+z']) {
      await bo.page.keyboard.press(press);
    }
    await expect(cardWith(bo.page, 'By Bo')).toHaveCount(0);
    for (const { page } of [anna, bo]) await expect(cardWith(page, 'Anna again')).toBeVisible();
    await expect(bo.page.getByRole('button', { name: 'Undo my last change' })).toBeDisabled();
    await saved(bo.page);
  });
});

test('an arrow follows its card, and its end stays where it pointed when the card goes', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'Arrows');
  const { page } = anna;
  await addCard(page, 'Quote', NOTICES, 'From here');
  await addCard(page, 'Friction', COMPARES, 'To there');
  const [from, to] = [await boxOf(cardWith(page, 'From here')), await boxOf(cardWith(page, 'To there'))];
  await page.keyboard.press('a');
  await drag(page, from.middle, to.middle);
  await page.keyboard.press('v');
  await page.keyboard.press('Escape');
  await expect(shapes(page, 'arrow')).toHaveCount(1);
  const width = async () => (await boxOf(shapes(page, 'arrow').locator('svg').first())).width;
  const before = await width();
  expect(before).toBeGreaterThan(40);

  await cardWith(page, 'To there').click(ON_CANVAS);
  await page.getByRole('button', { name: 'Lift off the map' }).click();
  await expect(cards(page)).toHaveCount(1);
  await saved(page);
  await page.reload();
  await mapIsLive(page);
  await expect(shapes(page, 'arrow')).toHaveCount(1);
  expect(await width()).toBeGreaterThan(40);
});
