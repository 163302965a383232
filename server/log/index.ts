import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from '../../lib/config.ts';
import { tellError } from './errors.ts';
import { Repeats } from './repeats.ts';
import { forTerminal } from './terminal.ts';

/**
 * Where the operator reads what happened. `message` is a sentence of ours; `detail` an error, or fields that
 * are ids, codes and numbers. Never people's words, names, addresses, cookies or tokens.
 */
export interface Log {
  debug(message: string, detail?: unknown): void;
  info(message: string, detail?: unknown): void;
  warn(message: string, detail?: unknown): void;
  error(message: string, detail?: unknown): void;
}

export interface LogOptions {
  level: LogLevel;
  /** Lines for a person instead of JSON. */
  terminal?: boolean;
  /** Where lines go; default: standard output, written before the call returns. */
  to?: DestinationStream;
}

/**
 * One line per event on standard output: JSON with `level`, `time`, `msg` and `err`, or text for a terminal.
 * A sentence that repeats itself is counted in `more`.
 */
export function createLog({
  level,
  terminal = false,
  to = destination({ fd: 1, sync: true }),
}: LogOptions): Log {
  const out: DestinationStream = terminal ? { write: (json) => to.write(forTerminal(json)) } : to;
  const lines = pino(
    {
      level,
      // Who and where is what the collector of the log adds.
      base: null,
      // Told already: pino's own would tell everything.
      serializers: { err: (told: unknown) => told },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    out,
  );
  const repeats = new Repeats<keyof Log>((label, message, more) => lines[label]({ more }, message));
  const at = (label: keyof Log) => (message: string, detail?: unknown) => {
    if (!lines.isLevelEnabled(label) || !repeats.mayWrite(label, message)) return;
    lines[label](fieldsOf(detail), message);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function fieldsOf(detail: unknown): object {
  if (detail === undefined || detail === null || detail === '') return {};
  const isFields = typeof detail === 'object' && Object.getPrototypeOf(detail) === Object.prototype;
  return isFields ? detail : { err: tellError(detail) };
}
