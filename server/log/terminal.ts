import type { ToldError } from './errors.ts';

interface Line {
  time: string;
  level: string;
  msg: string;
  err?: ToldError;
  [field: string]: unknown;
}

const COLOUR: Record<string, string> = { error: '\x1b[31m', warn: '\x1b[33m', debug: '\x1b[2m' };
const DIM = '\x1b[2m';
const PLAIN = '\x1b[0m';

/** A line of the log as a person at a terminal reads it: the time of day, the sentence, and what belongs to it. */
export function forTerminal(json: string): string {
  const { time, level, msg, err, ...fields } = JSON.parse(json) as Line;
  const colour = COLOUR[level] ?? '';
  const at = new Date(time).toTimeString().slice(0, 8);
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const first = [`${DIM}${at}${PLAIN} ${colour}${msg}${PLAIN}`, ...rest].join(' ');
  return `${[first, ...causes(err)].join('\n')}\n`;
}

function causes(err: ToldError | undefined): string[] {
  if (!err) return [];
  const named = [err.type, err.code && `(${err.code})`].filter(Boolean).join(' ');
  const stack = err.stack?.split('\n').map((line) => `${DIM}    ${line}${PLAIN}`) ?? [];
  return [`  ${named}: ${err.message}`, ...stack, ...causes(err.cause)];
}
