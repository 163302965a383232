import type { Page } from '@playwright/test';
import { focused, tabTo } from './keys.ts';
import { createWorkshop, enterAsFacilitator, inviteLink, joinByLink, selectWords } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const TRANSCRIPT = `Interviewer: How did you reach us?
Customer: I called, my number is 070-123 45 67, and then nobody called me back.
Interviewer: And then?
Customer: I wrote from rut.ek@example.se. You should have it. And again from rut.ek@example.se.
Customer: It took three weeks until somebody answered me.`;

const field = (page: Page, turn: number) =>
  page.getByRole('textbox', { name: `Clean copy of turn ${turn},` });
const left = (page: Page, words: string) => expect(page.getByText(words, { exact: true })).toBeVisible();
const neverLost = async (page: Page) => expect.poll(() => focused(page)).not.toBe('nothing');
const savedNow = (page: Page) =>
  expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible({ timeout: 15_000 });

/** Presses what has been reached by Tab. */
async function press(page: Page, name: string, role: 'button' | 'link' = 'button') {
  await tabTo(page, page.getByRole(role, { name, exact: true }));
  await page.keyboard.press('Enter');
}

test('cleaned, shared, taken back and erased without a mouse', async ({ visitor }) => {
  test.setTimeout(120_000);
  const { page } = await visitor();
  const { keyboard } = page;
  await enterAsFacilitator(page);
  const workshop = await createWorkshop(page, 'Reaching us');
  const link = await inviteLink(page, workshop, 'Participant');
  await page.goto(`${workshop}/interviews/new`);
  await page.getByLabel('Paste the transcript').fill(TRANSCRIPT);
  await page.getByRole('textbox', { name: 'Alias' }).fill('Customer R');
  for (const purpose of [/Notes are taken/, /quoted on the map/]) await page.getByLabel(purpose).check();
  await page.getByRole('button', { name: /^Take in 5 turns/ }).click();
  await page.waitForURL(/interviews\/[0-9a-f-]{36}/);
  const interview = new URL(page.url()).pathname;
  await selectWords(page, 'my number is 070-123 45 67');
  await keyboard.press('q');
  await expect(page.getByText('Marked as Quote', { exact: false })).toBeAttached();
  await press(page, 'Clean copy', 'link');
  await page.waitForURL(/\/clean$/);

  await test.step('one key each: replace, undo, not personal, and a turn by hand', async () => {
    await left(page, '2 things still look personal');
    await keyboard.press('r');
    await expect(field(page, 2)).toHaveValue(/my number is \[PHONE 1\], and/);
    await left(page, 'One thing still looks personal');
    await keyboard.press('u');
    await expect(field(page, 2)).toHaveValue(/070-123 45 67/);
    await left(page, '2 things still look personal');
    await keyboard.press('j');
    await keyboard.press('k');
    await left(page, 'One thing still looks personal');
    await keyboard.press('u');
    await left(page, '2 things still look personal');
    await keyboard.press('r');
    await expect(page.getByRole('button', { name: /^Replace by \[PHONE 1\]/ })).toBeVisible();
    await keyboard.press('r');
    await left(page, 'Nothing looks personal any more');
    await expect(field(page, 4)).toHaveValue(
      'I wrote from [E-MAIL 1]. You should have it. And again from [E-MAIL 1].',
    );
    await neverLost(page);
    await tabTo(page, field(page, 5));
    await keyboard.press('End');
    await keyboard.type(' Three.');
    await keyboard.press('Escape');
    await savedNow(page);
    await neverLost(page);
  });

  await test.step('it is shared, and the group reads the clean copy alone', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Share with the group' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await press(page, 'Share');
    await expect(page.getByText(/^Shared: the group can read it/)).toBeVisible();
    const { page: bo } = await visitor();
    await joinByLink(bo, link, 'Bo Ek', 'Customer service');
    await bo.waitForURL(/\/map/);
    await bo.goto(interview);
    await expect(bo.getByText('my number is [PHONE 1]', { exact: false }).first()).toBeVisible();
    expect(await bo.content()).not.toMatch(/070-123|rut\.ek/);
    await expect(bo.getByText(/^Shared by Anna Lind on /)).toBeVisible();
  });

  await test.step('erased by its alias, after which there is only the number of what went', async () => {
    await page.goto(`${interview}/erase`);
    await expect(page.getByText('5 turns of the interview', { exact: false })).toBeVisible();
    const alias = page.getByLabel('To erase, write the alias: Customer R');
    await tabTo(page, alias);
    await keyboard.type('Customer');
    await keyboard.press('Enter');
    await expect(page.getByText('Write the alias first.')).toBeVisible();
    await expect(alias).toBeFocused();
    await keyboard.type(' R');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Erased', exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/^5 turns, one finding, 0 cards on the map/)).toBeVisible();
    await neverLost(page);
    await page.goto(`${workshop}/interviews`);
    await expect(page.getByText('Customer R')).toHaveCount(0);
  });
});
