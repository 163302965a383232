import { diffJourneys } from '../journey/diff/index.ts';
import type { Since, Told } from './review.ts';

/** What became of the map between two snapshots. */
export function since(last: Told, now: Told): Since {
  const { number, label, takenAt, figures: before, group } = last;
  const after = now.figures;
  const of = (told: Told) => new Set(told.figures.frictions.map((f) => f.touchpointId));
  const [then, today] = [of(last), of(now)];
  const coverage =
    before.coverage.share === null || after.coverage.share === null
      ? null
      : after.coverage.share - before.coverage.share;
  return {
    last: { number, label, takenAt, figures: before, group },
    diff: diffJourneys(last.journey, now.journey),
    deltas: {
      capital: after.capital.plain - before.capital.plain,
      weighted: after.capital.weighted - before.capital.weighted,
      plus: after.ratio.counted.plus - before.ratio.counted.plus,
      minus: after.ratio.counted.minus - before.ratio.counted.minus,
      coverage,
    },
    frictions: {
      added: [...today].filter((id) => !then.has(id)),
      gone: [...then].filter((id) => !today.has(id)),
    },
  };
}
