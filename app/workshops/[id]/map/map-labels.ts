import type { Db } from '@/lib/db/types.ts';
import { translations } from '@/lib/i18n/server.ts';
import { EVIDENCE, type Journey, type LaneKind, PARTS } from '@/lib/journey/model.ts';
import type { MapLabels } from '@/lib/journey/svg/labels.ts';
import { reworded } from '@/lib/journey/verbatim.ts';
import { speakers } from '@/lib/review/map-labels.ts';
import { sourcesOf } from '@/lib/services/findings.ts';

/** The sentences of the map's picture in this request's language, with who said what by alias. */
export async function mapLabels(db: Db, workshopId: string, journey: Journey): Promise<MapLabels> {
  const t = await translations('map');
  const ids = journey.cards.flatMap((c) => (c.source ? [c.source.findingId] : []));
  const found = await sourcesOf(db, workshopId, ids);
  return {
    title: journey.meta.title || t('title'),
    description: t('picture'),
    parts: Object.fromEntries(PARTS.map((p) => [p, t(`part.${p}`)])) as MapLabels['parts'],
    evidence: Object.fromEntries(EVIDENCE.map((e) => [e, t(`evidence.${e}`)])) as MapLabels['evidence'],
    axis: { good: t('axis.good'), bad: t('axis.bad') },
    moments: t('curve.moments'),
    sources: speakers(found),
    changed: reworded(journey.cards, found),
    decimal: t('decimal') as MapLabels['decimal'],
  };
}

/** What belongs in the map's lanes, said in each while it is empty. */
export async function laneHints({ lanes }: Journey): Promise<Map<LaneKind, string>> {
  const t = await translations('map');
  return new Map(lanes.map(({ kind }) => [kind, t(`hint.${kind}`)]));
}
