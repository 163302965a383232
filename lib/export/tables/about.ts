import { type Review, SMALL_GROUP } from '../../review/review.ts';
import { type Table, tableOf, type Value, type Words } from './table.ts';

type Row = readonly [fact: string, value: Value, note?: string];

/** Where the file comes from, what the figures rest on, and what is left out of it. */
export function aboutTable(review: Review, { t }: Words): Table {
  const { workshop, snapshot } = review;
  const { assumptions, version } = snapshot.figures;
  const left = withheldCards(review);
  const asked = review.asked.customerInterviews + review.asked.employeeInterviews;
  const rows: Row[] = [
    [t('about.workshop'), workshop.title],
    ...(workshop.demo ? [[t('about.demo'), t('yes'), t('about.demoText')] as const] : []),
    [t('about.snapshot'), snapshot.number],
    [t('about.label'), snapshot.label],
    ...(snapshot.note ? [[t('about.note'), snapshot.note] as const] : []),
    [t('about.map'), t(`about.maps.${snapshot.map}`)],
    [t('about.taken'), snapshot.takenAt],
    [t('about.sha256'), snapshot.sha256],
    [t('about.erased'), snapshot.sourcesErased],
    [t('about.left'), left, left > 0 ? t('about.leftText', { withheld: t('withheld') }) : ''],
    [t('about.method'), version],
    [t('about.lambda'), assumptions.lambda],
    [t('about.price'), t(`about.prices.${assumptions.priceLevel}`)],
    [t('about.percent'), assumptions.bufferPercent],
    [t('figures.customers'), review.asked.customerInterviews],
    [
      t('figures.employees'),
      review.asked.employeeInterviews,
      asked < SMALL_GROUP ? t('about.small', { n: SMALL_GROUP }) : '',
    ],
  ];
  return tableOf<Row>(
    t('sheets.about'),
    [
      [t('columns.fact'), 44, ([fact]) => fact],
      [t('columns.value'), 68, ([, value]) => value],
      [t('columns.meaning'), 70, ([, , note]) => note ?? null],
    ],
    rows,
  );
}

/** Cards of people who have not agreed to be quoted outside (lib/review/outside.ts). */
export function withheldCards({ snapshot: { journey, sources } }: Pick<Review, 'snapshot'>): number {
  return journey.cards.filter((card) => card.source && sources[card.source.findingId]?.withheld).length;
}
