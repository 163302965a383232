import type { Page } from '@playwright/test';
import { demoDoor } from './keys.ts';
import { soundPage, WIDTHS } from './pages-checks.ts';
import { enterAsFacilitator, inviteLink, joinByLink } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** Most of JavaScript that the review may bring, compressed; what it has of its own is far below. */
const MOST_SCRIPT = 60_000;

const SECTIONS = [
  'In brief',
  'Since the last review',
  'What was asked, and whom',
  'The journey in two curves',
  'The story, phase by phase',
  'Where it chafes most',
  'What the group sees as possible',
  'How one disappointment colours the next',
  'What is only assumed',
  'Decisions',
  'The journey',
];

/** The screen that is shown, and whether the focus is in it. */
const shown = (page: Page) => page.locator('.screen:visible');

test('the review of the demo: read by a leader, walked through by keys, complete without JavaScript', async ({
  visitor,
}) => {
  test.setTimeout(150_000);
  const { page: anna } = await visitor();
  await enterAsFacilitator(anna);
  await anna.goto('/');
  await demoDoor(anna).click();
  await anna.waitForURL(/\/map/);
  const workshop = new URL(anna.url()).pathname.replace(/\/map$/, '');
  const review = `${workshop}/snapshots/2`;
  const link = await inviteLink(anna, workshop, 'Leader');

  const { page: eva, context } = await visitor();
  await test.step('whoever is not signed in is sent to do so and brought back', async () => {
    await eva.goto(review);
    expect(new URL(eva.url()).searchParams.get('from')).toBe(review);
    await joinByLink(eva, link, 'Eva Chef', 'Management');
    await eva.waitForURL(/snapshots/);
  });

  await test.step('every section is there and filled', async () => {
    await eva.goto(review);
    for (const name of SECTIONS)
      await expect(eva.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
    const main = eva.locator('main');
    await expect(main).toContainText('Not around the table');
    await expect(main).toContainText('Sales');
    await expect(main).toContainText('4 : 4');
    await expect(main).toContainText('12:1 would need 48 plus against 4 minus');
    await expect(main).toContainText('One owner of the bill template');
    await expect(main).toContainText('We ask leadership to decide');
    await expect(eva.locator('.phase')).toHaveCount(5);
  });

  await test.step('it brings next to no JavaScript, and nothing of Next', async () => {
    const loaded = await eva.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map((entry) => entry as PerformanceResourceTiming)
        .filter(({ name, initiatorType }) => initiatorType === 'script' || /\.js(\?|$)/.test(name))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    const inline = await eva.locator('script').evaluateAll((all) => all.map((s) => s.textContent).join(''));
    expect(loaded + inline.length).toBeLessThan(MOST_SCRIPT);
    expect(await eva.content()).not.toContain('/_next/');
  });

  await test.step('the language is changed where one stands', async () => {
    await eva.getByRole('button', { name: 'Svenska' }).click();
    await expect(eva.getByRole('heading', { level: 2, name: 'Där det skaver mest' })).toBeVisible();
    expect(new URL(eva.url()).pathname).toBe(review);
    await eva.setViewportSize(WIDTHS[390]);
    await soundPage(eva, 'review', 'sv', 390);
    await eva.setViewportSize(WIDTHS[1440]);
    await eva.getByRole('button', { name: 'English' }).click();
    await soundPage(eva, 'review', 'en', 1440);
  });

  await test.step('it is walked through by keys, the focus on each screen’s heading', async () => {
    await eva.getByRole('link', { name: 'Walk through it together' }).click();
    await expect(shown(eva)).toContainText('1 of 10');
    await soundPage(eva, 'walk', 'en', 1440);
    await eva.keyboard.press('ArrowRight');
    await expect(shown(eva)).toContainText('2 of 10');
    await expect(eva.locator(':focus')).toHaveText('At risk: no buffer is left.');
    await eva.keyboard.press('PageDown');
    await eva.keyboard.press('PageDown');
    await expect(shown(eva)).toContainText('Phase 1 of 5');
    await soundPage(eva, 'walk-phase', 'en', 1440);
    await expect(eva.getByText('To ask the room').filter({ visible: true })).toHaveCount(0);
    await eva.keyboard.press('n');
    await expect(eva.getByText('To ask the room').filter({ visible: true })).toHaveCount(1);
    await eva.keyboard.press('End');
    await expect(shown(eva)).toContainText('10 of 10');
    await eva.keyboard.press('Home');
    await expect(shown(eva)).toContainText('1 of 10');
    await eva.keyboard.press('Escape');
    await expect(eva).toHaveURL(new RegExp(`${review}$`));
  });

  await test.step('without JavaScript the links lead through it', async () => {
    const storageState = await context.storageState();
    const { page: plain } = await visitor({ javaScriptEnabled: false, storageState, viewport: WIDTHS[390] });
    await plain.goto(`${review}?walk`);
    await expect(shown(plain)).toContainText('1 of 10');
    await shown(plain).getByRole('link', { name: 'Next' }).click();
    await expect(shown(plain)).toContainText('2 of 10');
    await shown(plain).getByRole('link', { name: 'Back' }).click();
    await expect(shown(plain)).toContainText('1 of 10');
    await plain.getByRole('checkbox', { name: 'Speaker’s notes' }).check();
    await expect(plain.getByText('To say').filter({ visible: true })).toHaveCount(1);
  });

  await test.step('on paper the map has a sheet of its own', async () => {
    const pdf = await eva.pdf({ preferCSSPageSize: true });
    const sizes = new Set(
      [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map((m) => m[1]?.trim()),
    );
    expect(sizes.size).toBe(2);
  });

  await test.step('what is not there is said, with its status', async () => {
    const answer = await eva.goto(`${workshop}/snapshots/99`);
    expect(answer?.status()).toBe(404);
    await soundPage(eva, 'review-unknown', 'en', 1440);
  });
});
