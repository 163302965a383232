import { LIMITS, type Severity } from '../journey/model.ts';
import type { Line } from './document.ts';
import { type FindingReading, isFinding, type Reading, readLine } from './reading.ts';

/** A line of the notes as a turn of the transcript: its words without the sign. */
export interface FrozenTurn {
  lineId: string;
  /** `companion`: another one who answers. `interviewer`: also what is to be asked again. */
  speaker: Line['speaker'];
  atMs: number | null;
  text: string;
}

/** What a sign made of a line, as a passage of a turn. */
export interface FrozenFinding {
  /** The line with the sign. */
  lineId: string;
  /** Of the turn its words stand in: an earlier line's when the sign stands alone. */
  turnOf: string;
  kind: 'quote' | 'friction' | 'emotion';
  words: string;
  /** UTF-16 units in the turn's text, end excluded. */
  start: number;
  end: number;
  emoji: string | null;
  valence: number | null;
  severity: Severity | null;
  touchpointId: string | null;
}

/**
 * The notes as turns and findings. A friction or emotion sign alone is about the answer before it; where
 * there is none, it is kept as a turn of its own. A `#` line lends its touchpoint to what follows; one that
 * names no touchpoint of the map is kept as a remark of the interviewer. Pure.
 * @param read readLine, or one that remembers
 */
export function frozen(
  lines: readonly Line[],
  read: (line: Line) => Reading = ({ text }) => readLine(text),
): { turns: FrozenTurn[]; findings: FrozenFinding[] } {
  const turns: FrozenTurn[] = [];
  const findings: FrozenFinding[] = [];
  let touchpointId: string | null = null;
  let answer: FrozenTurn | null = null;
  for (const line of lines) {
    const reading = read(line);
    if (reading.kind === 'touchpoint') {
      touchpointId = line.touchpointId;
      if (touchpointId !== null || reading.words === '') continue;
    }
    const isAlone = reading.words === '';
    if (isAlone && !isFelt(reading)) continue;
    const about: FrozenTurn | null = isAlone ? answer : null;
    const turn: FrozenTurn = about ?? turnOf(line, reading);
    if (!about) {
      turns.push(turn);
      if (turn.speaker !== 'interviewer') answer = turn;
    }
    if (isFinding(reading)) findings.push({ ...findingOf(line, reading, turn), touchpointId });
  }
  return { turns, findings };
}

/** What may stand without words, about what was said before it. */
const isFelt = ({ kind }: Reading): boolean => kind === 'friction' || kind === 'emotion';

function turnOf({ id, speaker, atMs, text }: Line, reading: Reading): FrozenTurn {
  const words = reading.kind === 'touchpoint' ? text.trim() : reading.words || text.trim();
  return { lineId: id, speaker: speakerOf(speaker, reading), atMs, text: words };
}

/** What is marked is what somebody who answers said or felt, whoever the line was under. */
function speakerOf(speaker: Line['speaker'], reading: Reading): Line['speaker'] {
  if (reading.kind === 'again' || reading.kind === 'touchpoint') return 'interviewer';
  return isFinding(reading) && speaker === 'interviewer' ? 'interviewee' : speaker;
}

function findingOf(
  { id }: Line,
  reading: FindingReading,
  turn: FrozenTurn,
): Omit<FrozenFinding, 'touchpointId'> {
  const words = shortened(turn.text);
  return {
    lineId: id,
    turnOf: turn.lineId,
    kind: reading.kind,
    words,
    start: 0,
    end: words.length,
    emoji: reading.kind === 'emotion' ? reading.emoji : null,
    valence: reading.kind === 'emotion' ? reading.valence : null,
    severity: reading.kind === 'friction' ? reading.severity : null,
  };
}

/** As much as a card holds, cut between two words. */
function shortened(text: string): string {
  if (text.length <= LIMITS.cardText) return text;
  const cut = text.slice(0, LIMITS.cardText + 1);
  const end = cut.search(/\s\S*$/u);
  return cut.slice(0, end > 0 ? end : LIMITS.cardText).trimEnd();
}
