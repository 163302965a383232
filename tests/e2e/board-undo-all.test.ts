import type { Page } from '@playwright/test';
import { addCard, boJoins, COMPARES, canvas, facilitatorOnMap, NOTICES, ON_CANVAS } from './board-acts.ts';
import { quickKeys } from './quick-keys.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test, type Visitor } from './support/test.ts';

const SHARED = 'bill';

/** Every card's words with where it lies on the map, whether in sight or not. */
async function mapOf(page: Page): Promise<string[]> {
  const found = await page.locator('[data-shape-type="card"]').evaluateAll((shapes) =>
    shapes.map((shape) => {
      const { e, f } = new DOMMatrix((shape as HTMLElement).style.transform);
      const words = [...shape.querySelectorAll('tspan')].map((line) => line.textContent).join(' ');
      return `${words} @ ${Math.round(e)} ${Math.round(f)}`;
    }),
  );
  return found.sort();
}

/** Five edits a round: a copy of one's own card, three moves of it, a word in the card of both. */
async function fiveEdits(who: Visitor, mark: string, caret: 'Home' | 'End') {
  const { page } = who;
  const keys = await quickKeys(who);
  return async (round: number) => {
    // Both again when the other's edit moved the card under the click.
    const pawns = cardWith(page, `Pawn of ${mark}`);
    await expect(async () => {
      if ((await pawns.count()) < round + 2) {
        // A second click on what is selected opens its text, and the keys would go there.
        for (let i = 0; i < 2; i += 1) await keys.press('Escape');
        await pawns.first().click(ON_CANVAS);
        await keys.press('d', { ctrl: true });
      }
      await expect(pawns).toHaveCount(round + 2, { timeout: 5_000 });
    }).toPass({ timeout: 30_000 });
    for (const way of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await keys.press(way);
    await page.keyboard.press('Escape');
    await expect(async () => {
      await cardWith(page, SHARED).click(ON_CANVAS);
      await keys.press('Enter');
      await expect(page.locator('.tl-canvas').getByRole('textbox')).toBeFocused({ timeout: 2_000 });
    }).toPass();
    await keys.press(caret, { ctrl: true });
    await keys.type(caret === 'Home' ? `${mark}${round} ` : ` ${mark}${round}`);
    await keys.press('Escape');
    await page.keyboard.press('Escape');
  };
}

async function undoAll(who: Visitor): Promise<void> {
  const keys = await quickKeys(who);
  const button = who.page.getByRole('button', { name: 'Undo my last change' });
  await canvas(who.page).focus();
  await expect(async () => {
    for (let i = 0; i < 20; i += 1) await keys.press('z', { ctrl: true });
    await expect(button).toBeDisabled({ timeout: 200 });
  }).toPass();
}

test('fifty interleaved edits each, then each undoes all: nothing of the other’s is reverted', async ({
  visitor,
}) => {
  test.setTimeout(180_000);
  // The view stays where it is: a card must not move away under the click.
  const calm = () => visitor({ reducedMotion: 'reduce' });
  const anna = await facilitatorOnMap(calm, 'Undo all');
  const bo = await boJoins(anna, calm);
  await addCard(anna.page, 'Quote', COMPARES, SHARED);
  // In lanes so high up that whatever the map grows by, none comes to lie under the toolbar.
  await addCard(anna.page, 'Action', NOTICES, 'Pawn of Anna');
  await addCard(anna.page, 'Friction', NOTICES, 'Pawn of Bo');
  await saved(anna.page);
  // Fresh sessions: what was prepared is nobody's to undo.
  for (const { page } of [anna, bo]) {
    await page.reload();
    await expect(cardWith(page, SHARED)).toBeVisible({ timeout: 30_000 });
    await saved(page);
    await canvas(page).focus();
    await page.keyboard.press('Shift+1');
  }
  const before = await mapOf(anna.page);
  expect(await mapOf(bo.page)).toEqual(before);

  const hers = await fiveEdits(anna, 'Anna', 'Home');
  const his = await fiveEdits(bo, 'Bo', 'End');
  for (let round = 0; round < 10; round += 1) await Promise.all([hers(round), his(round)]);
  for (const { page } of [anna, bo]) await saved(page);
  const full = await mapOf(anna.page);
  await expect.poll(() => mapOf(bo.page)).toEqual(full);
  const of = (list: string[], mark: string) => list.filter((card) => card.startsWith(mark));
  expect(of(full, 'Pawn of Anna')).toHaveLength(11);
  expect(of(full, 'Pawn of Bo')).toHaveLength(11);

  await test.step('Anna undoes all of hers; all of Bo’s is there', async () => {
    await undoAll(anna);
    // Not how far down: that follows from what lies in the lanes above.
    const columns = (list: string[], mark: string) => of(list, mark).map((card) => card.split(' ').at(-2));
    const words = [SHARED, ...Array.from({ length: 10 }, (_, i) => `Bo${i}`), 'Assumed'].join(' ');
    for (const { page } of [anna, bo]) {
      await expect
        .poll(async () => columns(await mapOf(page), 'Pawn of Anna'))
        .toEqual(columns(before, 'Pawn of Anna'));
      const now = await mapOf(page);
      expect(columns(now, 'Pawn of Bo')).toEqual(columns(full, 'Pawn of Bo'));
      expect(of(now, SHARED).map((card) => card.split(' @')[0])).toEqual([words]);
    }
  });

  await test.step('Bo undoes all of his; the map is as it was', async () => {
    await undoAll(bo);
    for (const { page } of [anna, bo]) {
      await expect.poll(() => mapOf(page)).toEqual(before);
      await saved(page);
    }
  });
});
