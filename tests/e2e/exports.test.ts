import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { FORMATS, type Format } from '../../lib/export/formats.ts';
import { fileName } from '../../lib/services/exports/file-name.ts';
import { demoDoor } from './keys.ts';
import { soundPage, WIDTHS } from './pages-checks.ts';
import { createWorkshop, enterAsFacilitator, mapIsLive } from './support/acts.ts';
import { expect, test } from './support/test.ts';

/** What each file begins with. */
const MAGIC: Record<Format, string> = {
  report: '%PDF-',
  mapA3: '%PDF-',
  mapA1: '%PDF-',
  slides: 'PK\u0003\u0004',
  png: '\x89PNG\r\n\x1a\n',
  svg: '<?xml version="1.0"',
  curves: '<?xml version="1.0"',
  xlsx: 'PK\u0003\u0004',
  csv: '\xef\xbb\xbf',
  json: '{\n "format": "utifran-journey"',
  cjml: '<?xml version="1.0"',
};
const ALL = Object.keys(FORMATS) as Format[];
const LABEL = `As it came "><img src=x onerror=alert(1)><script>alert(1)</script>`;

/** Saves one format by its button; the page says how it went. */
async function saved(page: Page, format: Format): Promise<{ name: string; bytes: Buffer }> {
  const row = page.locator('li').filter({ has: page.locator(`a[href$="/export/${format}"]`) });
  const arriving = page.waitForEvent('download', { timeout: 60_000 });
  await row.locator('a').click();
  const download = await arriving;
  await expect(row.getByRole('status')).toContainText(download.suggestedFilename());
  await expect(row.getByRole('status')).toContainText(/[kM]B/);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function speak(page: Page, language: 'en' | 'sv'): Promise<void> {
  await page.context().addCookies([{ name: 'locale', value: language, url: new URL(page.url()).origin }]);
}

async function takeSnapshot(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Take snapshot' }).click();
  await page.getByLabel('What should it be called?').fill(label);
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(page.getByText('Snapshot 1 is taken.')).toBeVisible();
}

/** All the cards of a snapshot, as its review lists them. */
const listed = (page: Page) => page.locator('details.list dd').allTextContents();

test('a snapshot leaves in every format and comes back as a new workshop', async ({ visitor }) => {
  // Ten files, five of them drawn, are a minute's work for a machine that does other things too.
  test.slow();
  const { page } = await visitor();
  await enterAsFacilitator(page);
  await demoDoor(page).click();
  await mapIsLive(page);
  const demo = page.url().replace(/\/map.*$/, '');
  let json: Buffer = Buffer.alloc(0);

  await test.step('every format has a button, and every file is what it says it is', async () => {
    await page.goto(`${demo}/snapshots/2/export`);
    await soundPage(page, 'export', 'en', 1440);
    await expect(page.getByText('have not agreed')).toContainText('stands where their words stood');
    for (const format of ALL) {
      const { name, bytes } = await saved(page, format);
      expect(bytes.subarray(0, MAGIC[format].length).toString('latin1'), format).toBe(MAGIC[format]);
      expect(name).toContain(fileName('', 2, format).replace('journey ', ''));
      if (format === 'json') json = bytes;
    }
  });

  await test.step('in Swedish, on a phone', async () => {
    await speak(page, 'sv');
    await page.setViewportSize(WIDTHS[390]);
    await page.reload();
    await soundPage(page, 'export', 'sv', 390);
    const { bytes } = await saved(page, 'csv');
    expect(bytes.toString('utf8')).toContain('Kontaktpunkt');
    await page.goto('/workshops/new/file');
    await soundPage(page, 'new-from-file', 'sv', 390);
    await speak(page, 'en');
    await page.setViewportSize(WIDTHS[1440]);
  });

  await test.step('what is no journey file is refused in words, and the form stays', async () => {
    await page.goto('/workshops/new');
    await page.getByRole('link', { name: /start from a journey file/ }).click();
    await soundPage(page, 'new-from-file', 'en', 1440);
    await page.getByRole('button', { name: 'Start the workshop' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toHaveText('Choose a file first.');
    const send = async (text: string) => {
      const file = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) };
      await page.getByLabel('The file').setInputFiles(file);
      await page.getByRole('button', { name: 'Start the workshop' }).click();
    };
    await send('{}');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('This is not a journey file.');
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await send(json.toString('utf8').replace('"version": 1', '"version": 7'));
    await expect(page.getByRole('main').getByRole('alert')).toContainText('version 7 of the format');
  });

  await test.step('the journey file starts a workshop with the same map', async () => {
    await page.getByLabel('The file').setInputFiles({
      name: 'journey.json',
      mimeType: 'application/json',
      buffer: json,
    });
    await page.getByLabel('What should the new workshop be called?').fill('Carried over');
    await page.getByRole('button', { name: 'Start the workshop' }).click();
    await mapIsLive(page);
    const copy = page.url().replace(/\/map.*$/, '');
    expect(copy).not.toBe(demo);
    await page.goto(`${copy}/snapshots`);
    await takeSnapshot(page, LABEL);
    // What somebody called it is text, here as everywhere.
    await page.goto(`${copy}/snapshots/1/export`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(LABEL);
    await expect(page.locator('main').locator('img, script, svg')).toHaveCount(0);
    await page.goto(`${demo}/snapshots/2`);
    const before = await listed(page);
    expect(before.length).toBeGreaterThan(50);
    await page.goto(`${copy}/snapshots/1`);
    expect(await listed(page)).toEqual(before);
  });
});

test('without JavaScript the links save files, and the form takes them in', async ({ visitor, app }) => {
  const { page, context } = await visitor();
  await enterAsFacilitator(page);
  const workshop = await createWorkshop(page, 'Without JavaScript');
  await takeSnapshot(page, 'First');
  const { page: plain, context: bare } = await visitor({ javaScriptEnabled: false });
  await bare.addCookies(await context.cookies(app.url));

  await plain.goto(`${workshop}/snapshots/1/export`);
  const arriving = plain.waitForEvent('download');
  await plain.locator('a[href$="/export/json"]').click();
  const journey = await (await arriving).path();

  await plain.goto('/workshops/new/file');
  await plain.getByLabel('The file').setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('[]'),
  });
  await plain.getByRole('button', { name: 'Start the workshop' }).click();
  await expect(plain.getByRole('main').getByRole('alert')).toContainText('This is not a journey file.');
  await plain.getByLabel('The file').setInputFiles(journey);
  await plain.getByRole('button', { name: 'Start the workshop' }).click();
  await plain.waitForURL(/\/workshops\/[0-9a-f-]{36}\/map$/);
  expect(plain.url()).not.toContain(workshop);
});
