import { AppError } from '../../errors.ts';
import { isNotice } from './furniture.ts';
import { type Opening, readOpening, withoutSlips } from './labels.ts';
import { joinPages } from './pages.ts';
import { checkLength, clockMs, type Transcript, type Turn } from './turn.ts';

interface Line {
  text: string;
  opening: Opening | null;
  afterBlank: boolean;
  /** The line before ended a sentence or was too short to have been wrapped. */
  afterRest: boolean;
}

/** Programs wrap no narrower than this many characters. */
const WRAPPED = 50;

/** Meet sets the time on a line of its own every few minutes. */
const CLOCK = /^\d{1,2}:\d{2}:\d{2}$/;

const readsAsSentence = (label: string): boolean =>
  label.split(' ').filter((word) => /^\p{Ll}/u.test(word)).length > 1;

/**
 * Which of the lines that look like `Name: …` do open a turn. In a numbered transcript only numbered lines
 * do. Elsewhere a name stands where a line before it has come to rest, or comes back; a lower-case word must
 * come back three times, because "but: …" is a sentence's beginning far more often than a speaker.
 */
function openings(lines: readonly Line[]): Set<Line> {
  const candidates = lines.filter((line) => line.opening);
  const numbered = candidates.filter((line) => line.opening?.number !== null);
  if (numbered.length >= 2 && numbered.length * 2 > candidates.length) return new Set(numbered);
  const counts = new Map<string, number>();
  for (const { opening } of candidates) {
    if (opening) counts.set(opening.label, (counts.get(opening.label) ?? 0) + 1);
  }
  return new Set(
    candidates.filter(({ opening, afterRest }) => {
      if (!opening) return false;
      const count = counts.get(opening.label) ?? 0;
      if (count === 1 && readsAsSentence(opening.label)) return false;
      return /^\p{Lu}/u.test(opening.label) ? afterRest || count >= 2 : count >= 3;
    }),
  );
}

/**
 * Turns of `Speaker: text`, with whatever of running numbers, times, wrapped lines, blank lines and page
 * furniture the program put around them. Throws AppError transcriptNoTurns, transcriptTooLong.
 */
export function readPlain(text: string): Transcript {
  const raw = joinPages(text);
  const lines = raw.map((text, i) => {
    const before = raw[i - 1]?.trim() ?? '';
    const afterRest = before.length < WRAPPED || /[.?!…:)\]"”’]$/.test(before);
    return { text, opening: readOpening(text), afterBlank: before === '', afterRest };
  });
  const opens = openings(lines);
  checkLength(opens.size);
  const meant = withoutSlips([...opens].map((line) => line.opening?.label ?? ''));
  const turns: Turn[] = [];
  const skipped: string[] = [];
  let clock: number | null = null;
  for (const line of lines) {
    const words = line.text.trim().replace(/\s+/g, ' ');
    const last = turns.at(-1);
    if (line.opening && opens.has(line)) {
      const { label, atMs, rest } = line.opening;
      turns.push({
        speaker: meant.get(label) ?? label,
        atMs: atMs ?? clock,
        text: rest.replace(/\s+/g, ' '),
      });
      clock = null;
    } else if (CLOCK.test(words)) {
      clock = clockMs(words);
    } else if (isNotice(words)) {
      skipped.push(words);
    } else if (words !== '') {
      // A bare number is the program's, not a heading somebody may miss.
      if (!last) skipped.push(...(/^\d+$/.test(words) ? [] : [words]));
      else last.text += `${last.text === '' ? '' : line.afterBlank ? '\n' : ' '}${words}`;
    }
  }
  const spoken = turns.filter((turn) => turn.text !== '');
  if (spoken.length === 0) throw new AppError('transcriptNoTurns');
  return { turns: spoken, skipped };
}
