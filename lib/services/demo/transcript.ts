/**
 * The demo's transcripts are written as people read them: one turn a line, `I:` for whoever asks and
 * `K:` for whoever answers, with the marked passages in place, `{key|words}`. So the words of a finding
 * stand in the content exactly once and cannot drift from their turn.
 */
export interface MarkedTurn {
  role: 'interviewer' | 'interviewee';
  text: string;
  /** Milliseconds since the start, as a recorder would have had them. */
  atMs: number;
}

export interface Mark {
  key: string;
  /** 0-based position of the turn, and where in its text the words begin and end (end excluded). */
  turn: number;
  start: number;
  end: number;
  words: string;
}

export interface Transcript {
  turns: MarkedTurn[];
  marks: Mark[];
}

/** A calm conversation: 130 words a minute, and a breath between turns. */
const MS_PER_WORD = 60_000 / 130;
const BREATH_MS = 1_400;

/** Reads a marked transcript; throws on a line that is no turn, because the content is ours. */
export function readTranscript(content: string): Transcript {
  const turns: MarkedTurn[] = [];
  const marks: Mark[] = [];
  let atMs = 4_000;
  for (const line of content.trim().split('\n')) {
    const found = /^([IK]): (.+)$/.exec(line);
    if (!found) throw new Error(`Not a turn: ${line}`);
    const { text, marked } = unmark(found[2] as string);
    for (const m of marked) marks.push({ ...m, turn: turns.length });
    turns.push({ role: found[1] === 'I' ? 'interviewer' : 'interviewee', text, atMs: Math.round(atMs) });
    atMs += text.split(' ').length * MS_PER_WORD + BREATH_MS;
  }
  return { turns, marks };
}

function unmark(line: string): { text: string; marked: Omit<Mark, 'turn'>[] } {
  const marked: Omit<Mark, 'turn'>[] = [];
  let text = '';
  let at = 0;
  for (const m of line.matchAll(/\{(\w+)\|([^}]+)\}/g)) {
    text += line.slice(at, m.index);
    const words = m[2] as string;
    marked.push({ key: m[1] as string, start: text.length, end: text.length + words.length, words });
    text += words;
    at = m.index + m[0].length;
  }
  return { text: text + line.slice(at), marked };
}
