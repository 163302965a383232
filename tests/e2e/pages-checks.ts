import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { expect } from './support/test.ts';

const SHOTS = fileURLToPath(new URL('../../test-results/screens', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const WIDTHS = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } } as const;
export type Width = keyof typeof WIDTHS;
export type Language = 'en' | 'sv';

/** Regions that hold something wider than a phone by their nature and scroll by themselves. */
const SCROLLS_INSIDE = '[data-scrolls-sideways]';

/**
 * What every page has to be, in one language and at one width: no axe violation (headings in order is one
 * of its rules), the language said, nothing that makes the page wider than the screen. Leaves a picture.
 */
export async function soundPage(page: Page, name: string, language: Language, width: Width): Promise<void> {
  const where = `${name}-${width}-${language}`;
  await page.screenshot({ path: path.join(SHOTS, `${where}.png`), fullPage: true });
  expect.soft(await page.getAttribute('html', 'lang'), where).toBe(language);
  // The elements are the same in both languages; their room is tightest in Swedish on a phone.
  if (language === 'en' || width === 390) expect.soft(await axeViolations(page), where).toEqual([]);
  expect.soft(await page.locator('h1').count(), `${where}: one main heading`).toBe(1);
  expect.soft(await widest(page), `${where}: wider than the screen`).toEqual([]);
}

/** axe-core's complaints, each as its rule and the elements. Its default rules, without best practices left out. */
async function axeViolations(page: Page): Promise<string[]> {
  // Over the debugging protocol: the page's content security policy rightly refuses a script tag.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 5)
          .map((n) => `${n.html.slice(0, 160)} (${n.any[0]?.message ?? n.failureSummary ?? ''})`)
          .join(' | ')}`,
    );
  });
}

/** The elements that make the page scroll sideways; none when it does not. */
async function widest(page: Page): Promise<string[]> {
  return page.evaluate((inside) => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= window.innerWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (el) => el.getBoundingClientRect().right > window.innerWidth + 1 && !el.closest(inside),
    );
    return [`${root.scrollWidth} px`, ...wide.slice(0, 5).map((el) => el.outerHTML.slice(0, 120))];
  }, SCROLLS_INSIDE);
}
