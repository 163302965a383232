import type { Page, WebSocketRoute } from '@playwright/test';
import { boxOf, cards, demoMap, drag, findings, inCell, liesUnder, undo } from './board-acts.ts';
import { cardWith, inviteLink, joinByLink, mapIsLive, saved, selectWords } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** The tray with the demo's real findings: seven wait, from several interviews. */

const items = (page: Page) => findings(page).locator('[data-item]');
const checks = (page: Page) => items(page).getByRole('checkbox');
const left = (page: Page, count: number) =>
  expect(findings(page).getByText(`${count} to place`)).toBeVisible();

/** The words of an item that stands in the tray. */
async function wordsOf(page: Page, nth: number): Promise<string> {
  return (await items(page).nth(nth).locator('p').first().innerText()).trim();
}

/** A text's beginning, short enough to stand on one line of a card. */
const start = (words: string) => words.split(' ').slice(0, 3).join(' ');

test('findings go onto the map by hand, by keyboard and several at once', async ({ visitor }) => {
  const { page } = await visitor();
  await demoMap(page);
  await expect(items(page)).toHaveCount(7);
  await left(page, 7);

  await test.step('one is dragged into a cell and keeps who said it', async () => {
    const words = await wordsOf(page, 0);
    const { x, y } = await boxOf(items(page).first());
    await drag(page, { x: x + 60, y: y + 20 }, await inCell(page, 'Signs up', 'Says'));
    const card = cardWith(page, start(words)).first();
    await liesUnder(page, card, 'Signs up');
    await expect(card).toContainText('Terraced-house owner');
    await left(page, 6);
    await saved(page);
    await undo(page);
    await left(page, 7);
  });

  await test.step('Escape in mid-drag leaves it in the tray', async () => {
    const before = await cards(page).count();
    const { x, y } = await boxOf(items(page).first());
    await drag(page, { x: x + 60, y: y + 20 }, await inCell(page, 'Signs up', 'Says'), false);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await left(page, 7);
    await expect(cards(page)).toHaveCount(before);
    await expect(findings(page).getByText(/selected/)).toHaveCount(0);
  });

  await test.step('three are selected as a range and dragged together, one step to undo', async () => {
    await checks(page).nth(0).click();
    await checks(page)
      .nth(2)
      .click({ modifiers: ['Shift'] });
    await expect(findings(page).getByText('3 selected')).toBeVisible();
    const { x, y } = await boxOf(items(page).nth(1));
    await drag(page, { x: x + 60, y: y + 20 }, await inCell(page, 'The welcome letter', 'Says'));
    await left(page, 4);
    await expect(findings(page).getByText(/selected/)).toHaveCount(0);
    await undo(page);
    await left(page, 7);
  });

  await test.step('by keyboard alone: two of them under a touchpoint chosen by its first letters', async () => {
    await checks(page).first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(findings(page).getByText('2 selected')).toBeVisible();
    await findings(page).getByRole('button', { name: 'Place 2 selected findings on …' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('o');
    await expect(page.getByRole('menuitem', { name: 'Opens the app' })).toBeFocused();
    await page.keyboard.press('Enter');
    await left(page, 5);
    // The keyboard goes on in the tray.
    await expect(checks(page).first()).toBeFocused();
    await expect(findings(page).getByText('2 placed on Opens the app. 5 left to place.')).toBeAttached();
    await page.keyboard.press('Control+z');
    await left(page, 7);
    await page.keyboard.press('Control+Shift+z');
    await left(page, 5);
  });

  await test.step('search knows neither case nor accents, and filters say how many are left', async () => {
    const field = findings(page).getByRole('searchbox');
    await field.fill('CAFE');
    await expect(items(page)).toHaveCount(1);
    await expect(findings(page).getByRole('heading', { name: /Café owner/ })).toBeVisible();
    await field.fill('nothing says this');
    await expect(items(page)).toHaveCount(0);
    await findings(page).getByRole('button', { name: 'Show all' }).click();
    await expect(items(page)).toHaveCount(5);
    const group = findings(page).getByRole('button', { name: /Café owner.*of \d+ left/ });
    await group.click();
    await expect(items(page)).toHaveCount(4);
    await group.click();
  });
});

/** A person whose connection can be held up, in both directions, and let go again. */
async function holdable(page: Page) {
  let held: (() => void)[] | null = null;
  const pass = (send: () => void) => (held ? held.push(send) : send());
  await page.routeWebSocket(/\/sync\//, (socket: WebSocketRoute) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => void pass(() => server.send(message)));
    server.onMessage((message) => void pass(() => socket.send(message)));
  });
  return {
    hold() {
      held = [];
    },
    letGo() {
      const waiting = held ?? [];
      held = null;
      for (const send of waiting) send();
    },
  };
}

test('a finding placed by two people at the same moment is flagged to both and one step keeps the first', async ({
  visitor,
}) => {
  const anna = await visitor();
  const workshop = await demoMap(anna.page);
  const link = await inviteLink(anna.page, workshop, 'Participant');
  const bo = await visitor();
  const line = await holdable(bo.page);
  await joinByLink(bo.page, link, 'Bo Ek', 'Customer service');
  await mapIsLive(bo.page);
  await test.step('what is marked in an interview arrives in a tray that is open', async () => {
    await expect(items(bo.page).first()).toBeVisible();
    const before = await items(bo.page).count();
    await anna.page.goto(`${workshop}/interviews`);
    await anna.page
      .getByRole('link', { name: /Terraced-house owner/ })
      .first()
      .click();
    await selectWords(anna.page, 'Forty quid a month less than me');
    await anna.page.keyboard.press('q');
    await expect(items(bo.page)).toHaveCount(before + 1);
    await expect(items(bo.page).filter({ hasText: 'Forty quid a month' })).toBeVisible();
  });
  await anna.page.goto(`${workshop}/map`);
  await mapIsLive(anna.page);
  const words = await wordsOf(anna.page, 0);

  async function place(page: Page, touchpoint: string) {
    await items(page)
      .filter({ hasText: start(words) })
      .getByRole('button', { name: /^Place on/ })
      .click();
    await page.getByRole('menuitem', { name: touchpoint }).click();
  }
  await test.step('what one drags out of the tray says so to the other', async () => {
    const item = (page: Page) => items(page).filter({ hasText: start(words) });
    const { x, y } = await boxOf(item(bo.page));
    await drag(bo.page, { x: x + 60, y: y + 20 }, await inCell(bo.page, 'Signs up', 'Says'), false);
    await expect(item(anna.page)).toContainText('Bo Ek is placing this');
    await bo.page.keyboard.press('Escape');
    await bo.page.mouse.up();
    await expect(item(anna.page)).not.toContainText('Bo Ek');
  });

  line.hold();
  await place(anna.page, 'Compares tariffs');
  await saved(anna.page);
  await place(bo.page, 'Signs up');
  line.letGo();

  const note = (page: Page) => findings(page).getByRole('group').filter({ hasText: 'on the map twice' });
  for (const { page } of [anna, bo]) {
    await expect(note(page)).toContainText('One finding is on the map twice');
    await expect(note(page).getByRole('button', { name: /Compares tariffs/ })).toBeVisible();
    await expect(note(page).getByRole('button', { name: /Signs up · Bo Ek|Signs up · You/ })).toBeVisible();
  }
  const twins = (page: Page) => cardWith(page, start(words));
  await note(anna.page)
    .getByRole('button', { name: /Signs up/ })
    .click();
  await expect(twins(anna.page)).toHaveCount(2);
  await note(anna.page).getByRole('button', { name: 'Keep the first' }).click();
  for (const { page } of [anna, bo]) {
    await expect(note(page)).toHaveCount(0);
    await expect(twins(page)).toHaveCount(1);
  }
  await liesUnder(anna.page, twins(anna.page), 'Compares tariffs');
  await undo(anna.page);
  for (const { page } of [anna, bo]) await expect(note(page)).toBeVisible();
});
