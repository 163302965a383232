import { stripVTControlCharacters } from 'node:util';
import { redact, tellError } from './errors.ts';
import type { Log } from './index.ts';

/**
 * From here on whatever is written to the console goes to the log: Next and other packages know no other
 * place, and pass errors with everything that was in them. Of objects only errors are told.
 */
export function adoptConsole(log: Log, target: Console = console): void {
  const at =
    (level: keyof Log) =>
    (...told: unknown[]) => {
      const errors = told.flatMap(errorsIn);
      const words = told
        .filter((one) => typeof one === 'string' || typeof one === 'number')
        .map((one) => redact(stripVTControlCharacters(String(one)).trim()));
      const sentence = words.filter((word) => word !== '' && word !== '⨯').join(' ');
      const err = errors[0] && { err: tellError(errors[0]) };
      log[level](sentence || err?.err.message || 'Something was written to the console.', err);
    };
  Object.assign(target, {
    debug: at('debug'),
    // Packages' chatter.
    log: at('debug'),
    info: at('debug'),
    warn: at('warn'),
    error: at('error'),
    trace: at('debug'),
    dir: at('debug'),
  });
}

/** next-auth hides the error in an object. */
function errorsIn(told: unknown): Error[] {
  if (told instanceof Error) return [told];
  if (typeof told !== 'object' || told === null) return [];
  return Object.values(told).filter((value) => value instanceof Error);
}
