import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { demoDoor } from './keys.ts';
import { type Language, soundPage, WIDTHS, type Width } from './pages-checks.ts';
import { enterAsFacilitator, FACILITATOR, inviteLink, joinByLink } from './support/acts.ts';
import { launchApp } from './support/app.ts';
import { test as base, expect } from './support/test.ts';

// Its own server: the first page of a fresh installation is shown once only.
const test = base.extend<object, { app: Awaited<ReturnType<typeof launchApp>> }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern.
    async ({}, use) => {
      const app = await launchApp();
      await use(app);
      await app.dispose();
    },
    { scope: 'worker' },
  ],
});
test.describe.configure({ mode: 'serial' });

/** A page: its name in the pictures, its address, and what is done there first. */
type Stop = [name: string, path: string, prepare?: (page: Page) => Promise<unknown>];

const LANGUAGES: Language[] = ['en', 'sv'];
const widths = Object.keys(WIDTHS).map(Number) as Width[];

async function speak(page: Page, language: Language): Promise<void> {
  await page.context().addCookies([{ name: 'locale', value: language, url: new URL(page.url()).origin }]);
}

/** Every page in both languages and at both widths; a page is loaded once per language. */
async function walk(page: Page, stops: Stop[]): Promise<void> {
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const [name, path, prepare] of stops) {
      await page.setViewportSize(WIDTHS[1440]);
      await page.goto(path);
      await prepare?.(page);
      for (const width of widths.toReversed()) {
        await page.setViewportSize(WIDTHS[width]);
        await soundPage(page, name, language, width);
      }
    }
  }
}

const makeLink = async (page: Page) => {
  await page.locator('form:has([name=days]) button[type=submit]').click();
  await expect(page.locator('input[readonly]')).toHaveValue(/\/join\//);
};
const selectASentence = async (page: Page) => {
  await page.locator('[data-turn][data-role=interviewee]').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('toolbar')).toBeVisible();
};
const selectARow = async (page: Page) => {
  await page.locator('tbody input[type=checkbox]').first().check();
  await expect(page.getByRole('combobox', { name: /Add a tag|Lägg till en tagg/ })).toBeVisible();
};
const openACard = async (page: Page) => {
  await expect(page.getByRole('status').filter({ hasText: /^(Saved|Sparat)$/ })).toBeVisible();
  // One in the middle of the screen: the canvas keeps those beyond it without drawing them.
  const at = await page.locator('[data-shape-type="card"]').evaluateAll((cards) =>
    cards
      .map((card) => card.getBoundingClientRect())
      .filter(
        (box) => box.width > 0 && box.left > 250 && box.right < 1000 && box.top > 250 && box.bottom < 800,
      )
      .map((box) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 }))
      .at(0),
  );
  if (!at) throw new Error('No card stands in the middle of the map.');
  await page.mouse.click(at.x, at.y);
  await expect(page.getByRole('complementary', { name: /^(Card|Kort)$/ })).toBeVisible();
};

let workshop = '';
let leaderLink = '';

test('the first pages of a fresh installation', async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto('/');
  await walk(page, [['welcome', '/welcome']]);
  await speak(page, 'en');
  await enterAsFacilitator(page);
  await walk(page, [
    ['welcome-done', '/welcome'],
    ['home-empty', '/'],
    ['new-workshop', '/workshops/new'],
  ]);
});

test('the pages of a workshop', async ({ visitor }) => {
  test.setTimeout(180_000);
  const { page } = await visitor();
  await enterAsFacilitator(page);
  await page.goto('/');
  await demoDoor(page).click();
  await page.waitForURL(/\/map/);
  workshop = new URL(page.url()).pathname.replace(/\/map$/, '');
  leaderLink = await inviteLink(page, workshop, 'Leader');
  await page.goto(`${workshop}/interviews`);
  const interview = await page.locator('main th a:not([href*="/plan/"])').first();
  const reader = (await interview.getAttribute('href')) ?? '';
  const planned = (await page.locator('main th a[href*="/plan/"]').first().getAttribute('href')) ?? '';
  await walk(page, [
    ['home', '/'],
    ['settings', `${workshop}/settings`, makeLink],
    ['interviews', `${workshop}/interviews`],
    ['interview-new', `${workshop}/interviews/new`],
    ['guide', `${workshop}/interviews/guide`],
    ['plan', planned],
    ['consent', `${workshop}/interviews/consent`],
    ['findings', `${workshop}/interviews/findings?q=bill`, selectARow],
    ['interview', reader, selectASentence],
    ['clean', `${reader}/clean`],
    ['erase', `${reader}/erase`],
    ['map', `${workshop}/map`, openACard],
    ['snapshots', `${workshop}/snapshots`],
    ['report', `${workshop}/snapshots/2`],
    ['compare', `${workshop}/snapshots/compare?from=1&to=2`],
    ['replay', `${workshop}/snapshots/replay`],
    ['restore', `${workshop}/snapshots/1/restore`],
    ['to-be-branch', `${workshop}/to-be/branch`],
    ['share-preview', `${workshop}/snapshots/2/share/preview`],
    ['not-found', '/nowhere'],
    ['workshop-unknown', `/workshops/${randomUUID()}/map`],
    ['interview-unknown', `${workshop}/interviews/${randomUUID()}`],
  ]);
});

test('the pages before somebody is signed in, and those of a leader', async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto('/sign-in');
  await walk(page, [
    ['sign-in', '/sign-in?reason=sessionExpired&from=/workshops/new'],
    ['join', leaderLink],
    ['link-unknown', '/join/cut-off'],
  ]);
  await speak(page, 'en');
  await joinByLink(page, leaderLink, 'Eva Chef', 'Management');
  await page.waitForURL(/snapshots/);
  await walk(page, [
    ['leader-snapshots', `${workshop}/snapshots`],
    ['forbidden', `${workshop}/settings`],
  ]);
});

test('the dark colours have enough contrast', async ({ visitor }) => {
  const { page } = await visitor({ colorScheme: 'dark' });
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').first().fill(FACILITATOR.email);
  await page.getByLabel('Password').fill(FACILITATOR.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('/');
  for (const [name, path] of [
    ['home', '/'],
    ['interviews', `${workshop}/interviews`],
    ['findings', `${workshop}/interviews/findings`],
    ['snapshots', `${workshop}/snapshots`],
    ['report', `${workshop}/snapshots/2`],
  ] as const) {
    await page.goto(path);
    await soundPage(page, `${name}-dark`, 'en', 1440);
  }
});
