import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import {
  cardWith,
  createWorkshop,
  enterAsFacilitator,
  inviteLink,
  joinByLink,
  mapIsLive,
  openText,
  saved,
  selectWords,
} from './support/acts.ts';
import { launchApp } from './support/app.ts';
import { expect, test } from './support/test.ts';

const P1 = fileURLToPath(new URL('../fixtures/interviews-pdpilot-en/P1.txt', import.meta.url));
const SHOTS = fileURLToPath(new URL('../../test-results/screens', import.meta.url));

const QUOTE = 'But the rest I found very clear and useful.';
const EMOTION = 'Yeah, I think they are very useful.';
const FRICTION = "It's complicated to see or to remember where is everything.";

/** The canvas takes every pointer event itself, so the card under the pointer never is the event's target. */
const ON_CANVAS = { force: true } as const;

const shot = (page: Page, name: string) => page.screenshot({ path: path.join(SHOTS, `${name}.png`) });

// Its own server, because this test kills it.
const mainJob = test.extend<object, { app: Awaited<ReturnType<typeof launchApp>> }>({
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

mainJob(
  'a real interview becomes a shared map, survives a killed server, and reaches the leader word for word',
  async ({ app, visitor }) => {
    mainJob.setTimeout(240_000);
    const { page: anna } = await visitor();
    let workshop = '';
    let participantLink = '';
    let leaderLink = '';

    await mainJob.step('the facilitator makes an account, a workshop and two links', async () => {
      await enterAsFacilitator(anna);
      await shot(anna, 'welcome-1440');
      workshop = await createWorkshop(anna, 'Understanding a model');
      await shot(anna, 'empty-map-1440');
      participantLink = await inviteLink(anna, workshop, 'Participant');
      await shot(anna, 'settings-1440');
      leaderLink = await inviteLink(anna, workshop, 'Leader');
    });

    await mainJob.step('a real transcript is taken in', async () => {
      await anna.goto(`${workshop}/interviews/new`);
      await anna.locator('input[type=file]').setInputFiles(P1);
      await anna.getByRole('textbox', { name: 'Alias' }).fill('Data scientist, energy');
      for (const consent of ['Notes are taken', 'quoted on the map']) {
        await anna.getByLabel(new RegExp(consent)).check();
      }
      await shot(anna, 'take-in-1440');
      await anna.getByRole('button', { name: /^Take in \d+ turns/ }).click();
      await anna.waitForURL(/interviews\/[0-9a-f-]{36}/);
      await expect(anna.getByText('Okay. So now you can stop sharing your screen')).toBeVisible();
    });

    await mainJob.step('three passages are marked, by mouse and by key', async () => {
      await selectWords(anna, QUOTE);
      await anna.keyboard.press('q');
      await expect(anna.getByText(`Marked as Quote`, { exact: false })).toBeAttached();
      await selectWords(anna, FRICTION);
      await anna.getByRole('button', { name: /Friction/ }).click();
      await anna.getByRole('button', { name: /Hindering/ }).click();
      await expect(anna.getByText('Marked as Friction', { exact: false })).toBeAttached();
      await selectWords(anna, EMOTION);
      await anna.keyboard.press('m');
      await anna
        .getByRole('button', { name: /Very good/ })
        .first()
        .click();
      await expect(anna.getByText('Marked as Emotion', { exact: false })).toBeAttached();
      await shot(anna, 'marked-1440');
      await anna.getByRole('button', { name: 'Share with the group' }).click();
      await anna.getByRole('button', { name: 'Share', exact: true }).click();
      await expect(anna.getByText('Shared: the group can read it', { exact: false })).toBeVisible();
    });

    const { page: bo } = await visitor();
    await mainJob.step('a second person joins by link and lands on the map', async () => {
      await joinByLink(bo, participantLink, 'Bo Ek', 'Customer service');
      await mapIsLive(bo);
      await anna.goto(`${workshop}/map`);
      await mapIsLive(anna);
      await expect(anna.getByTitle(/Bo Ek/).first()).toBeVisible();
    });

    const place = async (page: Page, words: string, touchpoint: number) => {
      await page.getByRole('button', { name: `Place on … ${words.slice(0, 40)}` }).click();
      await page.getByRole('menuitem').nth(touchpoint).click();
    };

    await mainJob.step('both place findings at once and each sees the other’s', async () => {
      await Promise.all([place(anna, QUOTE, 0), place(bo, FRICTION, 1)]);
      await place(bo, EMOTION, 0);
      for (const page of [anna, bo]) {
        await expect(cardWith(page, 'But the rest I found')).toBeVisible();
        await expect(cardWith(page, 'complicated to see')).toBeVisible();
        await saved(page);
      }
      await shot(anna, 'map-two-people-1440');
    });

    await mainJob.step('both type in one card at once and every character survives', async () => {
      const edit = async (page: Page, key: 'Home' | 'End', text: string) => {
        await openText(page, 'complicated to see');
        const field = page.getByRole('textbox', { name: 'Friction' });
        await expect(field).toBeFocused();
        await field.press(key === 'Home' ? 'ControlOrMeta+Home' : 'ControlOrMeta+End');
        await field.pressSequentially(text, { delay: 20 });
        await field.press('Escape');
      };
      await Promise.all([edit(anna, 'Home', 'Anna: '), edit(bo, 'End', ' Says Bo.')]);
      for (const page of [anna, bo]) {
        await expect(cardWith(page, 'Anna:')).toBeVisible();
        await expect(cardWith(page, 'Says Bo.')).toBeVisible();
        await saved(page);
      }
    });

    await mainJob.step('the server is killed while both go on; nothing is lost', async () => {
      await app.kill();
      await expect(anna.getByRole('status').filter({ hasText: /Offline/ })).toBeVisible({ timeout: 40_000 });
      await openText(anna, 'Anna:');
      const field = anna.getByRole('textbox', { name: 'Friction' });
      await field.press('ControlOrMeta+End');
      await field.pressSequentially(' Offline.');
      await field.press('Escape');
      await shot(anna, 'map-offline-1440');
      await app.start();
      await saved(anna);
      await saved(bo);
      await expect(cardWith(bo, 'Offline.')).toBeVisible();
      await bo.reload();
      await mapIsLive(bo);
      await expect(cardWith(bo, 'Offline.')).toBeVisible();
    });

    await mainJob.step(
      'the words go back to the verbatim and to their surroundings in two clicks',
      async () => {
        await cardWith(anna, 'Offline.').click(ON_CANVAS);
        const panel = anna.getByRole('complementary', { name: 'Card' });
        await expect(panel.getByText('Changed from the verbatim')).toBeVisible();
        await panel.getByRole('button', { name: 'See the words in their surroundings' }).click();
        await expect(panel.getByText('I thought I find it very good', { exact: false })).toBeVisible();
        await shot(anna, 'card-panel-1440');
        await panel.getByRole('button', { name: 'Use the verbatim words' }).click();
        await expect(cardWith(anna, 'Offline.')).toHaveCount(0);
        await saved(anna);
      },
    );

    await mainJob.step('a snapshot is taken', async () => {
      await anna.getByRole('button', { name: 'Take snapshot' }).click();
      await anna.getByLabel('What should it be called?').fill('After the first interview');
      await anna.getByRole('button', { name: 'Take it' }).click();
      await expect(anna.getByText('Snapshot 1 is taken.')).toBeVisible();
    });

    await mainJob.step(
      'the leader reads the three passages word for word, without JavaScript too',
      async () => {
        const { page: eva, context } = await visitor();
        await joinByLink(eva, leaderLink, 'Eva Chef', 'Management');
        await eva.waitForURL(/snapshots/);
        await eva.goto(`${workshop}/snapshots/1`);
        for (const words of [QUOTE, EMOTION, FRICTION]) {
          await expect(eva.locator('main')).toContainText(words);
        }
        await shot(eva, 'report-1440');
        const plain = await visitor({ javaScriptEnabled: false, storageState: await context.storageState() });
        await plain.page.goto(`${workshop}/snapshots/1`);
        for (const words of [QUOTE, EMOTION, FRICTION]) {
          await expect(plain.page.locator('main')).toContainText(words);
        }
        const scripts = await eva.evaluate(() =>
          performance.getEntriesByType('resource').map((entry) => entry.name),
        );
        expect(scripts.filter((name) => /tldraw/i.test(name))).toEqual([]);
        for (const closed of ['interviews', 'settings']) {
          await eva.goto(`${workshop}/${closed}`);
          await expect(eva.locator('body')).not.toContainText('Data scientist');
        }
        expect(
          (await eva.request.get(`${workshop.replace('/workshops/', '/api/workshops/')}/findings`)).status(),
        ).toBe(403);
      },
    );
  },
);
