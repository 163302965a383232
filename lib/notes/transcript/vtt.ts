import { AppError } from '../../errors.ts';
import { splitLabel } from './labels.ts';
import { checkLength, clockMs, type Turn } from './turn.ts';

/** What may be wrong with a WebVTT file; `reason` in the params of AppError vttMalformed. */
export type VttFault = 'signature' | 'untimed' | 'timestamp' | 'order' | 'blankLine' | 'tag';

const TIMING = /^\s*(\S+?)\s*-->\s*(\S+)(?:[ \t]+\S.*)?$/;
const STAMP = /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}$/;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  lrm: '',
  rlm: '',
  quot: '"',
  apos: "'",
};

interface Cue {
  id: string;
  startMs: number;
  /** 1-based, of the first line of its text. */
  line: number;
  text: string;
}

function malformed(line: number, reason: VttFault): AppError {
  return new AppError('vttMalformed', { line, reason });
}

export const isVtt = (text: string, fileName = ''): boolean =>
  /\.vtt$/i.test(fileName) || /^WEBVTT(?:[ \t\n]|$)/.test(text);

/** The cues in the file's order; refuses what a player would drop silently, because words would be lost. */
function readCues(text: string): Cue[] {
  const lines = text.split('\n');
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) throw malformed(1, 'signature');
  const cues: Cue[] = [];
  let at = 1;
  while (at < lines.length && lines[at]?.trim() !== '' && !lines[at]?.includes('-->')) at++;
  while (at < lines.length) {
    const first = lines[at] ?? '';
    if (first.trim() === '') {
      at++;
    } else if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(first)) {
      while (at < lines.length && lines[at]?.trim() !== '') at++;
    } else {
      const id = first.includes('-->') ? '' : first.trim();
      if (id !== '') at++;
      const startMs = readTiming(lines[at] ?? '', at + 1);
      const body = at + 1;
      for (at = body; at < lines.length && lines[at]?.trim() !== ''; at++) {
        if (lines[at]?.includes('-->')) throw malformed(at + 1, 'blankLine');
      }
      cues.push({ id, startMs, line: body + 1, text: lines.slice(body, at).join('\n') });
    }
  }
  return cues;
}

/** Start of a timing line in milliseconds. */
function readTiming(line: string, number: number): number {
  if (!line.includes('-->')) throw malformed(number, 'untimed');
  const [, from = '', to = ''] = TIMING.exec(line) ?? [];
  const startMs = STAMP.test(from) ? clockMs(from) : null;
  const endMs = STAMP.test(to) ? clockMs(to) : null;
  if (startMs === null || endMs === null) throw malformed(number, 'timestamp');
  if (endMs < startMs) throw malformed(number, 'order');
  return startMs;
}

const plain = (text: string): string =>
  text
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();

/** A cue's speech by voice; '' where the cue names nobody. */
function voices(cue: Cue): { speaker: string; text: string }[] {
  const spoken: { speaker: string; text: string }[] = [];
  let speaker = '';
  let text = '';
  const close = () => {
    if (plain(text) !== '') spoken.push({ speaker, text: plain(text) });
    text = '';
  };
  // A tag starts with a letter, a slash or a time; any other "<" is somebody writing "< 5".
  for (const part of cue.text.split(/(<(?=[a-z/\d])[^<>]*>?)/i)) {
    const tag = /^<(?=[a-z/\d])/i.test(part) ? part : null;
    if (tag === null) text += part;
    else if (!tag.endsWith('>')) throw malformed(cue.line, 'tag');
    else if (/^<v[.\s]/i.test(tag)) {
      close();
      speaker = plain(tag.slice(2, -1).replace(/^\.\S*/, ''));
    } else if (/^<\/v\s*>$/i.test(tag)) {
      close();
      speaker = '';
    }
  }
  close();
  return spoken;
}

/** Teams cuts one utterance into cues `<id>/7-0`, `<id>/7-1`; whoever reads wants it whole. */
const utterance = (id: string): string | null => /^(.+\/\d+)-\d+$/.exec(id)?.[1] ?? null;

/**
 * The turns of a WebVTT file: one per voice and cue. A cue without `<v Speaker>` is read as
 * `Speaker: text`, else it goes on with what was said before. Throws AppError vttMalformed { line, reason },
 * transcriptNoTurns when nobody is named anywhere, transcriptTooLong.
 */
export function readVtt(text: string): Turn[] {
  const turns: Turn[] = [];
  let previous: string | null = null;
  for (const cue of readCues(text)) {
    const current = utterance(cue.id);
    for (const spoken of voices(cue)) {
      const last = turns.at(-1);
      const split = spoken.speaker === '' ? splitLabel(spoken.text) : null;
      const speaker = spoken.speaker || split?.label || '';
      const goesOn =
        last && (speaker === '' || (current !== null && current === previous && last.speaker === speaker));
      if (goesOn) last.text += ` ${spoken.text}`;
      else if (speaker !== '') turns.push({ speaker, atMs: cue.startMs, text: split?.rest ?? spoken.text });
    }
    previous = current;
  }
  checkLength(turns.length);
  if (turns.length === 0) throw new AppError('transcriptNoTurns');
  return turns;
}
