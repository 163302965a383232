import { expect, test } from 'vitest';
import { speakersOf } from '../../../lib/notes/transcript/index.ts';
import { interviewsIn, reason, shared } from './support.ts';

/** Turns by speaker of every interview of interviews.csv, counted from its rows by another program. */
const EXPECTED: Record<string, Record<string, number>> = {
  '21-22 Combined · INTERVIEW 10': { 'Interviewer 2': 8, Interviewee: 64, 'Interviewer 1': 58 },
  '21-22 Combined · INTERVIEW 13': { 'Interviewer 1': 49, Interviewee: 59, 'Interviewer 2': 7 },
  '21-22 Combined · INTERVIEW 14': { 'Interviewer 1': 56, Interviewee: 64, 'Interviewer 2': 8 },
  '21-22 Combined · INTERVIEW 2': {
    Interviewee: 55,
    'Interviewer 2': 20,
    'Interviewer 1': 14,
    'Interviewer 4': 2,
    'Interviewer 3': 6,
  },
  '21-22 Combined · INTERVIEW 3': {
    'Interviewer 1': 49,
    Interviewee: 54,
    'Interviewer 2': 6,
    'Interviewer 3': 3,
  },
  '21-22 Combined · INTERVIEW 5': { Interviewee: 85, 'Interviewer 1': 61, 'Interviewer 2': 22 },
  '21-22 Combined · INTERVIEW 8': { 'Interviewer 2': 28, 'Interviewer 1': 22, 'Interviewer 3': 1 },
  '21-22 Combined · INTERVIEW 11': { Interviewer: 236, Interviewee: 595 },
  '21-22 Combined · INTERVIEW 12': { 'Interviewer 1': 151, Interviewee: 429, 'Interviewer 2': 12 },
  '21-22 Combined · INTERVIEW 15': { 'Interviewer 1': 152, Interviewee: 499, 'Interviewer 2': 28 },
  '21-22 Combined · INTERVIEW 16': { 'Interviewer 2': 133, Interviewee: 430, 'Interviewer 1': 23 },
  '21-22 Combined · INTERVIEW 17': { 'Interviewer 1': 152, Interviewee: 479, 'Interviewer 2': 48 },
  'April 22 · Interview 1': { Interviewer: 33, Interviewee: 52 },
  'April 22 · Interview 12': { Interviewer: 49, Interviewee: 126 },
  'April 22 · Interview 13': { Interviewee: 47, Interviewer: 43 },
  'April 22 · Interview 14': { Interviewer: 55, Interviewee: 34 },
  'April 22 · Interview 15': { Interviewer: 45, Interviewee: 50 },
  'April 22 · Interview 16': { Interviewer: 37, Interviewee: 32 },
  'April 22 · Interview 19': { Interviewee: 132, Interviewer: 46 },
  'April 22 · Interview 2': { Interviewer: 37, Interviewee: 74 },
  'April 22 · Interview 20': { Interviewer: 45, 'Interviewee 1 & Interviewee 2': 66 },
  'April 22 · Interview 21': { Interviewer: 42, Interviewee: 56 },
  'April 22 · Interview 22': { Interviewer: 41, Interviewee: 64 },
  'April 22 · Interview 23': { Interviewer: 35, Interviewee: 76 },
  'April 22 · Interview 24': { Interviewer: 24, Interviewee: 36 },
  'April 22 · Interview 25': { 'Interviewer 1': 74, Interviewee: 72 },
  'April 22 · Interview 26': { Interviewer: 37, Interviewee: 56 },
  'April 22 · Interview 29': { Interviewer: 55, Interviewee: 93 },
  'April 22 · Interview 3': { Interviewer: 53, Interviewee: 47 },
  'April 22 · Interview 30': {
    Interviewer: 35,
    'Interviewee 3': 17,
    'Interviewee 2': 46,
    'Interviewee 1': 3,
  },
  'April 22 · Interview 31': { Interviewer: 41, Interviewee: 33 },
  'April 22 · Interview 32': { Interviewer: 55, Interviewee: 90 },
  'April 22 · Interview 33': { Interviewee: 1, Interviewer: 55, 'Interviewee 1': 53, 'Interviewee 2': 34 },
  'April 22 · Interview 34': { 'Interviewee 1': 1, Interviewer: 34, Interviewee: 20 },
  'April 22 · Interview 35': { Interviewer: 36, Interviewee: 30 },
  'April 22 · Interview 36': { Interviewer: 42, Interviewee: 33 },
  'April 22 · Interview 37': { Interviewer: 39, Interviewee: 55 },
  'April 22 · Interview 39': { Interviewee: 49, Interviewer: 37 },
  'April 22 · Interview 4': { Interviewer: 62, Interviewee: 51 },
  'April 22 · Interview 41': { Interviewer: 77, Interviewee: 85 },
  'April 22 · Interview 5': {
    Interviewer: 53,
    'Interviewee 2': 28,
    'Interviewee 1': 23,
    'Interviewee 1 and Interviewee 2': 2,
    'Interviewee 1 or Interviewee 2': 2,
  },
  'April 22 · Interview 6': { Interviewer: 75, 'Interviewee 1': 1, 'Interviewee 1 and/or Interviewee 2': 67 },
  'April 22 · Interview 7': { Interviewer: 46, Interviewee: 53 },
  'April 22 · Interview 8': { Interviewer: 60, 'Interviewee 1 or Interviewee 2 or Interviewee 3': 58 },
};
const FILE = 'interviews-water-en/interviews.csv';
const bytes = shared(FILE);

test.skipIf(!bytes)(
  `the 44 interviews of ${FILE}, 7,614 turns, each by itself${reason(bytes)}`,
  async () => {
    const found: Record<string, Record<string, number>> = {};
    let turns = 0;
    for (const read of await interviewsIn(bytes as Uint8Array, FILE)) {
      turns += read.turns.length;
      found[read.part ?? ''] = Object.fromEntries(speakersOf(read.turns).map((s) => [s.label, s.turns]));
    }
    expect(turns).toBe(7_614);
    expect(found).toEqual(EXPECTED);
  },
  30_000,
);
