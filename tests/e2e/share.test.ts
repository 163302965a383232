import type { Page } from '@playwright/test';
import { demoDoor } from './keys.ts';
import { soundPage, WIDTHS } from './pages-checks.ts';
import { enterAsFacilitator } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const PASSCODE = 'höst-och-vår-7';
/** The demo's pseudonyms, and words of its two people who are not to be quoted outside. */
const ALIASES = ['Terraced-house owner', 'Student', 'Café owner', 'Pensioner', 'Billing specialist'];

/** The text that was sent, and what it looks like without its markup. */
const sent = (page: Page) => page.content().then((html) => `${html}\n${html.replace(/<[^>]+>/g, ' ')}`);

test('a link: made by the facilitator, read on a phone without an account, ended with one press', async ({
  visitor,
  app,
}) => {
  test.setTimeout(90_000);
  const { page } = await visitor();
  await enterAsFacilitator(page);
  await page.goto('/');
  await demoDoor(page).click();
  await page.waitForURL(/\/map/);
  const share = page.url().replace(/\/map.*$/, '/snapshots/2/share');

  const link = await test.step('it is made, and shown once', async () => {
    await page.goto(share);
    await expect(page.getByText('No links yet.')).toBeVisible();
    await page.getByLabel('Whom is it for?').fill('The board');
    await page.getByLabel('Valid for').selectOption({ label: '7 days' });
    await page.getByLabel('Passcode').fill(PASSCODE);
    await page.getByRole('button', { name: 'Make a link' }).click();
    const made = await page.getByLabel('The link', { exact: true }).inputValue();
    expect(made).toMatch(/\/s\/[\w-]{32}$/);
    await soundPage(page, 'share', 'en', 1440);
    await page.reload();
    await expect(page.getByText('not opened yet')).toBeVisible();
    expect(await page.content()).not.toContain(made.split('/').at(-1));
    return made;
  });

  const { page: guest, context } = await visitor({ viewport: WIDTHS[390], locale: 'en-GB' });
  await test.step('its passcode is asked for, and tried', async () => {
    await guest.goto(link);
    await soundPage(guest, 'share-passcode', 'en', 390);
    expect(await sent(guest)).not.toContain('Nordel');
    await guest.getByLabel('Passcode').fill('something else');
    await guest.getByRole('button', { name: 'Open the report' }).click();
    await expect(guest.getByRole('alert')).toContainText('not the passcode');
    await guest.getByLabel('Passcode').fill(` ${PASSCODE} `);
    await guest.getByRole('button', { name: 'Open the report' }).click();
    await expect(guest.getByText('Shared with you by link')).toBeVisible();
  });

  await test.step('it tells the story, and nobody’s name', async () => {
    await soundPage(guest, 'share-report', 'en', 390);
    const told = await sent(guest);
    expect(told).toContain('Customer 1');
    for (const alias of ALIASES) expect(told).not.toContain(`>${alias}<`);
    await expect(guest.locator('form')).toHaveCount(0);
    await expect(guest.locator('a[href^="/workshops"], a[href="/"]')).toHaveCount(0);
  });

  await test.step('it is told screen by screen', async () => {
    await guest.getByRole('link', { name: 'Walk through it together' }).click();
    await expect(guest.getByText(/^1 of \d+$/).first()).toBeVisible();
    for (const alias of ALIASES) expect(await sent(guest)).not.toContain(`>${alias}<`);
    await guest.goBack();
  });

  await test.step('in the reader’s language, still at the same address', async () => {
    await guest.getByRole('link', { name: 'Svenska' }).click();
    await expect(guest.getByText('Delad med dig via länk')).toBeVisible();
    expect(guest.url()).toBe(link);
    await soundPage(guest, 'share-report', 'sv', 390);
  });

  await test.step('it is counted, and ends at once when it is switched off', async () => {
    await page.reload();
    await expect(page.getByText(/opened (once|\d times)/)).toBeVisible();
    await page.getByRole('button', { name: 'Switch off The board' }).click();
    await expect(page.getByText('switched off')).toBeVisible();
    const answer = await guest.reload();
    expect(answer?.status()).toBe(410);
    await expect(guest.getByText('Länken har stängts av')).toBeVisible();
    await soundPage(guest, 'share-revoked', 'sv', 390);
    expect((await context.cookies()).map((cookie) => cookie.path).sort()).toEqual([
      '/',
      new URL(link).pathname,
    ]);
  });
  expect(app.output(), 'the secret in the log').not.toContain(link.split('/').at(-1));
});
