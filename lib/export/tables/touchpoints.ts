import type { Review } from '../../review/review.ts';
import { type Table, tableOf, type Words } from './table.ts';

/** The touchpoints in the journey's order, with every figure there is of each. */
export function touchpointTable({ snapshot: { journey, figures } }: Review, words: Words): Table {
  const { t, list } = words;
  const phases = new Map(journey.phases.map((p) => [p.id, p]));
  const personas = new Map(journey.personas.map((p) => [p.id, p.name]));
  const marked = new Map(figures.touchpoints.map((f) => [f.touchpointId, f]));
  const points = new Map(figures.capital.points.map((f) => [f.touchpointId, f]));
  const covered = new Map(figures.coverage.touchpoints.map((f) => [f.touchpointId, f]));
  const rows = journey.touchpoints.map((touchpoint) => ({
    touchpoint,
    phase: phases.get(touchpoint.place.phaseId),
    mark: marked.get(touchpoint.id),
    point: points.get(touchpoint.id),
    cover: covered.get(touchpoint.id),
  }));
  return tableOf<(typeof rows)[number]>(
    t('sheets.touchpoints'),
    [
      [t('columns.phase'), 18, ({ phase }) => phase?.name ?? null],
      [t('columns.part'), 10, ({ phase }) => (phase ? t(`part.${phase.part}`) : null)],
      [t('columns.touchpoint'), 30, ({ touchpoint }) => touchpoint.name],
      [t('columns.channel'), 16, ({ touchpoint }) => touchpoint.channel],
      [t('columns.owner'), 18, ({ touchpoint }) => touchpoint.owner],
      [
        t('columns.personas'),
        20,
        ({ touchpoint }) => list(touchpoint.personas.flatMap((id) => personas.get(id) ?? [])),
      ],
      [t('columns.mark'), 11, ({ mark }) => mark?.mark ?? null],
      [t('columns.markFrom'), 14, ({ mark }) => (mark?.from ? t(`from.${mark.from}`) : null)],
      [t('columns.weight'), 8, ({ mark }) => mark?.weight ?? null],
      [t('columns.meanValence'), 11, ({ mark }) => mark?.meanValence ?? null],
      [t('columns.emotions'), 10, ({ mark }) => mark?.emotions ?? null],
      [t('columns.capital'), 11, ({ point }) => point?.plain ?? null],
      [t('columns.capitalWeighted'), 12, ({ point }) => point?.weighted ?? null],
      [t('columns.observed'), 14, ({ cover }) => cover?.observed ?? null],
      [t('columns.total'), 11, ({ cover }) => cover?.total ?? null],
      [t('columns.interviews'), 12, ({ cover }) => cover?.interviews ?? null],
      [t('columns.id'), 13, ({ touchpoint }) => touchpoint.id],
    ],
    rows,
  );
}
