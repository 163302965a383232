import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { demoDoor, focused, tabTo } from './keys.ts';
import { enterAsFacilitator, mapIsLive } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** Of the demo's first interview, not marked in it: two sentences of one turn. */
const SENTENCE = 'In the end I found a footnote.';
const BOTH = `${SENTENCE} It was for five weeks, not four.`;

const neverLost = async (page: Page) => expect.poll(() => focused(page)).not.toBe('nothing');
const item = (page: Page, kind: string) =>
  page.locator(`li[data-kind="${kind}"]`).filter({ hasText: SENTENCE });
/** What the page said last, for whoever does not see it. */
const told = (page: Page, words: RegExp) => expect(page.getByText(words)).toBeAttached();

async function demoInterviews(page: Page): Promise<string> {
  await enterAsFacilitator(page);
  await page.goto('/');
  await demoDoor(page).click();
  await mapIsLive(page);
  return `${new URL(page.url()).pathname.replace(/\/map$/, '')}/interviews`;
}

test('marked, tagged, taken back, searched and saved as a file without a mouse', async ({ visitor }) => {
  const { page } = await visitor();
  const { keyboard } = page;
  const interviews = await demoInterviews(page);
  await page.goto(interviews);
  await page.getByRole('link', { name: 'Terraced-house owner' }).first().click();

  await test.step('a sentence becomes a need, with it and the next a friction: they overlap', async () => {
    const turn = page.locator('[data-turn]').filter({ hasText: SENTENCE });
    await tabTo(page, page.locator('[data-turn="0"]'));
    const position = Number(await turn.getAttribute('data-turn'));
    for (let at = 0; at < position; at++) await keyboard.press('ArrowDown');
    await expect(turn).toBeFocused();
    await keyboard.press('Enter');
    await keyboard.press('n');
    await expect(item(page, 'need')).not.toHaveAttribute('aria-busy', 'true');
    await keyboard.press('Enter');
    await keyboard.press('Shift+ArrowRight');
    await keyboard.press('f');
    await keyboard.press('2');
    await told(page, /^Marked as Friction/);
    await expect(turn.locator('mark')).toHaveText([SENTENCE, BOTH.slice(SENTENCE.length)]);
    await neverLost(page);
  });

  await test.step('Space goes from one to the other, T tags the one pointed out', async () => {
    await keyboard.press('Space');
    await keyboard.press('Space');
    await told(page, /^2 of 2: Friction, In the end/);
    await keyboard.press('t');
    await expect(page.getByRole('combobox', { name: 'Add a tag' })).toBeFocused();
    await keyboard.type('Small print');
    await keyboard.press('Enter');
    await expect(item(page, 'friction').getByRole('listitem')).toHaveText(['Small print']);
    await keyboard.press('Escape');
    await neverLost(page);
  });

  await test.step('what was done is taken back, last first, and removed comes back with its tag', async () => {
    await keyboard.press('Delete');
    await expect(item(page, 'friction')).toHaveCount(0);
    await keyboard.press('Control+z');
    await told(page, /the mark is there again/);
    await expect(item(page, 'friction').getByRole('listitem')).toHaveText(['Small print']);
    await keyboard.press('Control+z');
    await told(page, /the tags are as before/);
    await expect(item(page, 'friction').getByRole('listitem')).toHaveCount(0);
    await neverLost(page);
  });

  await test.step('across the interviews: search, tag what is selected, merge', async () => {
    await page.goto(`${interviews}/findings`);
    const search = page.getByRole('searchbox');
    await tabTo(page, search);
    await keyboard.type('footnotes');
    const rows = page.locator('tbody tr[id]');
    await expect(rows).toHaveCount(2);
    await expect(rows.first().locator('mark')).toHaveText(['footnote']);
    await expect(page).toHaveURL(/\?q=footnotes$/);
    await expect(
      page.getByRole('status').filter({ hasText: 'Customers: 2 findings in 1 interview.' }),
    ).toBeVisible();
    await tabTo(page, page.getByRole('checkbox', { name: 'Select all 2 on this page' }));
    await keyboard.press('Space');
    await keyboard.press('t');
    await keyboard.type('Footnotes');
    await keyboard.press('Enter');
    await expect(rows.first().getByRole('listitem')).toHaveText(['Footnotes']);
    await expect(rows.last().getByRole('listitem')).toHaveText(['Footnotes']);
    await tabTo(page, page.getByRole('button', { name: 'Merge or rename tags' }), 'Shift+Tab');
    await keyboard.press('Enter');
    await tabTo(page, page.getByLabel('This tag'));
    await page.getByLabel('This tag').selectOption('Footnotes');
    await expect(page.getByText('Changes 2 findings in 1 interview.')).toBeVisible();
    await tabTo(page, page.getByLabel('becomes'));
    await keyboard.type('Bill');
    await keyboard.press('Enter');
    await expect(page.getByText('2 findings have the new tag.')).toBeVisible();
    await keyboard.press('Escape');
    await expect(rows.first().getByRole('listitem')).toHaveText(['Bill']);
    await neverLost(page);
  });

  await test.step('what is shown is saved as a file', async () => {
    const save = page.getByRole('link', { name: 'Save 2 findings as CSV' });
    await tabTo(page, save, 'Shift+Tab');
    const download = page.waitForEvent('download');
    await keyboard.press('Enter');
    const file = await readFile(await (await download).path(), 'utf8');
    const lines = file.split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]?.startsWith('\ufeffWords,Kind,')).toBe(true);
    expect(lines[1]).toContain('In the end I found a footnote.');
    expect(lines[1]).toContain('Bill');
  });
});

test('the filters work without scripts, and the address holds them', async ({ visitor }) => {
  const { page, context } = await visitor();
  const interviews = await demoInterviews(page);
  const bare = await visitor({ javaScriptEnabled: false });
  await bare.context.addCookies(await context.cookies());
  await bare.page.goto(`${interviews}/findings`);
  await bare.page.getByRole('searchbox').fill('bill');
  await bare.page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('friction');
  await bare.page.getByRole('button', { name: 'Show' }).click();
  await expect(bare.page).toHaveURL(/q=bill&kind=friction/);
  const rows = bare.page.locator('tbody tr[id]');
  await expect(rows.locator('mark').first()).toHaveText(/bill/i);
  await expect(rows.filter({ hasText: 'Quote' })).toHaveCount(0);
  await bare.page.getByRole('link', { name: 'Clear' }).click();
  await expect(bare.page).toHaveURL(/findings$/);
});
