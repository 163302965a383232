import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, letExpire, linkFor, test } from './doors-app.ts';
import { createWorkshop, enterAsFacilitator, FACILITATOR, joinByLink, mapIsLive } from './support/acts.ts';

test.describe.configure({ mode: 'serial' });

/** Opens an address that leads nowhere: the status and the words that say what happened and what to do. */
async function closedDoor(page: Page, address: string, status: number, says: RegExp): Promise<void> {
  const answer = await page.goto(address);
  expect.soft(answer?.status(), address).toBe(status);
  await expect.soft(page.getByRole('main')).toContainText(says);
  await expect.soft(page.getByRole('link', { name: 'To the start page' })).toBeVisible();
}

const signIn = async (page: Page, email: string, password: string) => {
  await page.getByLabel('E-mail').first().fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

/** What a form answered; the framework keeps an empty alert of its own outside. */
const said = (page: Page) => page.getByRole('main').getByRole('alert');

const invited = (page: Page) => page.getByRole('button', { name: /^Switch off/ });

let workshop = '';

test('links that no longer lead anywhere say why, and what to do', async ({ visitor, app, dataDir }) => {
  const { page: anna } = await visitor();
  await enterAsFacilitator(anna);
  workshop = await createWorkshop(anna, 'Doors');
  const old = await linkFor(anna, workshop, 'Old');
  const off = await linkFor(anna, workshop, 'Off');
  await anna.getByRole('button', { name: 'Switch off Off' }).click();
  await expect(anna.getByText('switched off')).toBeVisible();
  const full = await linkFor(anna, workshop, 'Full', '1');
  const { page: bo } = await visitor();
  await joinByLink(bo, full, 'Bo Ek', 'Sales');
  await mapIsLive(bo);
  // The canvas is still fetching its pictures and would complain of the server’s end.
  await bo.close();
  await app.kill();
  await letExpire(dataDir, 'Old');
  await app.start();

  const { page: stranger } = await visitor();
  await closedDoor(stranger, old, 410, /has expired.*Ask the person who sent it/);
  await closedDoor(stranger, off, 410, /switched off by the facilitator.*Ask for a new one/);
  await closedDoor(stranger, full, 410, /as many times as it may.*Ask the person who sent it/);
  await closedDoor(stranger, `${full.slice(0, -5)}`, 404, /leads nowhere.*cut off when it was copied/);
  await closedDoor(stranger, '/nowhere', 404, /There is no such page/);
});

test('a workshop that is not there, or not mine, looks the same', async ({ visitor }) => {
  const { page: anna } = await visitor();
  await enterAsFacilitator(anna);
  const unknown = /no such workshop, or you are not part of it.*ask the facilitator for a link/;
  for (const page of ['', '/map', '/interviews', '/snapshots', '/settings']) {
    await closedDoor(anna, `/workshops/${randomUUID()}${page}`, 404, unknown);
  }
  for (const id of ['not-an-id', "'; drop table users; --"]) {
    await closedDoor(anna, `/workshops/${encodeURIComponent(id)}/map`, 404, unknown);
  }
});

test('signing in: wrong is said, too often is said with the wait, and the way leads back', async ({
  visitor,
}) => {
  const { page } = await visitor();
  await page.goto(`${workshop}/settings`);
  await expect(page.getByRole('status')).toContainText('Sign in to go on. You will come back');
  await signIn(page, 'ghost@example.org', 'not the password');
  await expect(said(page)).toContainText('E-mail and password do not match. Check both');
  for (let tries = 2; tries <= 10; tries++) {
    await signIn(page, 'ghost@example.org', `wrong ${tries}`);
    // The answer empties the field: it has come before the next try.
    await expect(page.getByLabel('Password')).toHaveValue('');
  }
  await signIn(page, 'ghost@example.org', 'wrong 11');
  await expect(said(page)).toContainText(/Too many attempts.*Wait \d+ seconds? and try again/);

  // By program, from the same browser: the tries are counted per address.
  const answer = await page.evaluate(async () => {
    const { csrfToken } = await (await fetch('/api/auth/csrf')).json();
    const form = { csrfToken, email: 'ghost@example.org', password: 'wrong 12', json: 'true' };
    const refused = await fetch('/api/auth/callback/password', {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return { status: refused.status, wait: Number(refused.headers.get('retry-after')) };
  });
  expect(answer.status).toBe(429);
  expect(answer.wait).toBeGreaterThan(0);

  await signIn(page, FACILITATOR.email, FACILITATOR.password);
  await expect(page).toHaveURL(`${workshop}/settings`);
});

test('signed out everywhere: the open map, the open form and the next page say so', async ({ visitor }) => {
  const [{ page: here }, { page: map }, { page: form }] = [await visitor(), await visitor(), await visitor()];
  for (const page of [here, map, form]) await enterAsFacilitator(page);
  await map.goto(`${workshop}/map`);
  await mapIsLive(map);
  await form.goto(`${workshop}/settings`);
  const links = await invited(form).count();

  await here.locator('summary').filter({ hasText: 'You: Anna Lind' }).click();
  await here.getByRole('button', { name: 'Sign out on all devices' }).click();
  await expect(here.getByRole('status')).toHaveText('You are signed out.');

  await expect(map.getByRole('alert').filter({ hasText: 'signed out' })).toBeVisible();
  await form.getByRole('button', { name: 'Make a link' }).click();
  await expect(said(form)).toContainText(/You have been signed out.*Sign in again/);
  await form.reload();
  await expect(form.getByRole('status')).toContainText(/You have been signed out.*Sign in again/);
  await signIn(form, FACILITATOR.email, FACILITATOR.password);
  await expect(form).toHaveURL(`${workshop}/settings`);
  await expect(invited(form)).toHaveCount(links);
});

test('without JavaScript: wrong password said, signed in, a link made', async ({ visitor }) => {
  const { page } = await visitor({ javaScriptEnabled: false });
  await page.goto(`${workshop}/settings`);
  await signIn(page, FACILITATOR.email, 'not the password');
  await expect(said(page)).toContainText('E-mail and password do not match');
  await signIn(page, FACILITATOR.email, FACILITATOR.password);
  await expect(page).toHaveURL(`${workshop}/settings`);
  await page.getByLabel('Who is it for?').fill('Plain');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByLabel('The link', { exact: true })).toHaveValue(/\/join\/[\w-]{32}$/);
  await expect(page.getByRole('button', { name: 'Switch off Plain' })).toBeVisible();
});

test('a form sent from another site changes nothing', async ({ visitor }) => {
  const { page, context } = await visitor({ javaScriptEnabled: false });
  await enterAsFacilitator(page);
  await page.goto(`${workshop}/settings`);
  const links = await invited(page).count();
  // What the browser itself would send for the form, hidden fields of the framework included.
  const multipart = await page
    .locator('form:has([name=days])')
    .evaluate((form) =>
      Object.fromEntries([...new FormData(form as HTMLFormElement)].map(([k, v]) => [k, String(v)])),
    );
  const address = `${workshop}/settings`;
  for (const origin of ['https://evil.example', 'null', undefined]) {
    await context.request.post(address, { multipart, headers: origin ? { origin } : {} });
    const chosen = await context.request.post(new URL('/api/locale', address).href, {
      form: { locale: 'sv' },
      headers: origin ? { origin } : {},
      maxRedirects: 0,
    });
    expect.soft(chosen.headers()['set-cookie'], String(origin)).toBeUndefined();
  }
  await page.reload();
  await expect(invited(page)).toHaveCount(links);
  await context.request.post(address, { multipart, headers: { origin: new URL(address).origin } });
  await page.reload();
  await expect(invited(page)).toHaveCount(links + 1);
});
