import { expect, test } from 'vitest';
import { isAppError } from '../../../lib/errors.ts';
import { guessCast, readFile, readTranscript, speakersOf } from '../../../lib/notes/transcript/index.ts';
import { bytesOf } from './support.ts';

const spoken = (name: string, ...lines: string[]) =>
  readTranscript(bytesOf(lines.join('\n')), name).turns.map(({ speaker, atMs, text }) => [
    speaker,
    atMs,
    text,
  ]);

test('Zoom’s captions: the time of day becomes the time since the first words', () => {
  expect(
    spoken(
      'captions.txt',
      '[Eva Strand] 15:20:34',
      'How did you find out?',
      '',
      '[Bo Ek] 15:20:41',
      'It just came.',
      'Two weeks later.',
      '',
    ),
  ).toEqual([
    ['Eva Strand', 0, 'How did you find out?'],
    ['Bo Ek', 7_000, 'It just came. Two weeks later.'],
  ]);
});

test('Otter: name and time, then the words', () => {
  expect(
    spoken(
      'o.txt',
      'Speaker 1  0:03',
      'Hello.',
      '',
      'Speaker 2  1:12',
      'Hi [crosstalk] there.',
      '',
      'Transcribed by https://otter.ai',
    ),
  ).toEqual([
    ['Speaker 1', 3_000, 'Hello.'],
    ['Speaker 2', 72_000, 'Hi [crosstalk] there.'],
  ]);
});

test('the time before the name', () => {
  expect(spoken('t.txt', '[00:00:03] Anna Ek', 'Hej.', '[00:00:09] Bo', 'Hej själv.')).toEqual([
    ['Anna Ek', 3_000, 'Hej.'],
    ['Bo', 9_000, 'Hej själv.'],
  ]);
});

test('guests of a meeting are called by their name alone', () => {
  expect(spoken('t.txt', 'Eva Strand: Hur gick det?', 'Bo Ek (Gäst): Sådär.')).toEqual([
    ['Eva Strand', null, 'Hur gick det?'],
    ['Bo Ek', null, 'Sådär.'],
  ]);
});

test('Zoom’s WebVTT names speakers before a colon, Teams’ in a tag', () => {
  expect(
    spoken(
      'z.vtt',
      'WEBVTT',
      '',
      '1',
      '00:00:03.000 --> 00:00:05.000',
      'Eva Strand: How did it start?',
      '',
      '2',
      '00:00:06.000 --> 00:00:07.000',
      'Bo Ek: Badly.',
    ),
  ).toEqual([
    ['Eva Strand', 3_000, 'How did it start?'],
    ['Bo Ek', 6_000, 'Badly.'],
  ]);
});

test('.srt: names before a colon or in brackets, marks of form gone, a cue without a name goes on', () => {
  expect(
    spoken(
      'talk.srt',
      '1',
      '00:00:03,000 --> 00:00:05,000',
      '<i>Eva: Hur upptäckte du</i>',
      '',
      '2',
      '00:00:05,000 --> 00:00:06,500',
      'fakturan?',
      '',
      '3',
      '00:01:11,000 --> 00:01:14,000',
      '[Bo Ek] Den kom bara.',
      '',
      '4',
      '00:01:15,000 --> 00:01:16,000',
      '- Eva: Och sen?',
      '- Bo Ek: Inget. [ohörbart]',
      '',
    ),
  ).toEqual([
    ['Eva', 3_000, 'Hur upptäckte du fakturan?'],
    ['Bo Ek', 71_000, 'Den kom bara.'],
    ['Eva', 75_000, 'Och sen?'],
    ['Bo Ek', 75_000, 'Inget. [ohörbart]'],
  ]);
});

test('.sbv, as YouTube and Meet write captions', () => {
  expect(
    spoken(
      'talk.sbv',
      '0:00:01.000,0:00:05.000',
      'Eva: How was it?',
      '',
      '0:00:06.000,0:00:09.000',
      'Bo: Fine.',
      'Really.',
    ),
  ).toEqual([
    ['Eva', 1_000, 'How was it?'],
    ['Bo', 6_000, 'Fine. Really.'],
  ]);
});

test('Markdown: bold names, quotes, lists; headings are nobody’s words', () => {
  const { turns, skipped } = readTranscript(
    bytesOf(
      [
        '---',
        'title: x',
        '---',
        '# Intervju 3',
        '',
        '**Eva:** Hur *gick* det?',
        '',
        '**Bo Ek**: Sådär, [inaudible] `1 2` och [länken](https://a.example).',
        '',
        '## Andra delen',
        '',
        '- **Eva:** Och \\[sen\\]?',
        '> **Bo Ek:** Inget_alls_hände.',
        '',
        '---',
      ].join('\n'),
    ),
    'talk.md',
  );
  expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Eva', 'Hur gick det?'],
    ['Bo Ek', 'Sådär, [inaudible] 1 2 och länken.'],
    ['Eva', 'Och [sen]?'],
    ['Bo Ek', 'Inget_alls_hände.'],
  ]);
  expect(skipped).toEqual(['Intervju 3', 'Andra delen']);
});

test('Markdown with who speaks as headings that come back', () => {
  expect(
    spoken(
      't.md',
      '## Eva',
      'Hur gick det?',
      '',
      '## Bo',
      'Sådär.',
      '',
      '## Eva',
      'Och sen?',
      '',
      '## Bo',
      'Inget.',
    ),
  ).toEqual([
    ['Eva', null, 'Hur gick det?'],
    ['Bo', null, 'Sådär.'],
    ['Eva', null, 'Och sen?'],
    ['Bo', null, 'Inget.'],
  ]);
});

test('what a transcript says of itself first is nobody', () => {
  const { turns } = readTranscript(
    bytesOf('Date: 3 May 2026\nLocation: Boden\nEva: How was it?\nBo: Fine.\nEva: And?\nBo: No.\n'),
  );
  expect(guessCast(speakersOf(turns))).toEqual({
    Date: 'nobody',
    Location: 'nobody',
    Eva: 'interviewer',
    Bo: 'interviewee',
  });
});

const table = async (text: string, part?: string) => {
  const read = await readFile(bytesOf(text), 'talk.csv', part);
  return { ...read, turns: read.turns.map(({ speaker, atMs, text }) => [speaker, atMs, text]) };
};
const refused = async (text: string) => {
  try {
    await table(text);
  } catch (error) {
    if (isAppError(error)) return { code: error.code, ...error.params };
    throw error;
  }
  return { code: 'accepted' };
};

test('.csv by its columns’ names: English with commas, Swedish from Excel with semicolons', async () => {
  expect(
    (
      await table(
        'Time,Speaker,Text\n0:03,Eva,"How, exactly, did it go?"\n0:09,Bo,"He said ""no"".\nTwice."\n',
      )
    ).turns,
  ).toEqual([
    ['Eva', 3_000, 'How, exactly, did it go?'],
    ['Bo', 9_000, 'He said "no".\nTwice.'],
  ]);
  expect(
    (
      await table(
        'sep=;\nTalare;Tid;Replik\r\nEva;00:00:03;Hur gick det?\r\n;;Riktigt?\r\nBo;00:00:09;Sådär.\r\n',
      )
    ).turns,
  ).toEqual([
    ['Eva', 3_000, 'Hur gick det?\nRiktigt?'],
    ['Bo', 9_000, 'Sådär.'],
  ]);
});

test('.csv: a title above the names, times in seconds, empty rows', async () => {
  expect(
    (await table('Intervju 3\n\nstart (s)\tspeaker\tutterance\n3.5\tEva\tHi.\n\t\t\n9\tBo\tHello.\n')).turns,
  ).toEqual([
    ['Eva', 3_500, 'Hi.'],
    ['Bo', 9_000, 'Hello.'],
  ]);
});

test('.csv with several interviews: one at a time', async () => {
  const text = 'Interview,Speaker,Text\nA,Eva,Hi.\nB,Eva,Well?\nA,Bo,Hello.\nB,Ali,So.\n';
  expect(await table(text)).toMatchObject({
    parts: ['A', 'B'],
    part: 'A',
    turns: [
      ['Eva', null, 'Hi.'],
      ['Bo', null, 'Hello.'],
    ],
  });
  expect((await table(text, 'B')).turns).toEqual([
    ['Eva', null, 'Well?'],
    ['Ali', null, 'So.'],
  ]);
});

test('.csv without the names, and one that never ends a quotation', async () => {
  expect(await refused('a,b\n1,2\n')).toEqual({ code: 'csvColumns', found: 'a, b' });
  expect(await refused('speaker,text\nEva,"Hur gick det?\nBo,Sådär.\n')).toMatchObject({ code: 'csvBroken' });
});

test('.csv: words with the sign between the columns in them, without quotation marks', async () => {
  expect((await table('Talare;Replik\nBo;Inte alls; jag väntade.\nEva;Jaså.;;\n')).turns).toEqual([
    ['Bo', null, 'Inte alls; jag väntade.'],
    ['Eva', null, 'Jaså.'],
  ]);
  expect(await refused('Replik;Talare\nHej.;Eva\nInte alls; jag väntade.;Bo\n')).toEqual({
    code: 'csvBroken',
    line: 3,
    reason: 'wide',
  });
});
