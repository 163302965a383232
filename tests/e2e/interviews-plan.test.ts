import type { Page } from '@playwright/test';
import { focused, tabTo } from './keys.ts';
import { soundPage } from './pages-checks.ts';
import { createWorkshop, enterAsFacilitator } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const questions = (page: Page) => page.locator('[data-question]');
const texts = (page: Page) =>
  questions(page).evaluateAll((all) => all.map((q) => q.querySelector('[data-text]')?.textContent ?? ''));
const handle = (page: Page, text: string) =>
  page.getByRole('button', { name: `Move “${text}”`, exact: true });

/** The server has it too: as it stands when the page is opened anew. */
async function keptAs(page: Page, expected: string[]): Promise<void> {
  await expect(page.locator('ol[aria-busy=false]')).toBeVisible();
  expect(await texts(page)).toEqual(expected);
  await page.reload();
  expect(await texts(page)).toEqual(expected);
}

test('the guide is written and put in order by keyboard alone', async ({ visitor }) => {
  const { page } = await visitor();
  await enterAsFacilitator(page);
  const workshop = await createWorkshop(page, 'The guide');
  await page.goto(`${workshop}/interviews/guide`);
  const theirs = await texts(page);
  expect(theirs).toHaveLength(4);
  const MINE = 'Tell me about the last time you waited for us.';

  await test.step('a fifth core question is advised against, says why, and is not forbidden', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Add a question' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'The question' })).toBeFocused();
    await expect(page.getByRole('note')).toContainText('Short guides get answers');
    await page.keyboard.type(MINE);
    await page.keyboard.press('Tab');
    await page.keyboard.type('How long was it?');
    await page.keyboard.press('Enter');
    await page.keyboard.type('What did you do meanwhile?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Which one')).toBeFocused();
    await page.keyboard.type('Median 14 minutes');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: 'Add a question' })).toBeFocused();
    await expect(questions(page)).toHaveCount(5);
    await expect(questions(page).nth(4)).toContainText('Tests the figure: Median 14 minutes');
    await expect(questions(page).nth(4).getByRole('note')).toContainText('A fifth core question');
  });

  await test.step('arrow keys on its handle move it, and the focus goes along', async () => {
    await tabTo(page, handle(page, MINE), 'Shift+Tab');
    for (const at of [4, 3, 2]) {
      await page.keyboard.press('ArrowUp');
      await expect(page.getByRole('status')).toContainText(`Now number ${at} of 5`);
      await expect(handle(page, MINE)).toBeFocused();
    }
    const expected = [theirs[0], MINE, ...theirs.slice(1)] as string[];
    await keptAs(page, expected);
  });

  await test.step('a removed question comes back where it was', async () => {
    await tabTo(page, page.getByRole('button', { name: `Remove ${MINE}` }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
    await expect(questions(page)).toHaveCount(4);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: `Edit ${MINE}` })).toBeFocused();
    await keptAs(page, [theirs[0], MINE, ...theirs.slice(1)] as string[]);
  });

  await test.step('Escape leaves a question as it was; the keyboard is where it was', async () => {
    const edit = page.getByRole('button', { name: `Edit ${MINE}` });
    await tabTo(page, edit);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'The question' })).toBeFocused();
    await soundPage(page, 'guide-editing', 'en', 1440);
    await page.keyboard.type('Something else');
    await page.keyboard.press('Escape');
    await expect(edit).toBeFocused();
    expect(await focused(page)).not.toBe('nothing');
    await expect(page.getByText('Something else')).toHaveCount(0);
  });

  await test.step('a question is dragged by its handle too', async () => {
    const from = await handle(page, MINE).boundingBox();
    const to = await questions(page).nth(0).boundingBox();
    if (!from || !to) throw new Error('The guide is not on the screen.');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + 12, { steps: 6 });
    await page.mouse.up();
    await keptAs(page, [MINE, ...theirs]);
  });
});

test('an interview is planned and its consent recorded by keyboard, before anything can be noted', async ({
  visitor,
}) => {
  const { page } = await visitor();
  await enterAsFacilitator(page);
  const workshop = await createWorkshop(page, 'The plan');
  await page.goto(`${workshop}/interviews`);
  await tabTo(page, page.getByRole('link', { name: 'Plan an interview' }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/plan$/);
  await tabTo(page, page.getByRole('textbox', { name: 'Alias' }));
  await page.keyboard.type('The commuter');
  await tabTo(page, page.getByLabel('Segment'));
  await page.keyboard.type('Season-ticket holders');
  await tabTo(page, page.getByRole('button', { name: 'Plan it' }));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/plan\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: 'The commuter' })).toBeVisible();

  await expect(page.getByText('nothing may be written down before', { exact: false })).toBeVisible();
  await soundPage(page, 'plan-new-consent', 'en', 1440);
  const notes = page.getByLabel(/^Notes are taken/);
  await tabTo(page, notes);
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Record the consent' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Recorded .* by Anna Lind\./)).toBeVisible();
  await expect(notes).toBeChecked();
  await expect(page.getByText('nothing may be written down before', { exact: false })).toHaveCount(0);

  await page.goto(`${workshop}/interviews`);
  const row = page.getByRole('row', { name: /The commuter/ });
  await expect(row).toContainText('Season-ticket holders');
  await expect(row).toContainText('Planned');
  await expect(row).not.toContainText('Consent not recorded');
  await expect(page.getByRole('listitem').filter({ hasText: 'Season-ticket holders' })).toContainText(
    '0 shared, 0 held and not shared, 1 planned',
  );

  await test.step('it is called off in two steps', async () => {
    await row.getByRole('link', { name: 'The commuter' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/plan\/[0-9a-f-]{36}$/);
    await tabTo(page, page.locator('summary').filter({ hasText: 'Call it off' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Call off “The commuter”' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/interviews$/);
    await expect(page.getByRole('heading', { name: 'No interviews yet' })).toBeVisible();
  });
});
