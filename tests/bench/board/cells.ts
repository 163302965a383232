import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { cost, type Measured, measured, settled } from './browser.ts';
import { type Figures, median } from './figures.ts';
import { inserted, type OurMap, typed } from './ours.ts';

export type Side = 'ours' | 'plain';
const VIEW = { width: 1280, height: 800 };
const MOVES = 60;
const EDITS = 30;

export interface Opened extends Measured {
  context: BrowserContext;
  start: Figures;
}

/** When a page is ready: shapes are drawn and the main thread takes input again; ours also says that it is live. */
const READY = { ours: '[role=status]', plain: '.tl-canvas' } as const;

/** Opens a page with a cold cache and waits until it is ready; times in ms from the navigation's start. */
export async function open(browser: Browser, side: Side, url: string, cookies: Cookie[]): Promise<Opened> {
  const context = await browser.newContext({ viewport: VIEW, locale: 'en-GB' });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const scripts = await countScripts(page);
  const held = await measured(page);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(
    ([selector, word]) =>
      document.querySelector('.tl-shapes .tl-shape') !== null &&
      [...document.querySelectorAll(selector ?? '')].some((e) => !word || e.textContent?.trim() === word),
    [READY[side], side === 'ours' ? 'Saved' : ''],
    { polling: 'raf', timeout: 120_000 },
  );
  await settled(page);
  const ready = await page.evaluate(() => performance.now());
  const { script, task } = await held.counters();
  await quiet(held);
  const after = await held.counters();
  return { ...held, context, start: { ready, script, task, quietScript: after.script, js: scripts() } };
}

export interface Cookie {
  name: string;
  value: string;
  url: string;
}

/** Kilobytes of the scripts a page has loaded, each gzipped by itself as a server would. */
async function countScripts(page: Page): Promise<() => number> {
  let bytes = 0;
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    bytes += gzipSync(body, { level: 9 }).length;
  });
  return () => bytes / 1_024;
}

/** Until a second has gone by with hardly any script. */
async function quiet({ page, counters }: Measured): Promise<void> {
  for (let last = (await counters()).script; ; ) {
    await page.waitForTimeout(1_000);
    const { script } = await counters();
    if (script - last < 30) return;
    last = script;
  }
}

/** The middle of a shape in sight that nothing lies over, and room to drag it. */
async function grip(page: Page): Promise<{ x: number; y: number }> {
  const at = await page.evaluate(() => {
    const middle = { x: innerWidth / 2 - 100, y: innerHeight / 2 };
    const boxes = [...document.querySelectorAll('.tl-shapes .tl-shape')]
      .map((e) => e.getBoundingClientRect())
      .filter((b) => b.width > 0)
      .map((b) => ({ x: b.x + b.width / 2, y: b.y + b.height / 2 }))
      .sort(
        (a, b) => Math.hypot(a.x - middle.x, a.y - middle.y) - Math.hypot(b.x - middle.x, b.y - middle.y),
      );
    return boxes[0];
  });
  if (!at) throw new Error('There is no shape in sight.');
  return at;
}

const frame = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));

/** Drags one shape sixty moves and lets it snap back. */
export async function drag(held: Measured): Promise<Figures> {
  const { page } = held;
  await page.keyboard.press('Escape');
  const from = await grip(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 4, { steps: 4 });
  await settled(page);
  const figures = await cost(held, MOVES, async (n) => {
    await page.mouse.move(from.x + 8 + (n % 30) * 7, from.y + 4 + Math.floor(n / 2) * 3);
    await frame(page);
  });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.keyboard.press('Escape');
  await settled(page);
  return figures;
}

/** Sixty turns of the wheel over the map, there and back. */
export async function pan(held: Measured): Promise<Figures> {
  const { page } = held;
  await page.mouse.move(VIEW.width / 2 + 100, VIEW.height / 2);
  return cost(held, MOVES, async (n) => {
    const by = n < MOVES / 2 ? 1 : -1;
    await page.mouse.wheel(by * 60, by * 40);
    await frame(page);
  });
}

/** Everything in sight. */
export async function zoomOut(held: Measured): Promise<Figures> {
  const { page, counters } = held;
  const before = await counters();
  await page.mouse.move(VIEW.width / 2, VIEW.height / 2);
  await page.keyboard.press('Shift+Digit1');
  await quiet(held);
  const after = await counters();
  return { script: after.script - before.script, task: after.task - before.task };
}

/** Each edit by itself: what the main thread did until it was quiet again, less what it does anyway. */
async function edits(
  { page, counters }: Measured,
  edit: (n: number) => unknown,
  times = EDITS,
): Promise<Figures> {
  const rest = 150;
  const samples = { script: [] as number[], task: [] as number[] };
  const idle = { script: [] as number[], task: [] as number[] };
  for (let n = 0; n < 2 * times; n += 1) {
    const into = n % 2 ? samples : idle;
    const before = await counters();
    if (n % 2) await edit(n >> 1);
    await page.waitForTimeout(rest);
    await settled(page);
    const after = await counters();
    into.script.push(after.script - before.script);
    into.task.push(after.task - before.task);
  }
  return {
    script: median(samples.script) - median(idle.script),
    task: median(samples.task) - median(idle.task),
  };
}

export const typedByOthers = (held: Measured, ours: OurMap | null): Promise<Figures> =>
  edits(
    held,
    ours ? typed(ours) : (n) => held.page.evaluate((i) => window.bench.type(3, `Said again. ${i}`), n % 10),
  );

export const movedByOthers = (held: Measured, ours: OurMap | null): Promise<Figures> =>
  edits(held, ours ? inserted(ours, 'full') : () => held.page.evaluate(() => window.bench.move(0, 20)));

/** Ours only: a lane grows, and everything under it moves. */
export const laneGrows = (held: Measured, ours: OurMap): Promise<Figures> =>
  edits(held, inserted(ours, 'fullest'));

/** Ours only: what one frame of so many moving pointers costs, and how many cards were drawn anew for it. */
export async function pointers(held: Measured, ours: OurMap, count: number): Promise<Figures> {
  const frames = 40;
  const others = await ours.pointers(count);
  others.say(0);
  await held.page.waitForTimeout(1_500);
  await watchCards(held.page);
  const figures = await cost(held, frames, async (n) => {
    others.say(n + 1);
    await held.page.waitForTimeout(60);
  });
  const cards = await held.page.evaluate(
    () => (window as { cardsTouched?: number }).cardsTouched ?? Number.NaN,
  );
  others.close();
  await held.page.waitForTimeout(500);
  return { ...figures, cards };
}

/** Counts every change of the document inside a card. */
async function watchCards(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = window as { cardsTouched?: number };
    counted.cardsTouched = 0;
    const layer = document.querySelector('.tl-shapes');
    const isCard = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest('.tl-shape') !== null;
    if (!layer) throw new Error('There is no canvas.');
    new MutationObserver((records) => {
      counted.cardsTouched = (counted.cardsTouched ?? 0) + records.filter((r) => isCard(r.target)).length;
    }).observe(layer, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}
