import { docx, paragraph } from '../unit/transcript/word.ts';
import { soundPage } from './pages-checks.ts';
import { createWorkshop, enterAsFacilitator } from './support/acts.ts';
import { expect, test } from './support/test.ts';

const TEAMS = docx(
  [
    paragraph('Interview-20261110_090000-Meeting Recording|'),
    paragraph('November 10, 2026, 9:00AM'),
    paragraph('Eva Strand started transcription'),
    paragraph('Eva Strand|   0:03\nHow did you find out about the invoice?'),
    paragraph('Bo Ek (Guest)|   0:09\nIt just turned up, [inaudible] two weeks later.'),
    paragraph('Siv Ek (Guest)|   0:15\nAnd nobody called us back.'),
    paragraph('Eva Strand|   0:21\nWhat did you do then?'),
    paragraph('Bo Ek (Guest)|   0:24\nI gave up.'),
    paragraph('Eva Strand stopped transcription'),
  ].join(''),
);

const TABLE = [
  'Interview;Talare;Tid;Replik',
  '…A;Eva;0:03;Hur gick det?',
  '…A;Bo;0:09;Sådär, på det hela taget.',
  '…B;Eva;0:03;Och du?',
  '…B;Åsa;0:07;Inte alls; jag fick vänta i tre dagar.',
].join('\n');

test('a Word file of Teams is taken in by mouse, a table of two interviews by keyboard', async ({
  visitor,
}) => {
  const { page } = await visitor();
  await enterAsFacilitator(page);
  const workshop = await createWorkshop(page, 'Taking in');
  const preview = page.getByRole('region', { name: 'Preview' });

  await test.step('the Word file: who is who, and what each will be called', async () => {
    await page.goto(`${workshop}/interviews/new`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles({
      name: 'talk.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(TEAMS),
    });
    await expect(page.getByText('talk.docx, 5 turns')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Use another transcript' })).toBeFocused();
    await expect(page.getByLabel('Who Eva Strand is')).toHaveValue('interviewer');
    await page.getByLabel('Who Siv Ek (Guest) is').selectOption({ label: 'Companion, answers too' });
    await page.getByRole('textbox', { name: 'Alias' }).fill('Couple D');
    await expect(preview.getByText('Couple D 2')).toBeVisible();
    await expect(preview.getByText('It just turned up, [inaudible] two weeks later.')).toBeVisible();
    await expect(preview.getByText(/Bo Ek|Siv/)).toHaveCount(0);
    await page.getByLabel(/Segment/).fill('Rural');
    await soundPage(page, 'intake-file', 'en', 1440);
  });

  await test.step('it is taken in under aliases; the names stay on the computer', async () => {
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && /interviews\/new/.test(request.url()),
    );
    for (const consent of ['Notes are taken', 'quoted on the map']) {
      await page.getByLabel(new RegExp(consent)).check();
    }
    await page.getByRole('button', { name: 'Take in 5 turns' }).click();
    const body = (await sent).postData() ?? '';
    expect(body).toContain('two weeks later');
    expect(body).not.toMatch(/Strand|Bo Ek|Siv/);
    await page.waitForURL(/interviews\/[0-9a-f-]{36}$/);
    await expect(page.getByText('And nobody called us back.')).toBeVisible();
    await expect(page.getByText('Couple D 2').first()).toBeVisible();
  });

  await test.step('the table by keyboard: the second interview in it, in Windows’ old encoding', async () => {
    await page.goto(`${workshop}/interviews/new`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).focus();
    await page.keyboard.press('Enter');
    const bytes = Buffer.from(TABLE.replaceAll('…', ''), 'latin1');
    await (await chooser).setFiles({ name: 'två.csv', mimeType: 'text/csv', buffer: bytes });
    await expect(page.getByText('it was read as Windows-1252')).toBeVisible();
    await expect(preview.getByText('Sådär, på det hela taget.')).toBeVisible();
    await page.getByLabel('Which of the 2 interviews in the table?').focus();
    await page.keyboard.press('ArrowDown');
    await expect(preview.getByText('Inte alls; jag fick vänta i tre dagar.')).toBeVisible();
    await expect(page.getByLabel('Which of the 2 interviews in the table?')).toBeFocused();
    await page.getByRole('textbox', { name: 'Alias' }).focus();
    await page.keyboard.type('Customer E');
    await page.getByLabel(/Notes are taken/).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL(/interviews\/[0-9a-f-]{36}$/);
    await expect(page.getByText('Inte alls; jag fick vänta i tre dagar.')).toBeVisible();
  });
});
