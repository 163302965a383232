import { expect, test } from 'vitest';
import { guessCast, readTranscript, speakersOf } from '../../../lib/notes/transcript/index.ts';
import { fixture, reason, shared } from './support.ts';

/** Turns and turns per speaker: pdpilot by the numbers its transcripts carry, water by its own table (interviews.csv). */
const EXPECTED: Record<string, { turns: number; speakers: Record<string, number>; asks: string[] }> = {
  'interviews-pdpilot-en/P2.txt': { turns: 165, speakers: { Dan: 81, Participant: 84 }, asks: ['Dan'] },
  'interviews-pdpilot-en/P3.txt': { turns: 121, speakers: { Dan: 61, Participant: 60 }, asks: ['Dan'] },
  'interviews-pdpilot-en/P4.txt': { turns: 109, speakers: { Dan: 54, Participant: 55 }, asks: ['Dan'] },
  // One of its labels is misspelt ("Particpant").
  'interviews-pdpilot-en/P5.txt': { turns: 134, speakers: { Dan: 67, Participant: 67 }, asks: ['Dan'] },
  'interviews-water-en/21-22-combined-interview-10.vtt': {
    turns: 130,
    speakers: { 'Interviewer 2': 8, Interviewee: 64, 'Interviewer 1': 58 },
    asks: ['Interviewer 2', 'Interviewer 1'],
  },
  'interviews-water-en/21-22-combined-interview-13.vtt': {
    turns: 115,
    speakers: { 'Interviewer 1': 49, Interviewee: 59, 'Interviewer 2': 7 },
    asks: ['Interviewer 1', 'Interviewer 2'],
  },
  'interviews-water-en/21-22-combined-interview-14.vtt': {
    turns: 128,
    speakers: { 'Interviewer 1': 56, Interviewee: 64, 'Interviewer 2': 8 },
    asks: ['Interviewer 1', 'Interviewer 2'],
  },
  'interviews-water-en/april-22-interview-1.txt': {
    turns: 53,
    speakers: { Interviewer: 27, Interviewee: 26 },
    asks: ['Interviewer'],
  },
  'interviews-water-en/april-22-interview-12.txt': {
    turns: 79,
    speakers: { Interviewer: 40, Interviewee: 39 },
    asks: ['Interviewer'],
  },
  'interviews-water-en/april-22-interview-13.txt': {
    turns: 78,
    speakers: { Interviewee: 39, Interviewer: 39 },
    asks: ['Interviewer'],
  },
  // The table and the file have one "Interviewee.": the same person.
  'interviews-water-en/april-22-interview-14.txt': {
    turns: 68,
    speakers: { Interviewer: 34, Interviewee: 34 },
    asks: ['Interviewer'],
  },
  'interviews-water-en/april-22-interview-15.txt': {
    turns: 61,
    speakers: { Interviewer: 31, Interviewee: 30 },
    asks: ['Interviewer'],
  },
};

const count = (bytes: Uint8Array, name: string) => {
  const { turns } = readTranscript(bytes, name);
  const speakers = speakersOf(turns);
  const cast = guessCast(speakers);
  return {
    turns: turns.length,
    speakers: Object.fromEntries(speakers.map((s) => [s.label, s.turns])),
    asks: speakers.map((s) => s.label).filter((label) => cast[label] === 'interviewer'),
  };
};

test('P1 as pdftotext wrote it: 94 numbered turns of two speakers, page furniture gone', () => {
  const bytes = fixture('interviews-pdpilot-en/P1.txt');
  expect(count(bytes, 'P1.txt')).toEqual({
    turns: 94,
    speakers: { Dan: 47, Participant: 47 },
    asks: ['Dan'],
  });
  const { turns, skipped } = readTranscript(bytes, 'P1.txt');
  expect(skipped).toEqual(['Interview']);
  expect(turns.filter((t) => /\d\/5|\f|\s{2}|\n/.test(t.text))).toEqual([]);
  expect(turns[3]?.text).toBe(
    "Ah, yeah. Not all the time, so it's not the main thing we do, but in our initial data explorations, we tend to use ICE plots.",
  );
});

test('a line printed again on top of the next page counts once', () => {
  const { turns } = readTranscript(fixture('interviews-pdpilot-en/P1.txt'), 'P1.txt');
  const split = turns.filter((t) => t.text.includes('that and I thought it was useful'));
  expect(split).toHaveLength(1);
  expect(split[0]?.text.split('that and I thought it was useful')).toHaveLength(2);
});

for (const [file, expected] of Object.entries(EXPECTED)) {
  const bytes = file.startsWith('interviews-pdpilot-en/') ? fixture(file) : shared(file);
  test.skipIf(!bytes)(`turns and speakers of ${file}${reason(bytes)}`, () => {
    expect(count(bytes as Uint8Array, file)).toEqual(expected);
  });
}
