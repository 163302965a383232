import { expect, test } from 'vitest';
import { Attempts } from '../../../lib/auth/attempts.ts';

function clock() {
  let ms = 1_000_000;
  const now = () => ms;
  const pass = (by: number) => {
    ms += by;
  };
  return { now, pass };
}

test('the eleventh wrong try in a minute is refused, with the seconds to wait', () => {
  const time = clock();
  const attempts = new Attempts({ most: 10, windowMs: 60_000 }, time.now);
  for (let i = 0; i < 10; i++) {
    attempts.begin('a');
    time.pass(1000);
  }
  expect(() => attempts.begin('a')).toThrowError(
    expect.objectContaining({ code: 'tooManyAttempts', params: { seconds: 50 } }),
  );
  time.pass(50_001);
  expect(() => attempts.begin('a')).not.toThrow();
});

test('one key does not use up another', () => {
  const attempts = new Attempts({ most: 1, windowMs: 60_000 });
  attempts.begin('a');
  expect(() => attempts.begin('b')).not.toThrow();
});

test('a try that succeeded does not count', () => {
  const attempts = new Attempts({ most: 2, windowMs: 60_000 });
  for (let i = 0; i < 10; i++) attempts.begin('a').succeeded();
  attempts.begin('a');
  attempts.begin('a');
  expect(() => attempts.check('a')).toThrow();
});

test('tries that are still under way count', () => {
  const attempts = new Attempts({ most: 3, windowMs: 60_000 });
  attempts.begin('a');
  attempts.begin('a');
  attempts.begin('a');
  expect(() => attempts.begin('a')).toThrow();
});
