import {
  addCard,
  boJoins,
  COMPARES,
  cardPanel,
  facilitatorOnMap,
  liesUnder,
  NOTICES,
  ON_CANVAS,
  undo,
} from './board-acts.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

test('a card is reacted to by keyboard; the others see how many and who', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Reactions');
  const bo = await boJoins(anna, visitor);
  await addCard(anna.page, 'Quote', NOTICES, 'Nobody answers');
  const { page } = bo;
  await cardWith(page, 'Nobody answers').click(ON_CANVAS);
  await page.keyboard.press('r');
  const reactions = cardPanel(page).getByRole('group', { name: 'React' });
  await expect(reactions.getByRole('button', { name: 'I agree' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(reactions.getByRole('button', { name: 'Close to my heart, 1' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // The keyboard is back on the canvas: the card can be moved at once.
  await page.keyboard.press('ArrowRight');
  await liesUnder(page, cardWith(page, 'Nobody answers'), COMPARES);

  await cardWith(anna.page, 'Nobody answers').click(ON_CANVAS);
  await expect(cardPanel(anna.page).getByText('Close to my heart: Bo Ek')).toBeVisible();
  await cardPanel(anna.page).getByRole('button', { name: 'Close to my heart, 1' }).click();
  await expect(cardPanel(anna.page).getByText('Close to my heart: You, Bo Ek')).toBeVisible();
  await undo(anna.page);
  await expect(cardPanel(anna.page).getByText('Close to my heart: Bo Ek', { exact: true })).toBeVisible();
  await saved(anna.page);
});

test('several cards move by arrow keys in one step, and it is said', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(visitor, 'Several');
  await addCard(page, 'Quote', NOTICES, 'First words');
  await addCard(page, 'Friction', NOTICES, 'Second words');
  await cardWith(page, 'First words').click(ON_CANVAS);
  await cardWith(page, 'Second words').click({ ...ON_CANVAS, modifiers: ['Shift'] });
  await expect(page.getByText('2 cards selected')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  for (const words of ['First words', 'Second words']) await liesUnder(page, cardWith(page, words), COMPARES);
  await expect(page.getByRole('status').getByText(`2 cards moved to ${COMPARES}`)).toBeAttached();
  await expect(page.getByText('2 cards selected')).toBeVisible();
  await undo(page);
  for (const words of ['First words', 'Second words']) await liesUnder(page, cardWith(page, words), NOTICES);
});
