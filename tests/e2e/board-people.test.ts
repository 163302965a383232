import {
  addCard,
  boJoins,
  boxOf,
  canvas,
  cards,
  drag,
  drawStroke,
  facilitatorOnMap,
  inCell,
  NOTICES,
  shapes,
} from './board-acts.ts';
import { cardWith, inviteLink, joinByLink, mapIsLive, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

test('people see each other’s pointer and drawings', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Presence');
  const bo = await boJoins(anna, visitor);

  await test.step('the pointer carries a name', async () => {
    const { middle } = await boxOf(canvas(bo.page));
    await drag(bo.page, middle, { x: middle.x + 80, y: middle.y + 40 });
    await expect(canvas(anna.page).getByText('Bo Ek', { exact: true })).toBeVisible();
    await expect(anna.page.getByTitle('Bo Ek, Customer service')).toBeVisible();
  });

  await test.step('a stroke reaches the other and survives a reload', async () => {
    await drawStroke(bo.page, await inCell(bo.page, NOTICES, 'Frictions'));
    await expect(shapes(anna.page, 'draw')).toHaveCount(1);
    await saved(bo.page);
    await anna.page.reload();
    await mapIsLive(anna.page);
    await expect(shapes(anna.page, 'draw')).toHaveCount(1);
  });

  await test.step('who leaves is gone from the map', async () => {
    await bo.page.close();
    await expect(anna.page.getByTitle('Bo Ek, Customer service')).toHaveCount(0);
    await expect(canvas(anna.page).getByText('Bo Ek', { exact: true })).toHaveCount(0);
  });
});

test('a leader sees the living map and cannot change it', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Reading');
  const eva = await boJoins(anna, visitor, 'Leader');
  await addCard(anna.page, 'Quote', NOTICES, 'Read me');
  await eva.page.goto(`${anna.workshop}/map`);
  await expect(eva.page.getByText('You are reading.', { exact: false })).toBeVisible();
  const card = cardWith(eva.page, 'Read me');
  await expect(card).toBeVisible();
  for (const role of [/^Add to/, /^Change /, /^Undo/]) {
    await expect(eva.page.getByRole('button', { name: role })).toHaveCount(0);
  }
  await expect(eva.page.getByRole('complementary', { name: 'Findings' })).toHaveCount(0);

  const { middle } = await boxOf(card);
  await canvas(eva.page).focus();
  await eva.page.keyboard.press('ControlOrMeta+a');
  await eva.page.keyboard.press('Delete');
  await drag(eva.page, middle, { x: middle.x + 260, y: middle.y });
  await eva.page.mouse.dblclick(middle.x, middle.y);
  await expect(eva.page.locator('.tl-canvas').getByRole('textbox')).toHaveCount(0);
  await eva.page.keyboard.press('q');
  await eva.page.mouse.click(middle.x, middle.y + 160);
  // Anna's next card arrives, so whatever Eva did would have arrived before it.
  await addCard(anna.page, 'Quote', NOTICES, 'Second');
  await expect(cardWith(eva.page, 'Second')).toBeVisible();
  await expect(cards(eva.page)).toHaveCount(2);
  expect((await boxOf(card)).middle).toEqual(middle);
});

test('a phone adds a quote to a touchpoint on the whole map', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Phone');
  const link = await inviteLink(anna.page, anna.workshop, 'Participant');
  await anna.page.goto(`${anna.workshop}/map`);
  const { page } = await visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await joinByLink(page, link, 'Pia', 'Billing');
  await mapIsLive(page);
  await page.getByRole('link', { name: 'Whole map' }).tap();
  await page.getByRole('button', { name: `Add to ${NOTICES}` }).tap();
  await page.getByRole('menuitem', { name: 'Quote' }).tap();
  const field = page.locator('.tl-canvas').getByRole('textbox', { name: 'Quote' });
  await expect(field).toBeFocused();
  await page.keyboard.type('From the phone');
  await expect(cardWith(anna.page, 'From the phone')).toBeVisible();
  await saved(page);
  // The licence of the canvas asks for its maker's mark to be seen, with the findings open too.
  const mark = page.getByTitle('made with tldraw');
  await field.blur();
  await page.getByRole('button', { name: 'Show the findings' }).tap();
  const { middle } = await boxOf(mark);
  expect(
    await mark.evaluate(
      (el, { x, y }) => el.parentElement?.contains(document.elementFromPoint(x, y)),
      middle,
    ),
  ).toBe(true);
});
