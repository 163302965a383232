import type { Page } from '@playwright/test';
import { addCard, boJoins, COMPARES, facilitatorOnMap, NOTICES } from './board-acts.ts';
import { mapIsLive } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const WORDS = ['Read before any script', 'A second one', 'It took eleven days'];

/** Where the words of cards, touchpoints and lanes stand on the screen. */
const placesOf = (page: Page, among: string) =>
  page.evaluate(
    ({ among, said: words }) => {
      const places: Record<string, [number, number]> = {};
      for (const line of document.querySelectorAll(`${among} tspan`)) {
        const said = line.textContent ?? '';
        if (!words.includes(said)) continue;
        const { x, y } = line.getBoundingClientRect();
        places[said] = [Math.round(x), Math.round(y)];
      }
      return places;
    },
    { among, said: [...WORDS, NOTICES, COMPARES] },
  );

test('the server’s map is there before the live one, which takes its place without a jump', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'First');
  const bo = await boJoins(anna, visitor);
  await addCard(anna.page, 'Quote', NOTICES, WORDS[0] as string);
  await addCard(anna.page, 'Quote', COMPARES, WORDS[1] as string);
  await addCard(anna.page, 'Friction', COMPARES, WORDS[2] as string);
  await expect(bo.page.getByText(WORDS[2] as string).first()).toBeVisible();

  for (const scroll of [0, 130]) {
    await test.step(scroll ? 'where it was scrolled to the canvas begins' : 'at its beginning', async () => {
      let letThrough = () => {};
      const gate = new Promise<void>((resolve) => {
        letThrough = resolve;
      });
      const page = await bo.context.newPage();
      await page.routeWebSocket(/\/sync\//, async (socket) => {
        await gate;
        socket.connectToServer();
      });
      await page.goto(`${anna.workshop}/map`);
      const picture = page.getByRole('region', { name: 'Map' }).first();
      await expect(picture.getByText(WORDS[2] as string)).toBeVisible();
      await expect(page.locator('.tl-container')).toHaveCount(0);
      await picture.evaluate((el, by) => el.scrollTo(by, by / 2), scroll);
      const before = await placesOf(page, 'section');
      expect(Object.keys(before).length).toBe(5);
      letThrough();
      await mapIsLive(page);
      await expect(picture).toHaveCount(0);
      const after = await placesOf(page, '.tl-container');
      for (const [words, [x, y]] of Object.entries(before)) {
        const [toX, toY] = after[words] as [number, number];
        expect(Math.max(Math.abs(toX - x), Math.abs(toY - y)), `“${words}” stays`).toBeLessThanOrEqual(1);
      }
      await page.close();
    });
  }

  await test.step('without scripts it can be read, as a picture and as text', async () => {
    const plain = await visitor({
      javaScriptEnabled: false,
      storageState: await bo.context.storageState(),
    });
    await plain.page.goto(`${anna.workshop}/map`);
    for (const words of WORDS) await expect(plain.page.getByText(words)).toHaveCount(2);
    await expect(plain.page.getByText('This browser runs no scripts', { exact: false })).toBeVisible();
    await expect(plain.page.getByRole('heading', { name: NOTICES })).toBeVisible();
  });

  await test.step('a phone reads it as text', async () => {
    const phone = await visitor({
      viewport: { width: 390, height: 844 },
      javaScriptEnabled: false,
      storageState: await bo.context.storageState(),
    });
    await phone.page.goto(`${anna.workshop}/map`);
    await expect(phone.page.getByRole('heading', { name: COMPARES })).toBeVisible();
    for (const words of WORDS) await expect(phone.page.getByText(words).last()).toBeVisible();
  });
});
