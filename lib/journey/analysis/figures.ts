import { z } from 'zod';
import { CARD_KINDS, id, type Journey, mark } from '../model.ts';
import { BUFFER_PERCENT, capitalOf, type PriceLevel } from './capital.ts';
import { placedByTouchpoint } from './cards.ts';
import { chainsOf, DEFAULT_LAMBDA } from './chains.ts';
import { coverageOf } from './coverage.ts';
import { frictionsOf } from './frictions.ts';
import { markTouchpoints } from './marks.ts';
import { ratioOf } from './ratio.ts';

const count = z.number().int().nonnegative();
const ratio = z.object({ plus: count, minus: count, plusFor12: count });

/** The figures of one moment as a snapshot keeps them; `version` rises when their meaning changes. */
export const figuresSchema = z.object({
  version: z.literal(1),
  /** What was assumed to reach them. */
  assumptions: z.object({
    priceLevel: z.enum(['low', 'middle', 'high']),
    bufferPercent: z.number().min(0).max(100),
    lambda: z.number().min(0).max(1),
  }),
  counts: z.object({
    phases: count,
    touchpoints: count,
    /** On the map; the tray is counted apart. */
    cards: z.record(z.enum(CARD_KINDS), count),
    onTray: count,
  }),
  touchpoints: z.array(
    z.object({
      touchpointId: id,
      mark: mark.nullable(),
      from: z.enum(['group', 'emotions']).nullable(),
      weight: z.number().int().min(1).max(3),
      meanValence: z.number().min(-2).max(2).nullable(),
      emotions: count,
    }),
  ),
  capital: z.object({
    points: z.array(
      z.object({
        touchpointId: id,
        marked: z.boolean(),
        plain: z.number().int(),
        weighted: z.number().int(),
      }),
    ),
    plain: z.number().int(),
    weighted: z.number().int(),
    marked: count,
    trend: z.enum(['grown', 'unchanged', 'shrunk', 'unknown']),
    bufferPercent: z.number(),
    requiredBuffer: count,
    alarm: z.enum(['atRisk', 'thinBuffer', 'none', 'unknown']),
    dip: z.object({ touchpointId: id, plain: z.number().int() }).nullable(),
  }),
  ratio: z.object({ counted: ratio, weighted: ratio }),
  chains: z.array(z.object({ touchpointIds: z.array(id).min(1), lowest: z.number().negative() })),
  coverage: z.object({
    observed: count,
    total: count,
    share: z.number().min(0).max(1).nullable(),
    interviews: count,
    touchpoints: z.array(z.object({ touchpointId: id, observed: count, total: count, interviews: count })),
    assumed: z.array(id),
  }),
  frictions: z.array(
    z.object({
      touchpointId: id,
      cardIds: z.array(id).min(1),
      severity: z.number().int().min(1).max(3),
      reach: count,
      score: count,
      mirrored: z.boolean(),
      quoteIds: z.array(id),
    }),
  ),
});
export type Figures = z.infer<typeof figuresSchema>;

export interface FigureOptions {
  priceLevel?: PriceLevel;
  /** Overrides what the price level asks for. */
  bufferPercent?: number;
  lambda?: number;
}

/** Every figure of method.md that follows from the map alone. Pure; nothing is rounded. */
export function figures(journey: Journey, options: FigureOptions = {}): Figures {
  const priceLevel = options.priceLevel ?? 'middle';
  const bufferPercent = options.bufferPercent ?? BUFFER_PERCENT[priceLevel];
  const lambda = options.lambda ?? DEFAULT_LAMBDA;
  const placed = placedByTouchpoint(journey);
  const touchpoints = markTouchpoints(journey, placed);
  return {
    version: 1,
    assumptions: { priceLevel, bufferPercent, lambda },
    counts: countsOf(
      journey,
      [...placed.values()].flat().map((p) => p.card.kind),
    ),
    touchpoints,
    capital: capitalOf(touchpoints, bufferPercent),
    ratio: ratioOf(touchpoints),
    chains: chainsOf(touchpoints, lambda),
    coverage: coverageOf(placed),
    frictions: frictionsOf(placed),
  };
}

function countsOf(journey: Journey, kinds: readonly (typeof CARD_KINDS)[number][]): Figures['counts'] {
  const of = (kind: (typeof CARD_KINDS)[number]) => kinds.filter((k) => k === kind).length;
  return {
    phases: journey.phases.length,
    touchpoints: journey.touchpoints.length,
    cards: Object.fromEntries(CARD_KINDS.map((kind) => [kind, of(kind)])) as Figures['counts']['cards'],
    onTray: journey.cards.filter((c) => c.place === null).length,
  };
}
