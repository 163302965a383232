import type { Review } from '../../review/review.ts';
import type { Voice } from '../../review/voices.ts';
import { type Table, tableOf, type Words } from './table.ts';

/** The frictions, worst first, with the voices that tell of them. */
export function frictionTable({ frictions, snapshot: { figures } }: Review, { t, yesNo }: Words): Table {
  const spots = new Map(figures.frictions.map((spot) => [spot.touchpointId, spot]));
  const rows = frictions.map((story, i) => ({ ...story, rank: i + 1, spot: spots.get(story.touchpointId) }));
  return tableOf<(typeof rows)[number]>(
    t('sheets.frictions'),
    [
      [t('columns.rank'), 7, ({ rank }) => rank],
      [t('columns.touchpoint'), 30, ({ name }) => name],
      [t('columns.severity'), 11, ({ severity }) => severity],
      [t('columns.reach'), 12, ({ reach }) => reach],
      [t('columns.score'), 12, ({ severity, reach }) => severity * reach],
      [t('columns.mirrored'), 14, ({ mirrored }) => yesNo(mirrored)],
      [t('columns.frictions'), 10, ({ spot }) => spot?.cardIds.length ?? null],
      [t('columns.voices'), 70, ({ voices }) => spoken(voices)],
      [t('columns.inside'), 50, ({ inside }) => spoken(inside)],
    ],
    rows,
  );
}

/** One voice a line, with the pseudonym where somebody said it. */
const spoken = (voices: readonly Voice[]): string =>
  voices.map(({ words, alias }) => (alias ? `${words} (${alias})` : words)).join('\n');
