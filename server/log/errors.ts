import { inspect } from 'node:util';
import { isAppError } from '../../lib/errors.ts';

/** What the log tells of an error: enough to find it, nothing anybody wrote. */
export interface ToldError {
  type: string;
  message: string;
  /** A system's or the database's code for it. */
  code?: string;
  /** The database's own names: never values. */
  table?: string;
  constraint?: string;
  /** Where it came from, without the first line: that repeats the message. */
  stack?: string;
  cause?: ToldError;
}

const LONGEST = 500;
const DEEPEST = 4;

/**
 * An error without people's words in it. Errors quote what they stumbled over: a JSON parser the text, a
 * database the row, a query builder every parameter.
 */
export function tellError(error: unknown, depth = 1): ToldError {
  if (!(error instanceof Error)) return { type: typeof error, message: redact(String(error)) };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const stack = framesOf(error);
  return {
    type: error.name,
    message: isAppError(error) ? error.code : sentenceOf(error),
    ...(typeof code === 'string' && { code }),
    ...(typeof table === 'string' && { table }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(stack && { stack }),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: tellError(error.cause, depth + 1) }),
  };
}

/** A sentence without what is quoted in it, without addresses and without what may be a secret. */
export function redact(text: string): string {
  return (
    text
      // drizzle: `Failed query: select … params: everything that was in it`.
      .replace(/\s*\bparams:.*$/s, ' params: …')
      // An apostrophe within a word opens nothing.
      .replace(/"[^"]*"?|(?<!\w)'[^']*'|`[^`]*`|“[^”]*”|‘[^’]*’/g, '"…"')
      .replace(/[^\s<>@]+@[^\s<>@]+/g, '…@…')
      .replace(/(\/(?:join|s)\/)[^\s/?#]+/g, '$1…')
      .replace(/[\w+/-]{16,}={0,2}/g, (run) => (isPlain(run) ? run : '…'))
      .slice(0, LONGEST)
  );
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** An id, a path or a long word; a token has figures or capitals in it. */
const isPlain = (run: string) =>
  UUID.test(run) || /^[a-z/_-]+$/.test(run) || (run.length < 24 && !/\d/.test(run));

/** Names in a statement are ours, and what PostgreSQL does not know (class 42) is no value either. */
function sentenceOf(error: Error): string {
  const isOurs =
    error.message.startsWith('Failed query:') || /^42/.test(String((error as { code?: unknown }).code));
  return isOurs ? redact(error.message.replace(/"(\w+)"/g, '$1')) : redact(error.message);
}

/** By `inspect`, which Next teaches to name the sources; the message, which may have any lines, is passed over. */
function framesOf(error: Error): string {
  const text = inspect(error, { depth: 0, colors: false });
  const lines = text.slice(Math.max(0, text.indexOf(error.message)) + error.message.length).split('\n');
  return lines
    .filter((line) => /^ {4}at \S.*[:)]/.test(line))
    .map((line) => line.trim().replace(/ \{$/, ''))
    .join('\n');
}
