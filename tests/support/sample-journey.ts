import type { Card, CardKind, Journey } from '../../lib/journey/model.ts';
import { cardOf } from './journeys.ts';
import { LANES, type Pair, PHASES, type Spot } from './sample-content.ts';

/** The journey, plus the aliases behind its findings for `labels.sources`. */
export function sampleJourney(locale: 'en' | 'sv'): Journey & { sources: Record<string, string> } {
  const say = ([en, sv]: Pair) => (locale === 'sv' ? sv : en);
  const order = (i: number) => `a${String.fromCharCode(65 + i)}`;
  const cards: Card[] = [];
  const sources: Record<string, string> = {};
  const touchpoints: Journey['touchpoints'] = [];

  function put(kind: CardKind, text: string, customer: number | null | undefined, rest: Partial<Card> = {}) {
    const i = cards.length;
    const findingId = `finding${i}`;
    const source = customer ? { findingId, interviewId: `interview${customer}` } : null;
    if (customer) sources[findingId] = `${locale === 'sv' ? 'Kund' : 'Customer'} ${customer}`;
    const cell = { touchpointId: `t${touchpoints.length - 1}`, laneId: kind };
    cards.push(cardOf(i, { kind, text, cell, source, ...rest }));
  }
  function fill(spot: Spot) {
    if (spot.action) put('action', say(spot.action), 1, { source: null, evidence: 'observed' });
    for (const [who, words] of spot.quotes ?? []) put('quote', say(words), who);
    for (const [valence, emoji, who] of spot.emotions ?? []) put('emotion', '', who, { valence, emoji });
    for (const [severity, who, words] of spot.frictions ?? []) put('friction', say(words), who, { severity });
    if (spot.employee)
      put('employee', say(spot.employee), null, { severity: spot.name[0].startsWith('Calls') ? 2 : null });
    for (const kind of ['metric', 'backstage', 'opportunity'] as const) {
      const words = spot[kind];
      if (words) put(kind, say(words), null, kind === 'backstage' ? { evidence: 'reported' } : {});
    }
  }

  const phases = PHASES.map(([part, name, spots], p) => {
    for (const spot of spots) {
      const i = touchpoints.length;
      const place = { phaseId: `p${p}`, order: order(i) };
      touchpoints.push({
        id: `t${i}`,
        name: say(spot.name),
        place,
        mark: null,
        channel: null,
        owner: null,
        personas: [],
      });
      fill(spot);
    }
    return { id: `p${p}`, name: say(name), part, order: order(p) };
  });
  const lanes = LANES.map(([kind, name], i) => ({ id: kind, name: say(name), kind, order: order(i) }));
  const title = locale === 'sv' ? 'Från granntips till faktura' : 'From a neighbour’s tip to the invoice';
  const meta = { version: 1, title, locale, structure: 'facilitator', cards: 'everyone' } as const;
  return { meta, phases, touchpoints, lanes, personas: [], cards, unreadable: [], sources };
}
