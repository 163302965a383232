import type { Page } from '@playwright/test';
import { cable } from '../support/cable.ts';
import { boJoins, boxOf, cards, drag, facilitatorOnMap, findings, inCell, NOTICES } from './board-acts.ts';
import { cardWith, mapIsLive, saved, selectWords } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** In no other text: looked for in every byte a browser keeps. */
const WORD = 'Zmarkerz';
const TRANSCRIPT = `Interviewer: How was it?
Customer: ${WORD} was what I said to them.
Customer: And then it was all right.`;

/** Everything this browser keeps of the site beside cookies, as one text. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const texts = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    const asText = (value: unknown): string => {
      if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value);
      if (typeof value === 'object' && value !== null) return Object.values(value).map(asText).join(' ');
      return String(value);
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of db.objectStoreNames) {
        const request = db.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          request.onsuccess = resolve;
        });
        texts.push(...request.result.map(asText));
      }
      db.close();
    }
    return texts.join(' ');
  });

test('a person is erased while one has the map open and another is away: nobody has the words, nobody brings them back', async ({
  browser,
  visitor,
  app,
}) => {
  test.setTimeout(120_000);
  const anna = await facilitatorOnMap(visitor, 'Erased');
  const { page, workshop } = anna;

  const interview = await test.step('a quote of an interview lies on the map', async () => {
    await page.goto(`${workshop}/interviews/new`);
    await page.getByLabel('Paste the transcript').fill(TRANSCRIPT);
    await page.getByRole('textbox', { name: 'Alias' }).fill('Customer Z');
    for (const purpose of [/Notes are taken/, /quoted on the map/]) await page.getByLabel(purpose).check();
    await page.getByRole('button', { name: /^Take in 3 turns/ }).click();
    await page.waitForURL(/interviews\/[0-9a-f-]{36}/);
    const address = new URL(page.url()).pathname;
    await selectWords(page, WORD);
    await page.keyboard.press('q');
    await expect(page.getByText('Marked as Quote', { exact: false })).toBeAttached();
    await page.goto(`${address}/clean`);
    await page.getByRole('button', { name: 'Share with the group' }).click();
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(page.getByText(/^Shared: the group can read it/)).toBeVisible();
    return address;
  });

  const joined = await boJoins(anna, visitor);
  const line = await cable(Number(new URL(app.url).port));
  const home = `http://localhost:${line.port}`;
  const away = await browser.newContext({ baseURL: home, storageState: await joined.context.storageState() });
  await joined.context.close();
  const bo = await away.newPage();
  await bo.goto(`${home}${new URL(workshop).pathname}/map`);
  await mapIsLive(bo);

  await test.step('both have it, on their screens and in what their browsers keep', async () => {
    const { x, y } = await boxOf(findings(page).locator('[data-item]').first());
    await drag(page, { x: x + 60, y: y + 20 }, await inCell(page, NOTICES, 'Says'));
    await expect(cardWith(bo, WORD)).toBeVisible();
    await saved(page);
    for (const each of [page, bo]) await expect.poll(() => kept(each)).toContain(WORD);
  });

  await test.step('the person is erased while Bo is away', async () => {
    line.cut();
    await expect(bo.getByRole('status').filter({ hasText: /^Offline/ })).toBeVisible();
    const other = await anna.context.newPage();
    await other.goto(`${interview}/erase`);
    await other.getByLabel('To erase, write the alias: Customer Z').fill('Customer Z');
    await other.keyboard.press('Enter');
    await expect(other.getByRole('heading', { name: 'Erased', exact: true })).toBeVisible({
      timeout: 60_000,
    });
    await expect(other.getByText(/^3 turns, one finding, one card on the map/)).toBeVisible();
    await other.close();
  });

  await test.step('Anna’s map has lost it, her browser too, and undo brings nothing back', async () => {
    await expect(cards(page)).toHaveCount(0);
    await expect.poll(() => kept(page)).not.toContain(WORD);
    await expect(page.getByRole('button', { name: 'Undo my last change' })).toBeDisabled();
    await page.keyboard.press('ControlOrMeta+z');
    await saved(page);
    await expect(cards(page)).toHaveCount(0);
  });

  await test.step('Bo comes back: it goes, here and there', async () => {
    await expect(cardWith(bo, WORD)).toBeVisible();
    line.mend();
    await expect(cards(bo)).toHaveCount(0, { timeout: 30_000 });
    await saved(bo);
    await expect.poll(() => kept(bo)).not.toContain(WORD);
    for (const each of [page, bo]) {
      await each.reload();
      await mapIsLive(each);
      await expect(cards(each)).toHaveCount(0);
      expect(await each.content()).not.toContain(WORD);
    }
  });
  await away.close();
  line.close();
});
