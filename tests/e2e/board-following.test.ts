import type { Page } from '@playwright/test';
import { addCard, boJoins, boxOf, canvas, drag, facilitatorOnMap, header, NOTICES } from './board-acts.ts';
import { mapIsLive, openText } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** Where the map lies on a screen. */
const placeOf = async (page: Page) => {
  const { x } = await boxOf(header(page, NOTICES));
  const { y } = await boxOf(header(page, 'Says'));
  return { x: Math.round(x), y: Math.round(y) };
};
const line = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });
/** To a pixel: what is told is rounded. */
const bothSee = (a: Page, b: Page) =>
  expect
    .poll(async () => {
      const [one, other] = [await placeOf(a), await placeOf(b)];
      return Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y));
    }, 'how far apart their views are')
    .toBeLessThanOrEqual(1);

async function pan(page: Page, dx: number, dy: number): Promise<void> {
  const { middle } = await boxOf(canvas(page));
  const before = await placeOf(page);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(dx, dy);
  await expect.poll(() => placeOf(page)).not.toEqual(before);
}

test('one sees what another sees until one moves; a facilitator calls everybody', async ({ visitor }) => {
  const { page: anna, ...annas } = await facilitatorOnMap(visitor, 'Following');
  const { page: bo } = await boJoins({ page: anna, ...annas }, visitor);
  await addCard(anna, 'Quote', NOTICES, 'Something to read');

  await test.step('Anna follows Bo, who is told', async () => {
    await anna.getByRole('button', { name: /Bo Ek, Customer service\. Follow Bo Ek/ }).click();
    await expect(line(anna, 'You see what Bo Ek sees')).toBeVisible();
    await expect(bo.getByText('One person sees what you see')).toBeVisible();
    await pan(bo, 300, 120);
    await bothSee(anna, bo);
  });

  await test.step('whoever is followed cannot follow back', async () => {
    await bo.getByRole('button', { name: /Follow Anna Lind/ }).click();
    await expect(line(bo, 'Anna Lind already sees what you see')).toBeVisible();
  });

  await test.step('a move of her own ends it; so does Escape', async () => {
    await pan(anna, -100, 0);
    await expect(line(anna, 'You see what Bo Ek sees')).toHaveCount(0);
    const own = await placeOf(anna);
    await pan(bo, -200, -60);
    expect(await placeOf(anna)).toEqual(own);
    await anna.getByRole('button', { name: /Follow Bo Ek/ }).click();
    await bothSee(anna, bo);
    await anna.keyboard.press('Escape');
    await expect(line(anna, 'You see what Bo Ek sees')).toHaveCount(0);
  });

  const call = async () => {
    await anna.getByRole('button', { name: /^Who is here/ }).click();
    await anna.getByRole('button', { name: 'Bring everybody to my view' }).click();
  };

  await test.step('a participant cannot call', async () => {
    await bo.getByRole('button', { name: /^Who is here: 2 people/ }).click();
    const list = bo.getByRole('dialog', { name: 'Here now' });
    await expect(list.getByText('Anna Lind')).toBeVisible();
    await expect(list.getByRole('button', { name: /Bring everybody/ })).toHaveCount(0);
    await bo.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(bo.getByRole('button', { name: /^Who is here/ })).toBeFocused();
  });

  await test.step('Anna calls: Bo is brought to her, and Escape takes him back', async () => {
    await pan(anna, 400, 0);
    const before = await placeOf(bo);
    await call();
    await expect(line(bo, 'Anna Lind has brought you to their view')).toBeVisible();
    await bothSee(bo, anna);
    await bo.keyboard.press('Escape');
    await expect.poll(() => placeOf(bo)).toEqual(before);
    await expect(line(bo, 'Anna Lind has brought you')).toHaveCount(0);
  });

  await test.step('nobody is torn away from a sentence: it is offered', async () => {
    // Out from under the findings and the heads of the columns, where the views before have left it.
    await pan(bo, -400, -300);
    await openText(bo, 'Something to read');
    await expect(bo.locator('.tl-canvas').getByRole('textbox')).toBeFocused();
    const before = await placeOf(bo);
    await call();
    await expect(line(bo, 'Anna Lind asks everybody to come')).toBeVisible();
    expect(await placeOf(bo)).toEqual(before);
    await bo.getByRole('button', { name: 'Go there' }).click();
    await bothSee(bo, anna);
  });

  await test.step('who is followed leaves', async () => {
    await anna.goto('/');
    await expect(line(bo, 'Anna Lind has left the map')).toBeVisible();
  });
});

test('a laser is seen while it is held; pointers can be hidden; whoever looks away is shown so', async ({
  visitor,
}) => {
  const { page: anna, ...annas } = await facilitatorOnMap(visitor, 'Pointing');
  const { page: bo } = await boJoins({ page: anna, ...annas }, visitor);
  const { middle } = await boxOf(canvas(anna));
  const pointer = canvas(bo).getByText('Anna Lind', { exact: true });
  const laser = bo.locator('svg[class*="laser"] path');

  await anna.mouse.move(middle.x, middle.y);
  await anna.keyboard.press('k');
  await drag(anna, middle, { x: middle.x + 90, y: middle.y + 60 }, false);
  await expect(laser).toHaveAttribute('d', /L/);
  await expect(pointer).toBeVisible();
  await anna.mouse.up();
  await expect(laser).toHaveAttribute('d', '');

  const hide = bo.getByRole('checkbox', { name: 'Hide the others’ pointers' });
  await bo.getByRole('button', { name: /^Who is here/ }).click();
  await hide.check();
  await expect(pointer).toBeHidden();
  await bo.reload();
  await mapIsLive(bo);
  await anna.mouse.move(middle.x + 5, middle.y);
  await expect(bo.getByTitle('Anna Lind')).toBeVisible();
  await bo.getByRole('button', { name: /^Who is here/ }).click();
  await expect(hide).toBeChecked();
  await expect(pointer).toBeHidden();
  await hide.uncheck();
  await expect(pointer).toBeVisible();

  await anna.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(bo.getByRole('dialog', { name: 'Here now' })).toContainText('just went elsewhere');
});
