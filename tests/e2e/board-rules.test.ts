import { addCard, boJoins, facilitatorOnMap, NOTICES, ON_CANVAS } from './board-acts.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

test('the facilitator opens the structure to everybody and leaves each their own cards', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'Rules');
  const bo = await boJoins(anna, visitor);
  await addCard(anna.page, 'Quote', NOTICES, 'Said to Anna');
  const change = bo.page.getByRole('button', { name: `Change ${NOTICES}`, exact: true });
  await expect(change).toHaveCount(0);

  await anna.page.getByRole('button', { name: /^Who is here/ }).click();
  const rules = anna.page.getByRole('group', { name: 'For everybody else on this map' });
  await rules.getByLabel('May change phases, touchpoints and lanes').check();
  await expect(change).toHaveCount(1);

  await rules.getByLabel('Change only their own cards').check();
  await saved(anna.page);
  await cardWith(bo.page, 'Said to Anna').click(ON_CANVAS);
  await expect(
    bo.page.getByText('cards are changed only by whoever made them', { exact: false }),
  ).toBeVisible();
});
