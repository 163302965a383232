import type { Page } from '@playwright/test';
import {
  addCard,
  boJoins,
  COMPARES,
  cards,
  facilitatorOnMap,
  liesUnder,
  NOTICES,
  ON_CANVAS,
} from './board-acts.ts';
import { quickKeys } from './quick-keys.ts';
import { cardWith, saved } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const field = (page: Page) => page.locator('.tl-canvas').getByRole('textbox', { name: 'Quote' });

/** Opens the only card for typing, the caret at its start or end. */
async function open(page: Page, caret: 'Home' | 'End'): Promise<void> {
  await cards(page).first().dblclick(ON_CANVAS);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press(`ControlOrMeta+${caret}`);
}

/** A letter for each round, another one than in the round before. */
const word = (round: number, from: string) =>
  String.fromCharCode(from.charCodeAt(0) + ((round + Math.floor(round / 13)) % 13));
const rounds = (n: number, from: string) => Array.from({ length: n }, (_, i) => word(i, from));

test('a quote typed into by two browsers at once, 200 times: every character survives', async ({
  visitor,
}) => {
  const anna = await facilitatorOnMap(visitor, 'One card');
  const bo = await boJoins(anna, visitor);
  await addCard(anna.page, 'Quote', NOTICES, '<>');
  await expect(cardWith(bo.page, '<>')).toBeVisible();
  const [as, bs] = [rounds(150, 'a'), rounds(150, 'n')];
  const [hers, his] = [await quickKeys(anna), await quickKeys(bo)];

  await test.step('150 times at two places', async () => {
    await open(anna.page, 'Home');
    await open(bo.page, 'End');
    for (let i = 0; i < as.length; i += 1) {
      await Promise.all([anna.page.keyboard.type(as[i] as string), bo.page.keyboard.type(bs[i] as string)]);
    }
    const all = `${as.join('')}<>${bs.join('')}`;
    for (const { page } of [anna, bo]) await expect(field(page)).toHaveValue(all);
  });

  await test.step('20 times at one and the same place: all there, everybody’s in their order', async () => {
    await bo.page.keyboard.press('ControlOrMeta+Home');
    await anna.page.keyboard.press('ControlOrMeta+Home');
    for (let i = 0; i < 20; i += 1) {
      await Promise.all([hers.type(String(i % 10)), his.type('ABCDEFGHIJ'[i % 10] as string)]);
    }
    const start = async (page: Page) => (await field(page).inputValue()).slice(0, 40);
    await expect.poll(async () => (await start(anna.page)) === (await start(bo.page))).toBe(true);
    const mixed = await start(anna.page);
    expect(mixed.replace(/\D/g, '')).toBe('0123456789'.repeat(2));
    expect(mixed.replace(/\d/g, '')).toBe('ABCDEFGHIJ'.repeat(2));
  });

  await test.step('30 times one types and the other moves the card: both survive', async () => {
    await bo.page.keyboard.press('Escape');
    await anna.page.keyboard.press('ControlOrMeta+End');
    const before = await field(anna.page).inputValue();
    for (let i = 0; i < 30; i += 1) {
      const way = i % 2 === 0 ? 'ArrowRight' : 'ArrowLeft';
      await Promise.all([hers.type(String(i % 10)), his.press(way)]);
    }
    await bo.page.keyboard.press('ArrowRight');
    await expect(field(anna.page)).toHaveValue(before + '0123456789'.repeat(3));
    await anna.page.keyboard.press('Escape');
    for (const { page } of [anna, bo]) {
      await liesUnder(page, cards(page).first(), COMPARES);
      await saved(page);
    }
    await open(bo.page, 'End');
    await expect(field(bo.page)).toHaveValue(before + '0123456789'.repeat(3));
  });
});

test('two people in one card see each other’s caret', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Carets');
  const bo = await boJoins(anna, visitor);
  await addCard(anna.page, 'Quote', NOTICES, 'Nobody answers');
  const { page } = bo;
  await expect(cardWith(page, 'Nobody answers')).toBeVisible();
  await open(page, 'End');
  await open(anna.page, 'Home');
  const caret = page.locator('.tl-canvas').getByText('Anna Lind', { exact: true });
  const before = () =>
    caret.evaluate((name) => {
      const range = document.createRange();
      const mirror = name.closest('[aria-hidden]');
      // It is drawn anew where it moves.
      if (!mirror) return null;
      range.setStart(mirror, 0);
      range.setEndBefore(name);
      return range.toString();
    });
  await expect(caret).toBeAttached();
  await expect(page.getByText('Anna Lind is writing here, too')).toBeAttached();
  await expect.poll(before).toBe('');
  await anna.page.keyboard.press('ControlOrMeta+ArrowRight');
  await expect.poll(before).toBe('Nobody');

  await test.step('what is typed before it leaves it with its words, and one’s own caret too', async () => {
    await anna.page.keyboard.type('!');
    await expect.poll(before).toBe('Nobody!');
    await page.keyboard.type(' me');
    await expect(field(anna.page)).toHaveValue('Nobody! answers me');
    expect(await field(anna.page).evaluate((f: HTMLTextAreaElement) => f.selectionStart)).toBe(7);
  });

  await test.step('it goes when she leaves the card', async () => {
    await anna.page.keyboard.press('Escape');
    await expect(caret).toHaveCount(0);
  });
});

test('an input method, emoji and undo keep their places while another writes', async ({ visitor }) => {
  const anna = await facilitatorOnMap(visitor, 'Input method');
  const bo = await boJoins(anna, visitor);
  await addCard(anna.page, 'Quote', NOTICES, 'end');
  await expect(cardWith(bo.page, 'end')).toBeVisible();
  await open(anna.page, 'Home');
  await open(bo.page, 'End');
  const cdp = await anna.context.newCDPSession(anna.page);
  const compose = (text: string) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

  await test.step('a composition goes on while Bo writes, and is there whole when it ends', async () => {
    await compose('に');
    await compose('にほ');
    await bo.page.keyboard.type(' of it');
    await compose('にほん');
    await cdp.send('Input.insertText', { text: '日本' });
    await anna.page.keyboard.type(' ');
    for (const { page } of [anna, bo]) await expect(field(page)).toHaveValue('日本 end of it');
  });

  await test.step('a family of emoji is one character to the caret and to Backspace', async () => {
    await anna.page.keyboard.insertText('👩‍👩‍👧‍👦');
    await anna.page.keyboard.insertText('👍🏽');
    await expect(field(bo.page)).toHaveValue('日本 👩‍👩‍👧‍👦👍🏽end of it');
    await anna.page.keyboard.press('Backspace');
    await bo.page.keyboard.type('!');
    await expect(field(anna.page)).toHaveValue(/^日本 👩‍👩‍👧‍👦(👍)?end of it!$/u);
    await expect(field(bo.page)).toHaveValue(await field(anna.page).inputValue());
  });

  await test.step('Ctrl+Z takes back my words only and puts the caret there', async () => {
    await anna.page.keyboard.press('ControlOrMeta+End');
    await anna.page.keyboard.press('ControlOrMeta+z');
    await expect(field(anna.page)).toHaveValue('end of it!');
    expect(await field(anna.page).evaluate((f: HTMLTextAreaElement) => f.selectionStart)).toBe(0);
    await expect(field(bo.page)).toHaveValue('end of it!');
    await anna.page.keyboard.press('ControlOrMeta+y');
    await expect(field(bo.page)).toHaveValue(/^日本 .*end of it!$/u);
  });
});

test('what does not fit on a card is cut, and said', async ({ visitor }) => {
  const { page } = await facilitatorOnMap(visitor, 'Too long');
  await addCard(page, 'Quote', NOTICES, 'Short');
  await open(page, 'End');
  await page.keyboard.insertText('x'.repeat(2_050));
  const told = page.getByRole('alert').filter({ hasText: 'fit on a card' });
  await expect(told).toContainText('2,000 characters fit on a card. 55 did not');
  expect((await field(page).inputValue()).length).toBe(2_000);
  await page.keyboard.press('Backspace');
  await expect(told).toHaveCount(0);
  await page.keyboard.press('Escape');
  await saved(page);
});
