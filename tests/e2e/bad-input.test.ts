import type { Page } from '@playwright/test';
import { createWorkshop, enterAsFacilitator } from './support/acts.ts';
import { expect, test } from './support/test.ts';

interface Bad {
  what: string;
  name: string;
  bytes: Buffer;
  /** What the page says: what is wrong, and what to do. */
  says: RegExp;
}

const vtt = (...cues: string[]) => Buffer.from(`WEBVTT\n\n${cues.join('\n\n')}\n`);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const BAD: Bad[] = [
  { what: 'an empty file', name: 'a.txt', bytes: Buffer.alloc(0), says: /is empty.*Choose the file/ },
  { what: 'blanks only', name: 'a.txt', bytes: Buffer.from(' \n\t\n \n'), says: /is empty.*Choose the file/ },
  {
    what: 'five megabytes',
    name: 'a.txt',
    bytes: Buffer.alloc(5 * 1024 * 1024, 'Anna: Hello there.\n'),
    says: /too large: at most 2 MB.*not the recording/,
  },
  { what: 'a picture', name: 'a.txt', bytes: PNG, says: /is a picture.*needed as text/ },
  { what: 'a PDF', name: 'a.pdf', bytes: Buffer.from('%PDF-1.7 Anna: hi'), says: /is a PDF.*copy the text/ },
  {
    what: 'half a Word document',
    name: 'a.docx',
    bytes: Buffer.from('PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0word/document.xml', 'latin1'),
    says: /(?:damaged|archive without).*(?:save it again|Unpack it)/,
  },
  {
    what: 'a table without names over its columns',
    name: 'a.csv',
    bytes: Buffer.from('1,hello\n2,there\n'),
    says: /first row with the columns’ names.*Found: 1, hello/,
  },
  {
    what: 'subtitles with a time nobody can read',
    name: 'a.srt',
    bytes: Buffer.from('1\n00:00:01,000 --> 00:00:0x,000\nAnna: Hi\n'),
    says: /Line 2 of the subtitle file/,
  },
  {
    what: 'letters in no encoding people write in',
    name: 'a.txt',
    bytes: Buffer.from('Anna: G\xf0\xfe\xdd\xb6 it.\nBo: Yes.\n', 'latin1'),
    says: /cannot be told how the text is encoded.*save it as UTF-8/,
  },
  {
    what: 'nobody speaking',
    name: 'a.txt',
    bytes: Buffer.from('Just a note to myself\nand another one\n'),
    says: /No turns were found.*who is speaking and a colon/,
  },
  {
    what: 'VTT without its first word',
    name: 'a.vtt',
    bytes: Buffer.from('00:01.000 --> 00:02.000\n<v Anna>Hi\n'),
    says: /Line 1 of the VTT.*WEBVTT.*Export the file again/,
  },
  {
    what: 'VTT with a time nobody can read',
    name: 'a.vtt',
    bytes: vtt('00:01.000 --> 00:02.000\n<v Anna>Hi', '00:0x.000 --> 00:04.000\n<v Bo>Yes'),
    says: /Line 6 of the VTT.*time that cannot be read/,
  },
  {
    what: 'VTT that ends before it begins',
    name: 'a.vtt',
    bytes: vtt('00:05.000 --> 00:02.000\n<v Anna>Hi'),
    says: /Line 3 of the VTT.*ends before it begins/,
  },
  {
    what: 'VTT with a speaker never closed',
    name: 'a.vtt',
    bytes: vtt('00:01.000 --> 00:02.000\n<v Anna Hi'),
    says: /Line 4 of the VTT.*never closed/,
  },
];

const give = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });

test('a transcript that cannot be read is refused in words, stores nothing, and the next one works', async ({
  visitor,
}) => {
  const { page } = await visitor();
  await enterAsFacilitator(page);
  const workshop = await createWorkshop(page, 'Bad input');
  await page.goto(`${workshop}/interviews/new`);
  await page.getByRole('textbox', { name: 'Alias' }).fill('Somebody');
  for (const consent of ['Notes are taken', 'quoted on the map']) {
    await page.getByLabel(new RegExp(consent)).check();
  }
  const takeIn = page.getByRole('button', { name: /^Take/ });

  for (const { what, name, bytes, says } of BAD) {
    await test.step(what, async () => {
      await give(page, name, bytes);
      const alert = page.getByRole('alert').filter({ hasText: name });
      await expect(alert).toHaveText(says);
      await takeIn.click();
      await expect(page.getByRole('alert').filter({ hasText: 'Still missing: a transcript' })).toBeVisible();
      expect(new URL(page.url()).pathname).toMatch(/interviews\/new$/);
      await page.getByRole('button', { name: 'Use another transcript' }).click();
    });
  }
  await test.step('pasted text without a speaker', async () => {
    await page.getByLabel('Paste the transcript').fill('Only some words, and no one who says them.');
    await expect(page.getByRole('alert').filter({ hasText: 'No turns were found' })).toBeVisible();
  });

  const { page: list } = await page
    .context()
    .newPage()
    .then((other) => ({ page: other }));
  await list.goto(`${workshop}/interviews`);
  await expect(list.locator('main th a')).toHaveCount(0);

  await test.step('a good file is taken in by the same form', async () => {
    await page.getByLabel('Paste the transcript').fill('');
    await give(
      page,
      'good.vtt',
      vtt('00:01.000 --> 00:02.000\n<v Anna>How?', '00:03.000 --> 00:04.000\n<v Bo>So.'),
    );
    await page.getByRole('button', { name: 'Take in 2 turns' }).click();
    await page.waitForURL(/interviews\/[0-9a-f-]{36}/);
    await list.reload();
    await expect(list.locator('main th a')).toHaveCount(1);
  });
});
