import { stripVTControlCharacters } from 'node:util';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test, vi } from 'vitest';
import { AppError } from '../../../lib/errors.ts';
import { adoptConsole } from '../../../server/log/console.ts';
import { redact, tellError } from '../../../server/log/errors.ts';
import { createLog, type LogOptions } from '../../../server/log/index.ts';

/** A log and what it has written. */
function written(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const log = createLog({ level: 'info', to: { write: (line) => void lines.push(line) }, ...options });
  return { log, lines };
}

test('a line is JSON with level, time and sentence; fields stand beside them', () => {
  const { log, lines } = written();
  log.info('Utifrån is ready', { port: 3000 });
  const line = JSON.parse(lines[0] ?? '');
  expect(line).toEqual({ level: 'info', time: expect.any(String), msg: 'Utifrån is ready', port: 3000 });
  expect(new Date(line.time).toISOString()).toBe(line.time);
});

test('what is below the level is not written', () => {
  const { log, lines } = written({ level: 'warn' });
  log.debug('a');
  log.info('b');
  log.warn('c');
  log.error('d');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['c', 'd']);
});

test('a person at a terminal reads time, sentence, fields, and an error with its causes', () => {
  const { log, lines } = written({ terminal: true });
  log.info('It is ready', { port: 3000 });
  log.error('It broke', new TypeError('outer', { cause: new Error('inner') }));
  const text = stripVTControlCharacters(lines.join(''));
  expect(text).toMatch(
    /^\d\d:\d\d:\d\d It is ready port=3000\n\d\d:\d\d:\d\d It broke\n {2}TypeError: outer\n/,
  );
  expect(text).toMatch(/\n {4}at .*log\.test\.ts.*\n[\s\S]* {2}Error: inner\n/);
});

test('a trouble that repeats itself is written five times in ten seconds, then counted; others are not held up', () => {
  vi.useFakeTimers();
  const { log, lines } = written();
  const told = () => lines.splice(0).map((line) => JSON.parse(line));
  for (let i = 0; i < 300; i += 1) log.error('The page broke off.', new Error(`time ${i}`));
  log.warn('Another');
  expect(told().map(({ msg }) => msg)).toEqual([...Array(5).fill('The page broke off.'), 'Another']);
  vi.advanceTimersByTime(10_000);
  expect(told()).toMatchObject([{ level: 'error', msg: 'The page broke off.', more: 295 }]);
  log.error('The page broke off.');
  expect(told()).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  expect(told()).toEqual([]);
  vi.useRealTimers();
});

test('an error is told without what it stumbled over, with its causes and where it came from', () => {
  const database = Object.assign(new Error('duplicate key value violates unique constraint "user_email"'), {
    code: '23505',
    detail: 'Key (email)=(asa@example.org) already exists.',
    table: 'user',
    constraint: 'user_email',
  });
  const failed = new DrizzleQueryError(
    'insert into "user" values ($1, $2)',
    ['Åsa', 'asa@example.org'],
    database,
  );
  const told = tellError(new AppError('internal', { words: 'hemligt' }, { cause: failed }));
  expect(told.message).toBe('internal');
  expect(told.cause?.message).toMatch(/^Failed query: insert into user values \(\$1, \$2\)\s*params: …$/);
  expect(told.cause?.cause).toMatchObject({ code: '23505', table: 'user', constraint: 'user_email' });
  expect(told.stack).toMatch(/^at .*log\.test\.ts/);
  expect(JSON.stringify(told)).not.toMatch(/Åsa|asa@|hemligt/);
});

test('lines of a message that look like places are not told as places', () => {
  const told = tellError(new Error('kunden sa\n    at home (igår)\n    at work:1:1'));
  expect(told.stack).not.toMatch(/home|work:1/);
});

test.each([
  [`Unexpected token 'h', "hej, jag "... is not valid JSON`, /hej|jag/],
  [`Cannot create property 'text' on string 'hemligt'`, /hemligt/],
  [`invalid input syntax for type uuid: "Åsa Öberg"`, /Åsa/],
  ['no mail to Åsa <asa@example.org>', /asa@|example\.org/],
  ['GET /join/Xk29sLq0aa failed', /Xk29/],
  ['token eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0.Xk29sLq0aaBBccDDeeFFgg', /eyJ|Xk29/],
  ['params: 1, kunden sa nej\nand more', /kunden|more/],
])('a sentence loses what it quotes: %s', (sentence, lost) => {
  expect(redact(sentence)).not.toMatch(lost);
});

test('ids, paths, codes and plain sentences stay', () => {
  const sentence =
    'Compacting journey:7b2f3f0e-1c1d-4c3b-9a51-0d6c8a0f4e11 failed: connect ECONNREFUSED 127.0.0.1:5432';
  expect(redact(sentence)).toBe(sentence);
});

test('what others write to the console goes to the log, errors told and objects left out', () => {
  const { log, lines } = written();
  const target = { ...console };
  adoptConsole(log, target as Console);
  target.error('next-auth', 'OAUTH_ERROR', { error: new Error('bad "answer"'), user: { name: 'Åsa' } });
  target.warn('\x1b[33m⚠\x1b[0m a package warns');
  target.error(new Error('alone'));
  const [first, second, third] = lines.map((line) => JSON.parse(line));
  expect(first).toMatchObject({ level: 'error', msg: 'next-auth OAUTH_ERROR', err: { message: 'bad "…"' } });
  expect(second).toMatchObject({ level: 'warn', msg: '⚠ a package warns' });
  expect(third).toMatchObject({ level: 'error', msg: 'alone', err: { type: 'Error' } });
  expect(lines.join()).not.toContain('Åsa');
});
