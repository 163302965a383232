import type { Browser, Page } from '@playwright/test';
import { type Cable, cable } from '../support/cable.ts';
import { addCard, boJoins, COMPARES, type Facilitated, facilitatorOnMap, NOTICES } from './board-acts.ts';
import { cardWith, mapIsLive, openText, saved } from './support/acts.ts';
import { expect, test, type Visitor } from './support/test.ts';

/** Bo's browser reaches the server through a cable that can be cut; Anna's does not. */
interface Two {
  anna: Facilitated;
  bo: Page;
  line: Cable;
  /** Bo's address of the map. */
  map: string;
}

async function twoOnMap(
  browser: Browser,
  visitor: () => Promise<Visitor>,
  url: string,
  title: string,
): Promise<Two> {
  const anna = await facilitatorOnMap(visitor, title);
  const joined = await boJoins(anna, visitor);
  const line = await cable(Number(new URL(url).port));
  const home = `http://localhost:${line.port}`;
  const context = await browser.newContext({
    baseURL: home,
    storageState: await joined.context.storageState(),
  });
  await joined.context.close();
  const bo = await context.newPage();
  const map = `${home}${new URL(anna.workshop).pathname}/map`;
  await bo.goto(map);
  await mapIsLive(bo);
  return { anna, bo, line, map };
}

/** One word: a card's lines are elements of their own, and a name must not be broken over two. */
const TOGETHER = 'Together';

/** The state line, which is the only status that tells of saving. */
const offline = (page: Page) => page.getByRole('status').filter({ hasText: /^Offline/ });

/** Types into a card at one of its ends and leaves it. */
async function typeAt(page: Page, card: string, end: 'Home' | 'End', text: string): Promise<void> {
  await openText(page, card);
  const field = page.locator('.tl-canvas').getByRole('textbox');
  await expect(field).toBeFocused();
  await field.press(`ControlOrMeta+${end}`);
  await field.pressSequentially(text);
  await field.press('Escape');
  await expect(field).toHaveCount(0);
  await page.keyboard.press('Escape');
}

test('a laptop sleeps while the others work, six times: nothing of theirs is overwritten, what it had not sent is merged (F12)', async ({
  browser,
  visitor,
  app,
}) => {
  const { anna, bo, line } = await twoOnMap(browser, visitor, app.url, 'Asleep');
  await addCard(anna.page, 'Quote', NOTICES, TOGETHER);
  await expect(cardWith(bo, TOGETHER)).toBeVisible();
  const asleep = await bo.context().newCDPSession(bo);
  for (let round = 1; round <= 6; round += 1) {
    // The network goes first, in turn with and without anybody being told; then the page is frozen.
    if (round % 2) line.swallow();
    else line.cut();
    await typeAt(bo, TOGETHER, 'End', ` B${round}`);
    await asleep.send('Page.setWebLifecycleState', { state: 'frozen' });
    await typeAt(anna.page, TOGETHER, 'Home', `A${round} `);
    await addCard(anna.page, 'Quote', COMPARES, `Meanwhile ${round}`);
    await saved(anna.page);
    await asleep.send('Page.setWebLifecycleState', { state: 'active' });
    // A machine that wakes up finds its connections gone.
    line.cut();
    line.mend();
    await expect(cardWith(bo, `Meanwhile ${round}`)).toBeVisible({ timeout: 30_000 });
    await saved(bo);
  }
  const rounds = [1, 2, 3, 4, 5, 6];
  const all = `${[...rounds]
    .reverse()
    .map((n) => `A${n} `)
    .join('')}${TOGETHER}${rounds.map((n) => ` B${n}`).join('')}`;
  for (const page of [bo, anna.page]) {
    await openText(page, TOGETHER);
    await expect(page.locator('.tl-canvas').getByRole('textbox')).toHaveValue(all);
    for (const n of rounds) await expect(cardWith(page, `Meanwhile ${n}`)).toHaveCount(1);
  }
  await bo.context().close();
  line.close();
});

test('the connection dies while somebody types: they are told, asked on leaving, and nothing is lost over a reload (F13)', async ({
  browser,
  visitor,
  app,
}) => {
  const { anna, bo, line, map } = await twoOnMap(browser, visitor, app.url, 'Dead line');
  const words = Array.from({ length: 100 }, (_, n) => `w${n + 1}`);
  await addCard(bo, 'Quote', NOTICES, 'Start');
  await saved(bo);

  await test.step('a line that carries nothing is noticed without being told', async () => {
    line.swallow();
    await typeAt(bo, 'Start', 'End', ` ${words.slice(0, 10).join(' ')}`);
    await expect(bo.getByRole('status').filter({ hasText: /^(Not saved yet|Offline)/ })).toBeVisible({
      timeout: 10_000,
    });
  });

  await test.step('a hundred words are written without a connection', async () => {
    line.cut();
    await expect(offline(bo)).toHaveText('Offline – kept on this device');
    await typeAt(bo, 'Start', 'End', ` ${words.slice(10).join(' ')}`);
    await addCard(bo, 'Friction', COMPARES, 'Nobody answers');
    await expect(offline(bo)).toBeVisible();
  });

  await test.step('leaving is asked about', async () => {
    const asked = bo.waitForEvent('dialog');
    const left = bo.evaluate(() => location.reload()).catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await left;
    await expect(offline(bo)).toBeVisible();
  });

  await test.step('the page is left all the same, and the map opened when the connection is back', async () => {
    bo.once('dialog', (dialog) => void dialog.accept());
    await expect(bo.reload()).rejects.toThrow();
    line.mend();
    // The browser's own page about the dead line may still be coming.
    await expect(() => bo.goto(map)).toPass({ timeout: 30_000 });
    await mapIsLive(bo);
  });

  await test.step('a hundred of a hundred, for both', async () => {
    for (const page of [bo, anna.page]) {
      await expect(cardWith(page, 'Nobody answers')).toBeVisible();
      await openText(page, 'Start');
      await expect(page.locator('.tl-canvas').getByRole('textbox')).toHaveValue(`Start ${words.join(' ')}`);
    }
  });
  await bo.context().close();
  line.close();
});
