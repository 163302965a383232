import { clockMs, TRANSCRIPT_LIMITS } from './turn.ts';

/** How a line opens a turn: `[12] [00:03:10] Anna (00:03:10): text`, number and times optional. */
export interface Opening {
  /** The running number some programs print before each turn. */
  number: number | null;
  atMs: number | null;
  label: string;
  rest: string;
}

const CLOCK = String.raw`[[(]?(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?`;
const HEAD = new RegExp(
  String.raw`^\s*(?:(\d{1,5})[.)]?\s+)?(?:${CLOCK}\s*[-–]?\s*)?(\p{L}[\p{L}\p{M}\d .,'’&/_-]*?)\s*(?:\((?:guest|gäst|external|extern|host|värd|organi[sz]er|unverified|ej verifierad)\)\s*)?(?:${CLOCK})?\s*$`,
  'iu',
);
/** How far into a line the colon may stand: number, time, name and time. Keeps long lines cheap to refuse. */
const REACH = TRANSCRIPT_LIMITS.label + 60;

/** The opening of a turn, when the line could be one; whether it is, the whole file decides (plain.ts). */
export function readOpening(line: string): Opening | null {
  const colon = line.slice(0, REACH).search(/:(?:\s|$)/);
  const match = colon < 1 ? null : HEAD.exec(line.slice(0, colon));
  if (!match) return null;
  const [, number, before, raw = '', after] = match;
  const label = raw.replace(/[.,\s]+$/, '').replace(/\s+/g, ' ');
  // A name or role is short; a longer run of words before a colon is a sentence.
  if (label === '' || label.length > TRANSCRIPT_LIMITS.label || label.split(' ').length > 4) return null;
  return {
    number: number === undefined ? null : Number(number),
    atMs: clockMs(before ?? after ?? ''),
    label,
    rest: line.slice(colon + 1).trim(),
  };
}

/** `Speaker: text` within one cue. Names begin with a capital; "so: what now" is speech. */
export function splitLabel(text: string): { label: string; rest: string } | null {
  const opening = readOpening(text);
  return opening && opening.number === null && /^\p{Lu}/u.test(opening.label) && opening.rest !== ''
    ? { label: opening.label, rest: opening.rest }
    : null;
}

/** True when `slip` is `label` with one letter left out or put in. Exchanged letters may be two people. */
function isSlipOf(slip: string, label: string): boolean {
  const [short, long] = slip.length < label.length ? [slip, label] : [label, slip];
  if (long.length - short.length !== 1 || /\d/.test(long)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1);
}

/**
 * Labels as they were meant: a long label that stands once or twice beside one it differs from by a single
 * letter ("Particpant") is a typing slip, not another person.
 */
export function withoutSlips(labels: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= 10).map(([label]) => label);
  const slip = (label: string, count: number) =>
    count <= 2 && label.length >= 8 ? frequent.find((other) => isSlipOf(label, other)) : undefined;
  return new Map([...counts].map(([label, count]) => [label, slip(label, count) ?? label]));
}
