/**
 * `npm run bench:capture`: how long a key takes to the screen in the notes of a three-hour interview, 3,000
 * lines of ten words, while the other one types elsewhere in them. From the key event's own time to the
 * frame after the one in which the letter stands. Needs a build (`npm run build`). Goal: p95 at most 50 ms.
 *
 * `--lines N` (3000), `--keys N` (200), `--json FILE`
 */
import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { launchApp } from '../../e2e/support/app.ts';
import { type CaptureRoom, captureRoom } from '../../support/capture-room.ts';
import { launch, measured } from '../board/browser.ts';
import { figures } from '../figures.ts';

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '3000' },
    keys: { type: 'string', default: '200' },
    json: { type: 'string' },
  },
});
const KEYS = Number(values.keys);
/** Between two keys, ms: ten letters a second, faster than most note-takers. */
const PAUSE = 100;
const WORDS = 'hon fick ingenting och ringde sedan igen efter tre veckor ';

const room = await captureRoom({ lines: Number(values.lines) });
const app = await launchApp(room.environment);
const browser = await launch();
try {
  const taken: Record<string, number[]> = {};
  const nora = await open('noteTaker');
  const ivar = await open('interviewer');
  await note('alone, at the end', nora, 'end');
  const other = typesAlong(ivar);
  await note('two, at the end', nora, 'end');
  await note('two, in the middle', nora, 'middle');
  await other.stop();
  if (values.json) writeFileSync(values.json, JSON.stringify(taken, null, 1));

  async function note(cell: string, page: Page, where: 'end' | 'middle'): Promise<void> {
    const { counters } = await measured(page);
    const before = await counters();
    const durations = await type(page, where);
    const after = await counters();
    taken[cell] = durations;
    const each = ((after.task - before.task) / durations.length).toFixed(1);
    console.info(`${cell}: ${figures(durations)}; main thread ${each} ms of processor time a key`);
  }
} finally {
  await browser.close();
  await app.dispose();
  rmSync(room.environment.DATA_DIR, { recursive: true, force: true });
}

async function open(who: keyof CaptureRoom['tokens']): Promise<Page> {
  const context = await (browser as Browser).newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: 'next-auth.session-token', value: room.tokens[who], url: app.url }]);
  const page = await context.newPage();
  const begun = Date.now();
  await page.goto(`${app.url}${room.address}`);
  await page.locator('[data-panel=notes] [role=textbox] p').first().waitFor();
  console.info(`${who}: notes there after ${Date.now() - begun} ms`);
  await page.evaluate(watchKeys);
  return page;
}

/** In the page: what each key takes, into `window.taken`. */
function watchKeys(): void {
  const taken: number[] = [];
  (window as unknown as { taken: number[] }).taken = taken;
  const field = document.querySelector('[data-panel=notes] [role=textbox]') as HTMLElement;
  let pressed = 0;
  window.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true });
  new MutationObserver(() => {
    if (pressed === 0) return;
    const since = pressed;
    pressed = 0;
    requestAnimationFrame(() => {
      // Behind the frame's own layout and paint.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => taken.push(performance.now() - since);
      port2.postMessage(null);
    });
  }).observe(field, { childList: true, characterData: true, subtree: true });
}

async function type(page: Page, where: 'end' | 'middle'): Promise<number[]> {
  await page.locator('[data-panel=notes] [role=textbox]').focus();
  if (where === 'end') await page.keyboard.press('ControlOrMeta+End');
  else {
    const middle = page.locator('[data-panel=notes] [role=textbox] p').nth(Number(values.lines) / 2);
    await middle.scrollIntoViewIfNeeded();
    await middle.click();
  }
  await page.keyboard.press('Enter');
  await page.keyboard.type('"');
  await page.waitForTimeout(500);
  await page.evaluate(() => ((window as unknown as { taken: number[] }).taken.length = 0));
  for (let n = 0; n < KEYS; n += 1) {
    await page.keyboard.press(n % 20 === 19 ? 'Enter' : (WORDS[n % WORDS.length] ?? ' '));
    await page.waitForTimeout(PAUSE);
  }
  await page.waitForTimeout(500);
  return page.evaluate(() => [...(window as unknown as { taken: number[] }).taken]);
}

/** The other one types five letters a second in another part of the notes, until told to stop. */
function typesAlong(page: Page): { stop(): Promise<void> } {
  let over = false;
  const typing = (async () => {
    const line = page.locator('[data-panel=notes] [role=textbox] p').nth(100);
    await line.scrollIntoViewIfNeeded();
    await line.click();
    for (let n = 0; !over; n += 1) {
      await page.keyboard.press(n % 40 === 39 ? 'Enter' : (WORDS[n % WORDS.length] ?? ' '));
      await page.waitForTimeout(200);
    }
  })();
  return {
    async stop() {
      over = true;
      await typing;
    },
  };
}
