import type { Card, Journey } from '../../journey/model.ts';
import type { Source, Sources } from '../../journey/sources.ts';
import type { Review } from '../../review/review.ts';
import { type Table, tableOf, type Words } from './table.ts';

interface Row {
  card: Card;
  phase: Journey['phases'][number] | undefined;
  touchpoint: Journey['touchpoints'][number] | undefined;
  lane: Journey['lanes'][number] | undefined;
  persona: Journey['personas'][number] | undefined;
  said: Source | undefined;
  /** 1, 2, 3 … in its cell; null on the tray. */
  rank: number | null;
}

/** Every card with all its properties, along the journey and down the lanes; the tray last. */
export function cardTable({ snapshot: { journey, sources } }: Review, { t }: Words): Table {
  return tableOf<Row>(
    t('sheets.cards'),
    [
      [t('columns.phase'), 18, ({ phase }) => phase?.name ?? t('tray')],
      [t('columns.part'), 10, ({ phase }) => (phase ? t(`part.${phase.part}`) : null)],
      [t('columns.touchpoint'), 28, ({ touchpoint }) => touchpoint?.name ?? null],
      [t('columns.lane'), 22, ({ lane }) => lane?.name ?? null],
      [t('columns.place'), 9, ({ rank }) => rank],
      [t('columns.kind'), 16, ({ card }) => t(`kind.${card.kind}`)],
      [t('columns.text'), 60, ({ card }) => card.text],
      [t('columns.words'), 60, ({ said }) => said?.words ?? null],
      [t('columns.evidence'), 26, ({ card }) => t(`evidence.${card.evidence}`)],
      [t('columns.interview'), 18, ({ said }) => said?.alias ?? null],
      [t('columns.who'), 14, ({ said }) => (said ? t(`who.${said.kind}`) : null)],
      [t('columns.emoji'), 7, ({ card }) => card.emoji],
      [t('columns.valence'), 11, ({ card }) => card.valence],
      [t('columns.severity'), 11, ({ card }) => card.severity],
      [t('columns.persona'), 18, ({ persona }) => persona?.name ?? null],
      [t('columns.created'), 17, ({ card }) => new Date(card.createdAt)],
      [t('columns.id'), 15, ({ card }) => card.id],
    ],
    rowsOf(journey, sources),
  );
}

function rowsOf(journey: Journey, sources: Sources): Row[] {
  const touchpoints = new Map(journey.touchpoints.map((it, i) => [it.id, { it, i }]));
  const lanes = new Map(journey.lanes.map((it, i) => [it.id, { it, i }]));
  const phases = new Map(journey.phases.map((it) => [it.id, it]));
  const personas = new Map(journey.personas.map((it) => [it.id, it]));
  const far = Number.MAX_SAFE_INTEGER;
  const filled = new Map<string, number>();
  return journey.cards
    .map((card) => {
      const column = card.place && touchpoints.get(card.place.touchpointId);
      const row = card.place && lanes.get(card.place.laneId);
      return { card, column, row };
    })
    .sort((a, b) => (a.column?.i ?? far) - (b.column?.i ?? far) || (a.row?.i ?? far) - (b.row?.i ?? far))
    .map(({ card, column, row }) => {
      const touchpoint = column?.it;
      const cell = `${touchpoint?.id} ${row?.it.id}`;
      const rank = (filled.get(cell) ?? 0) + 1;
      filled.set(cell, rank);
      return {
        card,
        touchpoint,
        lane: row?.it,
        phase: touchpoint && phases.get(touchpoint.place.phaseId),
        persona: personas.get(card.personaId ?? ''),
        said: card.source ? sources[card.source.findingId] : undefined,
        rank: card.place ? rank : null,
      };
    });
}
