import { expect, test } from 'vitest';
import {
  castTurns,
  guessCast,
  parseTranscript,
  readTranscript,
  speakersOf,
} from '../../../lib/notes/transcript/index.ts';
import { bytesOf } from './support.ts';

const brief = (text: string, name?: string) =>
  parseTranscript(bytesOf(text), name).map(
    (t) => `${t.speaker}${t.atMs === null ? '' : `@${t.atMs}`}: ${t.text}`,
  );

test('UTF-8 with its mark, UTF-16 of both orders, any line ends', () => {
  const text = 'Kund: Åh, så skönt.\r\nIntervjuare: Berätta!\r';
  const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  for (const bytes of [bytesOf(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), utf16be]) {
    expect(parseTranscript(new Uint8Array(bytes)).map((t) => t.text)).toEqual(['Åh, så skönt.', 'Berätta!']);
  }
});

test('wrapped lines are one turn, paragraphs stay apart', () => {
  expect(brief('Anna: first line\nsecond line\n\nnew paragraph\n\nBo: yes')).toEqual([
    'Anna: first line second line\nnew paragraph',
    'Bo: yes',
  ]);
});

test('a sentence with a colon does not become a speaker', () => {
  const text = `Anna: I told them
what I wanted: a refund.

Bo: and then?

Anna: I wrote it all down, the whole of it, in one very long letter to their
Manager: not even a letter came back, and this line was wrapped by a program.`;
  expect(brief(text)).toEqual([
    'Anna: I told them what I wanted: a refund.',
    'Bo: and then?',
    'Anna: I wrote it all down, the whole of it, in one very long letter to their Manager: not even a letter came back, and this line was wrapped by a program.',
  ]);
});

test('times before or after the name', () => {
  expect(brief('[00:01:05] Anna: ja\nBo (1:10): nej\nAnna 01:02:03: jo\n00:00:09.5 Bo: nä')).toEqual([
    'Anna@65000: ja',
    'Bo@70000: nej',
    'Anna@3723000: jo',
    'Bo@9500: nä',
  ]);
});

test('Swedish labels, digits and double names', () => {
  const turns = parseTranscript(
    bytesOf('Intervjuare 1: Hur då?\nÅsa-Märta af Ö: Så här.\nIntervjuare 2: Jaha?'),
  );
  const cast = guessCast(speakersOf(turns));
  expect(cast).toEqual({
    'Intervjuare 1': 'interviewer',
    'Åsa-Märta af Ö': 'interviewee',
    'Intervjuare 2': 'interviewer',
  });
});

test('who is called respondent is never guessed to be the one who asks', () => {
  const turns = parseTranscript(bytesOf('Eva: Berätta.\nRespondent: Va? Hur? När?\nEva: Nå?'));
  expect(guessCast(speakersOf(turns))).toEqual({ Eva: 'interviewer', Respondent: 'interviewee' });
});

test('a name that is nobody joins the turn before it, words kept', () => {
  const turns = parseTranscript(bytesOf('Anna: one\n\nImportant: two\n\nBo: three'));
  const cast = castTurns(turns, { Anna: 'interviewee', Important: 'nobody', Bo: 'interviewer' });
  expect(cast.map((t) => [t.role, t.text])).toEqual([
    ['interviewee', 'one\nImportant: two'],
    ['interviewer', 'three'],
  ]);
});

test('a label like a property of every object has no part by accident', () => {
  const turns = parseTranscript(bytesOf('constructor: a\nconstructor: b\nconstructor: c'));
  expect(castTurns(turns, {}).map((t) => t.role)).toEqual(['interviewee', 'interviewee', 'interviewee']);
});

test('a misspelt label is the same person; two names of one length are two', () => {
  const many = 'Interviewee: ja\nInterviewer: nej\n'.repeat(12);
  const labels = (text: string) => [...new Set(parseTranscript(bytesOf(text)).map((t) => t.speaker))];
  expect(labels(many)).toEqual(['Interviewee', 'Interviewer']);
  expect(labels(`${many}Intervewee: hm`)).toEqual(['Interviewee', 'Interviewer']);
  expect(labels(`${'Speaker 11: a\nSpeaker 1: b\n'.repeat(12)}Speaker 12: c`)).toHaveLength(3);
});

test('WebVTT: voices, classes, entities, comments, styles, two voices in one cue, text beyond the tags', () => {
  const text = `WEBVTT - a talk
Kind: captions

NOTE made by
a machine

STYLE
::cue { color: red }

intro
00:00:01.000 --> 00:00:02.500 align:start
<v.loud Anna B>AT&amp;T &lt; 5 &#229;r</v><v Bo>Ja <i>så</i>!</v>

01:00:03.000 --> 01:00:04.000
- and on`;
  expect(brief(text)).toEqual(['Anna B@1000: AT&T < 5 år', 'Bo@1000: Ja så! - and on']);
});

test('WebVTT of Zoom (name in the text) and of Teams (one utterance over several cues)', () => {
  const zoom =
    'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAnna B: Hej\n\n2\n00:00:02.000 --> 00:00:03.000\nBo: Hallå';
  expect(brief(zoom)).toEqual(['Anna B@1000: Hej', 'Bo@2000: Hallå']);
  const teams = `WEBVTT\n\na1b2/7-0\n00:00:01.000 --> 00:00:02.000\n<v Anna>Det var</v>\n\na1b2/7-1\n00:00:02.000 --> 00:00:03.000\n<v Anna>inte bra.</v>\n\na1b2/9-0\n00:00:04.000 --> 00:00:05.000\n<v Anna>Nej.</v>`;
  expect(brief(teams)).toEqual(['Anna@1000: Det var inte bra.', 'Anna@4000: Nej.']);
});

test('marks of a transcriber are words like others', () => {
  expect(brief('A: [inaudible] well [crosstalk]\nB: [REDACTED]')).toEqual([
    'A: [inaudible] well [crosstalk]',
    'B: [REDACTED]',
  ]);
});

// Seconds when reading is linear, hours when it is not: the limit is the test's own.
test('hostile text of a million characters is read to its end', () => {
  for (const line of [
    'A '.repeat(500_000),
    '1 '.repeat(500_000),
    `A${' '.repeat(500_000)}`,
    `${'['.repeat(500_000)}:`,
  ]) {
    expect(() => readTranscript(bytesOf(line))).toThrow('transcriptNoTurns');
  }
  expect(readTranscript(bytesOf('A: b\n'.repeat(4_999))).turns).toHaveLength(4_999);
}, 30_000);
