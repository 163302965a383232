import type { Locator, Page } from '@playwright/test';
import { boxOf, COMPARES, facilitatorOnMap, NOTICES } from './board-acts.ts';
import { cardWith, inviteLink, joinByLink, mapIsLive, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
/** What a thumb hits without aiming, CSS pixels. */
const THUMB = 44;

const sheet = (page: Page): Locator => page.getByRole('dialog');
const add = (page: Page, kind: string) => page.getByRole('button', { name: `Add: ${kind}` }).tap();
/** The page of the touchpoint in sight; the others beside it are out of reach. */
const inSight = (page: Page, touchpoint: string): Locator =>
  page
    .locator('section[aria-label]:not([inert])')
    .filter({ has: page.getByRole('heading', { name: touchpoint }) });

test('a participant who joined by a code reads, adds and reacts with a thumb', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'In the hand');
  const link = await inviteLink(anna.page, anna.workshop, 'Participant');
  await anna.page.goto(`${anna.workshop}/map`);
  await mapIsLive(anna.page);
  const { page } = await visitor(PHONE);
  await joinByLink(page, link, 'Pia Alm', 'Billing');
  await mapIsLive(page);

  await test.step('one touchpoint is in sight, and no canvas was fetched for it', async () => {
    await expect(inSight(page, NOTICES)).toBeVisible();
    const libraries = await page.evaluate(() => {
      const { __TLDRAW_LIBRARY_VERSIONS__: held } = globalThis as unknown as Record<
        string,
        { versions: { name: string }[] } | undefined
      >;
      return held?.versions.map(({ name }) => name) ?? [];
    });
    expect(libraries).not.toContain('tldraw');
  });

  await test.step('a quote', async () => {
    await add(page, 'Quote');
    await expect(sheet(page).getByRole('textbox')).toBeFocused();
    await page.keyboard.type('I never got a letter.');
    await sheet(page).getByRole('button', { name: 'Put it on the map' }).tap();
    await expect(sheet(page)).toHaveCount(0);
    await expect(inSight(page, NOTICES).getByText('I never got a letter.')).toBeVisible();
    await expect(cardWith(anna.page, 'I never got a letter.')).toBeVisible();
  });

  await test.step('an emotion, by one of five faces', async () => {
    await add(page, 'Emotion');
    const put = sheet(page).getByRole('button', { name: 'Put it on the map' });
    await expect(put).toBeDisabled();
    await sheet(page).getByRole('button', { name: /^bad/ }).tap();
    await put.tap();
    await expect(inSight(page, NOTICES).getByRole('group', { name: /^Emotion −1/ })).toBeVisible();
  });

  await test.step('a friction at the next touchpoint, its words kept when the sheet is closed by accident', async () => {
    await page.getByRole('button', { name: 'The next touchpoint' }).tap();
    await expect(inSight(page, COMPARES)).toBeVisible();
    await add(page, 'Friction');
    await page.keyboard.type('Nobody answers.');
    await sheet(page).getByRole('button', { name: 'Close', exact: true }).tap();
    await add(page, 'Friction');
    await expect(sheet(page).getByRole('textbox')).toHaveValue('Nobody answers.');
    await sheet(page).getByRole('button', { name: 'Hindering' }).tap();
    await sheet(page).getByRole('button', { name: 'Put it on the map' }).tap();
    await expect(
      inSight(page, COMPARES).getByRole('group', { name: /^Friction Hindering, Nobody answers/ }),
    ).toBeVisible();
    await expect(cardWith(anna.page, 'Nobody answers.')).toBeVisible();
  });

  await test.step('a reaction is given and taken back', async () => {
    const card = inSight(page, COMPARES).locator('[data-card]').filter({ hasText: 'Nobody answers.' });
    await card.getByRole('button', { name: 'React', exact: true }).tap();
    const agree = card.getByRole('button', { name: /^I agree/ });
    await agree.tap();
    await expect(agree).toHaveAttribute('aria-pressed', 'true');
    await expect(card.getByText('I agree: You')).toBeVisible();
    await agree.tap();
    await expect(agree).toHaveAttribute('aria-pressed', 'false');
    await saved(page);
  });

  await test.step('everything is big enough for a thumb', async () => {
    const small = await page.locator('main button:visible, main a:visible').evaluateAll(
      (all, least) =>
        all
          .filter((element) => !element.closest('[inert], [data-bar]'))
          .map((element) => ({ box: element.getBoundingClientRect(), name: element.textContent }))
          .filter(({ box }) => box.width < least || box.height < least)
          .map(({ box, name }) => `${name} ${Math.round(box.width)} × ${Math.round(box.height)}`),
      THUMB,
    );
    expect(small).toEqual([]);
  });

  await test.step('the whole map is one tap away, its maker’s mark in sight, and Back returns', async () => {
    await page.getByRole('link', { name: 'Whole map' }).tap();
    await expect(cardWith(page, 'I never got a letter.')).toBeVisible();
    const mark = page.getByTitle('made with tldraw');
    const { middle, x, width } = await boxOf(mark);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(PHONE.viewport.width);
    expect(
      await mark.evaluate(
        (el, { x, y }) => el.parentElement?.contains(document.elementFromPoint(x, y)),
        middle,
      ),
    ).toBe(true);
    await page.goBack();
    await expect(inSight(page, COMPARES)).toBeVisible();
  });
});

test('a finger turns the page, and what others do with the structure leaves it where it is', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'Pages');
  const { page } = await visitor({ ...PHONE, storageState: await anna.context.storageState() });
  await page.goto(`${anna.workshop}/map`);
  await mapIsLive(page);
  const track = page.locator('[data-scrolls-sideways]');
  await track.evaluate((element) => element.scrollTo({ left: element.clientWidth }));
  await expect(inSight(page, COMPARES)).toBeVisible();
  await anna.page.getByRole('button', { name: `Change ${NOTICES}` }).click();
  await anna.page.getByRole('menuitem', { name: 'Remove', exact: true }).click();
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('button', { name: /now Compares offers/ })).toContainText('1 of');
  await expect(inSight(page, COMPARES)).toBeVisible();
  await page.getByRole('button', { name: /now Compares offers/ }).tap();
  await page.getByRole('menuitem', { name: 'Signs the contract' }).tap();
  await expect(inSight(page, 'Signs the contract')).toBeVisible();
});
