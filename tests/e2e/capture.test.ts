import { rmSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type CaptureRoom, captureRoom } from '../support/capture-room.ts';
import { soundPage, WIDTHS } from './pages-checks.ts';
import { saved } from './support/acts.ts';
import { launchApp } from './support/app.ts';

let room: CaptureRoom;
let app: Awaited<ReturnType<typeof launchApp>>;
const complaints: string[] = [];

test.beforeAll(async () => {
  room = await captureRoom();
  app = await launchApp(room.environment);
});
test.afterAll(async () => {
  await app.dispose();
  rmSync(room.environment.DATA_DIR, { recursive: true, force: true });
  expect(complaints).toEqual([]);
});

const NOTES = 'Notes of the interview with Kund D';
const field = (page: Page) => page.getByRole('textbox', { name: NOTES });
const lines = (page: Page) => field(page).locator('p');
const line = (page: Page, words: string) => lines(page).filter({ hasText: words });

/** Somebody of the team on the capture page, in a browser of their own. */
async function opens(
  browser: Browser,
  who: keyof CaptureRoom['tokens'],
  width: keyof typeof WIDTHS = 1440,
  locale = 'en',
): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.url, viewport: WIDTHS[width] });
  await context.addCookies([
    { name: 'next-auth.session-token', value: room.tokens[who], url: app.url },
    { name: 'locale', value: locale, url: app.url },
  ]);
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  const page = await context.newPage();
  await page.goto(room.address);
  await expect(page.locator('[data-panel=notes] [role=textbox]')).toBeAttached({ timeout: 30_000 });
  return page;
}

/** Types lines at the end of the notes, each in a line of its own. */
async function write(page: Page, ...texts: string[]): Promise<void> {
  // Right of the words: the caret is then at their end.
  const { width = 0 } = (await lines(page).last().boundingBox()) ?? {};
  await lines(page)
    .last()
    .click({ position: { x: width - 8, y: 8 } });
  await expect.poll(() => page.evaluate(caretAtEnd)).toBe(true);
  for (const text of texts) {
    const last = await lines(page).last().textContent();
    if (last !== '') await page.keyboard.press('Enter');
    await page.keyboard.type(text);
    await expect(line(page, text)).toHaveCount(1);
  }
}

/** In the page: whether the caret is behind the last words of the notes. */
function caretAtEnd(): boolean {
  const selection = document.getSelection();
  const last = document.querySelector('[data-panel=notes] [role=textbox] p:last-of-type');
  if (!selection?.isCollapsed || !last?.contains(selection.anchorNode)) return false;
  const { anchorNode, anchorOffset } = selection;
  return anchorNode === last || anchorOffset === (anchorNode?.textContent ?? '').length;
}

test('two write down one interview, the server is killed in the middle, and every line is there', async ({
  browser,
}) => {
  const nora = await opens(browser, 'noteTaker');
  const ivar = await opens(browser, 'interviewer');
  await nora.getByRole('button', { name: 'Start the clock' }).click();
  await write(nora, '"I never got the bill', '!! nobody called back');
  await expect(line(ivar, 'nobody called back')).toHaveAttribute('data-kind', 'friction');
  await expect(line(ivar, 'I never got')).toHaveAttribute('data-at', /^\d+:\d\d$/);
  await write(ivar, 'interviewer looks it up');
  await expect(line(nora, 'looks it up')).toBeVisible();
  await saved(nora);

  await app.kill();
  await write(nora, ':( typed by Nora while the server is gone', '? her account number');
  await write(ivar, 'typed by Ivar while the server is gone');
  await expect(nora.getByRole('status').filter({ hasText: /^Offline – kept/ })).toBeVisible();
  await app.start();
  await saved(nora);
  await saved(ivar);
  await write(nora, 'after it is back');

  const all = [
    '"I never got the bill',
    '!! nobody called back',
    'interviewer looks it up',
    ':( typed by Nora while the server is gone',
    '? her account number',
    'typed by Ivar while the server is gone',
    'after it is back',
  ];
  for (const page of [nora, ivar]) {
    await expect
      .poll(async () => (await lines(page).allTextContents()).filter((text) => text !== '').sort())
      .toEqual([...all].sort());
  }
  await saved(nora);
  const anew = await opens(browser, 'interviewer');
  await expect.poll(async () => (await lines(anew).allTextContents()).sort()).toEqual([...all].sort());
  await anew.context().close();

  await nora.getByRole('button', { name: 'Done with the notes' }).click();
  await nora.getByRole('button', { name: 'To the transcript' }).click();
  await expect(nora.getByRole('heading', { level: 1, name: 'Kund D' })).toBeVisible();
  await expect(nora.locator('#turn-0')).toContainText('I never got the bill');
  await write(ivar, '"one more thing');
  await saved(ivar);
  await nora.reload();
  await nora.getByRole('button', { name: 'Take it in' }).click();
  await expect(nora.getByText('one more thing').first()).toBeVisible();
  await expect(nora.getByRole('button', { name: 'Take it in' })).toHaveCount(0);
  await nora.context().close();
  await ivar.context().close();
});

test('all of it goes by keyboard, and each tells the other without a word', async ({ browser }) => {
  const nora = await opens(browser, 'noteTaker');
  const ivar = await opens(browser, 'interviewer');
  const keys = nora.keyboard;
  await expect(field(nora)).toBeFocused();
  await write(nora, 'and what then?');
  await keys.press('Tab');
  await expect(line(nora, 'and what then?')).toHaveAttribute('data-by', 'interviewer');
  await keys.press('Enter');
  await keys.press('Tab');
  await keys.type('by keyboard alone');
  await expect(line(nora, 'by keyboard alone')).toHaveAttribute('data-by', 'interviewee');

  await keys.press('Enter');
  await keys.type('#');
  const offered = nora.getByRole('listbox', { name: 'Touchpoints of the map' }).getByRole('option');
  await expect(offered.first()).toBeVisible();
  const name = (await offered.nth(1).locator('span').first().textContent()) ?? '';
  await keys.press('ArrowDown');
  await expect(offered.nth(1)).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  await expect(line(nora, `# ${name}`)).toHaveAttribute('data-glyph', '◆');
  await keys.type('? ask by keyboard');
  await keys.press('Control+Enter');
  await expect(nora.getByRole('checkbox', { name: 'ask by keyboard' })).toBeChecked();

  await keys.press('Alt+Digit1');
  await expect(ivar.getByText('Ask why').first()).toBeVisible();
  await expect(nora.getByText('“Ask why” sent, not seen yet')).toBeVisible();
  await ivar.keyboard.press('Escape');
  await expect(nora.getByText('“Ask why” seen')).toBeVisible();
  await keys.press('Alt+Digit0');
  await keys.type('slower please');
  await keys.press('Enter');
  await expect(field(nora)).toBeFocused();
  await expect(ivar.getByText('slower please')).toBeVisible();
  await ivar.keyboard.press('Escape');

  await keys.press('Enter');
  await keys.type('! found again');
  await keys.press('F6');
  await expect(nora.locator('[data-panel=findings]')).toBeFocused();
  const finding = nora.locator('[data-panel=findings]').getByRole('button', { name: /found again/ });
  await finding.focus();
  await keys.press('Enter');
  await expect(field(nora)).toBeFocused();
  await keys.type(' and again');
  await expect(line(nora, 'found again and again')).toBeVisible();
  await keys.press('ControlOrMeta+z');
  await expect(line(nora, 'found again and again')).toHaveCount(0);

  await keys.press('Escape');
  await keys.press('Tab');
  await expect(field(nora)).not.toBeFocused();
  expect(await nora.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  await nora.context().close();
  await ivar.context().close();
});

for (const [language, width] of [
  ['en', 1440],
  ['sv', 390],
] as const) {
  test(`the page is sound in ${language} at ${width} px`, async ({ browser }) => {
    const page = await opens(browser, 'interviewer', width, language);
    await soundPage(page, 'capture', language, width);
    await page.context().close();
  });
}
