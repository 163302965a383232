import type { CDPSession, Page } from '@playwright/test';
import { boxOf, COMPARES, facilitatorOnMap, header, inCell, liesUnder, NOTICES } from './board-acts.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

type Point = { x: number; y: number };

/** Fingers on the glass: each list of points is where they are one after the other. */
async function touch(cdp: CDPSession, path: Point[][]): Promise<void> {
  const at = (points: Point[]) => points.map((point, id) => ({ ...point, id }));
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(path[0] ?? []) });
  for (const points of path.slice(1)) {
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(points) });
  }
}
const lift = (cdp: CDPSession) => cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });

const STEPS = 8;
const between = (from: Point, to: Point): Point[][] =>
  Array.from({ length: STEPS + 1 }, (_, i) => [
    { x: from.x + ((to.x - from.x) * i) / STEPS, y: from.y + ((to.y - from.y) * i) / STEPS },
  ]);

async function typed(page: Page, words: string) {
  await expect(page.locator('.tl-canvas textarea')).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Escape');
  await expect(cardWith(page, words)).toBeVisible();
}

test('on a tablet fingers write, drag, open the menu and zoom', async ({ visitor }) => {
  const tablet = { viewport: { width: 1_024, height: 768 }, hasTouch: true };
  const { page, context } = await facilitatorOnMap(() => visitor(tablet), 'Tablet');
  const cdp = await context.newCDPSession(page);
  const quote = await boxOf(page.getByTestId('tools.card-quote'));

  await test.step('a tool is tapped, then a cell', async () => {
    await page.touchscreen.tap(quote.middle.x, quote.middle.y);
    const spot = await inCell(page, NOTICES, 'Says');
    await page.touchscreen.tap(spot.x, spot.y);
    await typed(page, 'Tapped');
  });

  await test.step('a tool is dragged onto a cell', async () => {
    await touch(cdp, between(quote.middle, await inCell(page, COMPARES, 'Says')));
    await lift(cdp);
    await typed(page, 'Dragged out');
    await liesUnder(page, cardWith(page, 'Dragged out'), COMPARES);
  });

  await test.step('a card is dragged to another touchpoint', async () => {
    const { middle } = await boxOf(cardWith(page, 'Tapped'));
    await touch(cdp, between(middle, await inCell(page, COMPARES, 'Says')));
    await lift(cdp);
    await liesUnder(page, cardWith(page, 'Tapped'), COMPARES);
  });

  await test.step('a finger that rests on a card opens its menu', async () => {
    const { middle } = await boxOf(cardWith(page, 'Tapped'));
    await touch(cdp, [[middle]]);
    const menu = page.getByTestId('context-menu');
    await expect(menu.getByRole('menuitem', { name: 'Move to' })).toBeVisible();
    await lift(cdp);
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('two fingers zoom and move the map', async () => {
    const name = header(page, NOTICES);
    const before = await boxOf(name);
    const centre = { x: 800, y: 480 };
    const fingers = (apart: number, shift: number) => [
      { x: centre.x - apart + shift, y: centre.y },
      { x: centre.x + apart + shift, y: centre.y },
    ];
    await touch(
      cdp,
      Array.from({ length: 12 }, (_, i) => fingers(60 + i * 8, 0)),
    );
    await lift(cdp);
    await expect.poll(async () => (await boxOf(name)).width).toBeGreaterThan(before.width * 1.2);
    const zoomed = await boxOf(name);
    await touch(
      cdp,
      Array.from({ length: 12 }, (_, i) => fingers(80, -i * 10)),
    );
    await lift(cdp);
    await expect.poll(async () => (await boxOf(name)).x).toBeLessThan(zoomed.x - 50);
  });
  await saved(page);
});
