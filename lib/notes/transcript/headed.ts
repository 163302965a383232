import { isNotice } from './furniture.ts';
import { checkLength, clockMs, TRANSCRIPT_LIMITS, type Transcript, type Turn } from './turn.ts';

const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`;
const NAME = String.raw`\p{L}[\p{L}\p{M}\d .'’&/_()-]{0,${TRANSCRIPT_LIMITS.label - 1}}?`;
/** `Anna Ek   0:03`, `[Anna Ek] 10:03:12`, `Anna Ek (00:03):`, `Anna Ek | 0:03`. */
const NAME_FIRST = new RegExp(
  String.raw`^(\[)?(${NAME})\]?\s*[|–—-]?\s*[([]?(?<![\d:])(${TIME})[)\]]?(?:\s*(?:am|pm))?:?$`,
  'iu',
);
/** `0:03 Anna Ek`, `[00:00:03] Anna Ek`. */
const TIME_FIRST = new RegExp(String.raw`^[([]?(${TIME})[)\]]?\s*[|–—-]?\s*(${NAME}):?$`, 'u');

interface Head {
  label: string;
  atMs: number | null;
  /** Zoom's captions carry the time of day, not of the talk. */
  ofDay: boolean;
}

function readHead(line: string): Head | null {
  const nameFirst = NAME_FIRST.exec(line);
  const [bracket, name, time] = nameFirst
    ? [nameFirst[1], nameFirst[2], nameFirst[3]]
    : ((match) => [undefined, match?.[2], match?.[1]])(TIME_FIRST.exec(line));
  if (name === undefined || time === undefined || name.trim().split(/\s+/).length > 6) return null;
  const ofDay = bracket !== undefined && /^\d{1,2}:\d{2}:\d{2}$/.test(time);
  return { label: name.trim().replace(/\s+/g, ' '), atMs: clockMs(time), ofDay };
}

/**
 * Transcripts in which who speaks stands on a line of its own with the time, and the words below: Word
 * files of Teams, captions of Zoom, Otter and others. Null when the text is not written like that.
 */
export function readHeaded(text: string): Transcript | null {
  const lines = text.split('\n').map((line) => line.trim());
  const heads = lines.map((line) => (line.length > 120 ? null : readHead(line)));
  const found = heads.filter((head) => head !== null);
  if (found.length < 2) return null;
  checkLength(found.length);
  const first = found[0]?.ofDay ? (found[0].atMs ?? 0) : 0;
  const turns: Turn[] = [];
  const skipped: string[] = [];
  let afterBlank = false;
  for (const [i, line] of lines.entries()) {
    const head = heads[i];
    const last = turns.at(-1);
    if (head) {
      const atMs = head.atMs === null ? null : Math.max(0, head.atMs - (head.ofDay ? first : 0));
      turns.push({ speaker: head.label, atMs, text: '' });
    } else if (line !== '') {
      const words = line.replace(/\s+/g, ' ');
      if (!last || isNotice(line)) skipped.push(words);
      else last.text += `${last.text === '' ? '' : afterBlank ? '\n' : ' '}${words}`;
    }
    afterBlank = line === '';
  }
  const spoken = turns.filter((turn) => turn.text !== '');
  // A table of contents has names and times too, but nothing said.
  return spoken.length * 2 > turns.length ? { turns: spoken, skipped } : null;
}
