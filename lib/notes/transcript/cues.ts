import { AppError } from '../../errors.ts';
import { splitLabel } from './labels.ts';
import { checkLength, clockMs, type Transcript, type Turn } from './turn.ts';

/** `00:00:01,000 --> 00:00:04,000` of .srt and of Teams' older Word files, `0:00:01.000,0:00:04.000` of .sbv. */
const ARROW =
  /^(\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,3})?)\s*-->\s*(\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,3})?)(?:\s.*)?$/;
const COMMA = /^(\d{1,2}:\d{2}:\d{2}\.\d{3}),(\d{1,2}:\d{2}:\d{2}\.\d{3})$/;

interface Cue {
  startMs: number;
  lines: string[];
}

const timing = (line: string) => ARROW.exec(line) ?? COMMA.exec(line);

/** Whether a text consists of cues: a time stands near its beginning, and by its name or by what follows it is no prose. */
export const isCues = (text: string, fileName = ''): boolean =>
  /\.(?:srt|sbv)$/i.test(fileName) || text.split('\n').filter((line) => timing(line.trim())).length >= 2;

/** Throws AppError cuesMalformed { line } at a time that cannot be read. */
function readCues(text: string): Cue[] {
  const lines = text.split('\n').map((line) => line.trim());
  const cues: Cue[] = [];
  for (const [i, line] of lines.entries()) {
    const match = timing(line);
    if (!match && line.includes('-->') && /\d/.test(line))
      throw new AppError('cuesMalformed', { line: i + 1 });
    if (match) {
      const startMs = clockMs(match[1] ?? '');
      const endMs = clockMs(match[2] ?? '');
      if (startMs === null || endMs === null || endMs < startMs) {
        throw new AppError('cuesMalformed', { line: i + 1 });
      }
      cues.push({ startMs, lines: [] });
    } else if (line !== '' && !(/^\d+$/.test(line) && timing(lines[i + 1] ?? ''))) {
      cues.at(-1)?.lines.push(plain(line));
    }
  }
  return cues;
}

/** Without the marks of how a line is to be shown. */
const plain = (line: string): string =>
  line
    .replace(/<\/?(?:[ibu]|font|c)\b[^<>]*>/gi, '')
    .replace(/\{\\an\d\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Teams' older Word files name the speaker on the first line of each cue: few names, each again and again. */
function namedFirst(cues: readonly Cue[]): boolean {
  const heads = cues.filter((cue) => cue.lines.length > 1).map((cue) => cue.lines[0] ?? '');
  const short = heads.filter((head) => /^\p{Lu}[^.?!:]{0,59}$/u.test(head) && head.split(' ').length <= 6);
  return (
    heads.length * 2 > cues.length && short.length === heads.length && new Set(heads).size * 2 <= heads.length
  );
}

/**
 * The turns of .srt, .sbv and the like: who speaks stands before a colon or in brackets, or on the cue's
 * first line; a cue that names nobody goes on with what was said before. Throws AppError cuesMalformed,
 * transcriptNoTurns, transcriptTooLong.
 */
export function readCaptions(text: string): Transcript {
  const cues = readCues(text);
  const headed = namedFirst(cues);
  const turns: Turn[] = [];
  const skipped: string[] = [];
  for (const { startMs, lines } of cues) {
    const [head = '', ...rest] = lines;
    const named = headed && rest.length > 0 ? [{ label: head, rest: rest.join(' ') }] : null;
    for (const spoken of named ?? lines.map(speakerOf)) {
      const last = turns.at(-1);
      if (spoken.label !== '') turns.push({ speaker: spoken.label, atMs: startMs, text: spoken.rest });
      else if (last) last.text += ` ${spoken.rest}`;
      else skipped.push(spoken.rest);
    }
  }
  const joined = joinRuns(turns);
  checkLength(joined.length);
  if (joined.length === 0) throw new AppError('transcriptNoTurns');
  return { turns: joined, skipped };
}

function speakerOf(line: string): { label: string; rest: string } {
  const bracketed = /^(?:>>\s*)?[[(](\p{Lu}[\p{L}\p{M} .'’-]{1,40})[\])]:?\s+(\S.*)$/u.exec(line);
  if (bracketed?.[1] && bracketed[2] && line.startsWith('['))
    return { label: bracketed[1], rest: bracketed[2] };
  return splitLabel(line.replace(/^(?:>>|[-–])\s*/, '')) ?? { label: '', rest: line };
}

/** A sentence cut over several cues of one voice is one turn, as a person would write it down. */
function joinRuns(turns: readonly Turn[]): Turn[] {
  const out: Turn[] = [];
  for (const turn of turns) {
    const last = out.at(-1);
    if (last?.speaker === turn.speaker && !/[.?!…]["”’]?$/.test(last.text)) last.text += ` ${turn.text}`;
    else out.push({ ...turn });
  }
  return out;
}
