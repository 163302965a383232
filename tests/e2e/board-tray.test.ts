import {
  addCard,
  boxOf,
  COMPARES,
  cards,
  drag,
  facilitatorOnMap,
  findings,
  inCell,
  liesUnder,
  NOTICES,
  undo,
} from './board-acts.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const WORDS = 'Nobody answers';

test('what is lifted off the map goes back onto it by hand and by keyboard alone', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(visitor, 'Tray');
  await addCard(page, 'Friction', NOTICES, WORDS);
  const card = cardWith(page, WORDS);
  const waiting = findings(page).getByRole('listitem').filter({ hasText: WORDS });

  await test.step('dragged into the tray', async () => {
    const { middle } = await boxOf(card);
    await drag(page, middle, (await boxOf(findings(page))).middle);
    await expect(waiting).toBeVisible();
    await expect(cards(page)).toHaveCount(0);
  });

  await test.step('dragged from the tray into a cell', async () => {
    const { x, y } = await boxOf(waiting);
    await drag(page, { x: x + 60, y: y + 20 }, await inCell(page, COMPARES, 'Frictions'));
    await liesUnder(page, card, COMPARES);
    await expect(waiting).toHaveCount(0);
    await undo(page);
    await expect(waiting).toBeVisible();
  });

  await test.step('by keyboard alone', async () => {
    await waiting.getByRole('button', { name: /^Place on/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('n');
    await expect(page.getByRole('menuitem', { name: NOTICES })).toBeFocused();
    await page.keyboard.press('Enter');
    await liesUnder(page, card, NOTICES);
    await saved(page);
  });
});
