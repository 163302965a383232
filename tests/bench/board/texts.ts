import type { Random } from '../../support/random.ts';
import { PHASES } from '../../support/sample-content.ts';

/** What people say in interviews, of the lengths findings have. */
const SAID: readonly string[] = PHASES.flatMap(([, , spots]) =>
  spots.flatMap((spot) => [
    ...(spot.quotes ?? []).flatMap(([, words]) => words),
    ...(spot.frictions ?? []).flatMap(([, , words]) => words),
    ...(spot.action ?? []),
    ...(spot.employee ?? []),
    ...(spot.backstage ?? []),
  ]),
);

/** One to three sentences, 20 to 300 characters. */
export const finding = (r: Random): string =>
  Array.from({ length: 1 + r.below(3) }, () => r.of(SAID)).join(' ');
