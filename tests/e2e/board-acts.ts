import type { Locator, Page } from '@playwright/test';
import {
  cardWith,
  createWorkshop,
  enterAsFacilitator,
  inviteLink,
  joinByLink,
  mapIsLive,
} from './support/acts.ts';
import { expect, type Visitor } from './support/test.ts';

/** What people do on the live map, in the words of the English interface and its first template. */

/** The canvas takes every pointer event itself, so the card under the pointer never is the event's target. */
export const ON_CANVAS = { force: true } as const;

/** The template's first touchpoints: those that are in sight beside the findings and the card's panel. */
export const NOTICES = 'Notices the need';
export const COMPARES = 'Compares offers';
export const SIGNS = 'Signs the contract';

export interface Facilitated extends Visitor {
  workshop: string;
}

/** A facilitator on the map of a workshop of her own. */
export async function facilitatorOnMap(visitor: () => Promise<Visitor>, title: string): Promise<Facilitated> {
  const anna = await visitor();
  await enterAsFacilitator(anna.page);
  return { ...anna, workshop: await createWorkshop(anna.page, title) };
}

/** A facilitator on the map of the demo workshop, which is set up on the first call; returns its address. */
export async function demoMap(page: Page): Promise<string> {
  await enterAsFacilitator(page);
  await page.goto('/');
  const fresh = page.getByRole('button', { name: 'Open the demo workshop' });
  await fresh
    .or(page.getByRole('link', { name: /Fernmoor Energy/ }))
    .first()
    .click();
  await page.waitForURL(/\/workshops\/[0-9a-f-]{36}/);
  const workshop = page.url().replace(/(\/workshops\/[0-9a-f-]+).*$/, '$1');
  await page.goto(`${workshop}/map`);
  await mapIsLive(page);
  return workshop;
}

/** Bo joins as `role` by a link; Anna is back on her map afterwards. */
export async function boJoins(
  anna: Facilitated,
  visitor: () => Promise<Visitor>,
  role: 'Participant' | 'Leader' = 'Participant',
): Promise<Visitor> {
  const link = await inviteLink(anna.page, anna.workshop, role);
  const bo = await visitor();
  await joinByLink(bo.page, link, 'Bo Ek', 'Customer service');
  await anna.page.goto(`${anna.workshop}/map`);
  await mapIsLive(anna.page);
  if (role === 'Participant') await mapIsLive(bo.page);
  return bo;
}

/** Adds a card by the touchpoint's own menu and types its text; leaves it unselected. */
export async function addCard(page: Page, kind: string, touchpoint: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `Add to ${touchpoint}` }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  await typeCard(page, kind, text);
}

/** Types into the card that is open for typing. */
export async function typeCard(page: Page, kind: string, text: string): Promise<void> {
  const field = page.locator('.tl-canvas').getByRole('textbox', { name: kind });
  await expect(field).toBeFocused();
  await field.pressSequentially(text);
  await field.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(cardWith(page, text)).toBeVisible();
  await page.keyboard.press('Escape');
}

/** The name of a touchpoint, phase or lane at the map's edge, with its menus. */
export const header = (page: Page, name: string): Locator =>
  page.locator('span.visually-hidden').getByText(name, { exact: true }).locator('..');

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

/** A point in a cell: the middle of its column, a little below its lane's upper edge. */
export async function inCell(
  page: Page,
  touchpoint: string,
  lane: string,
): Promise<{ x: number; y: number }> {
  const { middle } = await boxOf(header(page, touchpoint));
  const { y } = await boxOf(header(page, lane));
  return { x: middle.x, y: y + 40 };
}

export async function liesUnder(page: Page, card: Locator, touchpoint: string): Promise<void> {
  await expect
    .poll(async () => {
      const column = await boxOf(header(page, touchpoint));
      const { middle } = await boxOf(card);
      return middle.x > column.x && middle.x < column.x + column.width;
    }, `lies under ${touchpoint}`)
    .toBe(true);
}

/** Drags as a hand does, in steps; the button stays down when `release` is false. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
  release = true,
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  if (release) await page.mouse.up();
}

/** The canvas, to give it the keyboard. */
export const canvas = (page: Page): Locator => page.locator('.tl-container').first();
export const cards = (page: Page): Locator => page.locator('[data-shape-type="card"]');
export const shapes = (page: Page, type: string): Locator => page.locator(`[data-shape-type="${type}"]`);
export const cardPanel = (page: Page): Locator => page.getByRole('complementary', { name: 'Card' });
export const findings = (page: Page): Locator => page.getByRole('complementary', { name: 'Findings' });
export const undo = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Undo my last change' }).click();

/** A stroke of the pen on free ground. */
export async function drawStroke(page: Page, from: { x: number; y: number }): Promise<void> {
  await page.keyboard.press('d');
  await drag(page, from, { x: from.x + 120, y: from.y + 40 });
  await page.keyboard.press('v');
}
