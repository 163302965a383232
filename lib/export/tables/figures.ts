import type { Review } from '../../review/review.ts';
import { type Table, tableOf, type Value, type Words } from './table.ts';

type Row = readonly [figure: string, value: Value, meaning: string];

/** The figures of the whole map, each with what it says. */
export function figureTable(review: Review, words: Words): Table {
  const { t } = words;
  return tableOf<Row>(
    t('sheets.figures'),
    [
      [t('columns.figure'), 40, ([figure]) => figure],
      [t('columns.value'), 18, ([, value]) => value],
      [t('columns.meaning'), 80, ([, , meaning]) => meaning],
    ],
    [...capitalRows(review, words), ...ratioRows(review, words), ...groundRows(review, words)],
  );
}

const namesOf = ({ snapshot: { journey } }: Review) => {
  const names = new Map(journey.touchpoints.map((it) => [it.id, it.name]));
  return (id: string) => names.get(id) ?? '';
};

function capitalRows(review: Review, { t, list }: Words): Row[] {
  const { capital, chains } = review.snapshot.figures;
  const name = namesOf(review);
  return [
    [t('figures.capital'), capital.plain, t('figures.capitalMeaning')],
    [t('figures.capitalWeighted'), capital.weighted, t('figures.capitalWeightedMeaning')],
    [t('figures.marked'), capital.marked, t('figures.markedMeaning')],
    [
      t('figures.buffer'),
      capital.requiredBuffer,
      t('figures.bufferMeaning', { percent: capital.bufferPercent }),
    ],
    [t('figures.alarm'), t(`figures.alarms.${capital.alarm}`), t('figures.alarmMeaning')],
    [
      t('figures.dip'),
      capital.dip?.plain ?? null,
      capital.dip ? t('figures.dipMeaning', { name: name(capital.dip.touchpointId) }) : t('figures.dipNone'),
    ],
    ...chains.map((chain, i): Row => {
      const over = list(chain.touchpointIds.map(name));
      return [t('figures.chain', { n: i + 1 }), chain.lowest, t('figures.chainMeaning', { list: over })];
    }),
  ];
}

function ratioRows({ snapshot: { figures } }: Review, { t }: Words): Row[] {
  const { counted, weighted } = figures.ratio;
  return [
    [t('figures.plus'), counted.plus, t('figures.plusMeaning')],
    [t('figures.minus'), counted.minus, t('figures.minusMeaning')],
    [t('figures.plusFor12'), counted.plusFor12, t('figures.plusFor12Meaning')],
    [t('figures.plusWeighted'), weighted.plus, t('figures.weightedMeaning')],
    [t('figures.minusWeighted'), weighted.minus, t('figures.weightedMeaning')],
  ];
}

function groundRows(review: Review, { t, list }: Words): Row[] {
  const { asked, snapshot } = review;
  const { coverage, counts } = snapshot.figures;
  const name = namesOf(review);
  const { observed, total, assumed, share } = coverage;
  const held = t('figures.heldMeaning');
  return [
    [
      t('figures.coverage'),
      share && Math.round(share * 1_000) / 10,
      t('figures.coverageMeaning', { observed, total }),
    ],
    [
      t('figures.assumed'),
      assumed.length,
      assumed.length > 0
        ? t('figures.assumedMeaning', { list: list(assumed.map(name)) })
        : t('figures.assumedNone'),
    ],
    [t('figures.customers'), asked.customerInterviews, held],
    [t('figures.employees'), asked.employeeInterviews, held],
    [
      t('figures.functions'),
      asked.functions.length,
      asked.functions.length > 0
        ? t('figures.functionsMeaning', { list: list(asked.functions) })
        : t('figures.functionsNone'),
    ],
    [
      t('figures.missing'),
      asked.missing.length,
      asked.missing.length > 0
        ? t('figures.missingMeaning', { list: list(asked.missing) })
        : t('figures.missingNone'),
    ],
    [t('figures.tray'), counts.onTray, t('figures.trayMeaning')],
  ];
}
