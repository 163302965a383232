import { z } from 'zod';
import { figuresSchema } from '../../journey/analysis/index.ts';
import { group } from '../../journey/group.ts';
import type { Content } from './pack.ts';

const { counts, capital, ratio, coverage } = figuresSchema.shape;

/**
 * The figures that the timeline tells, beside each snapshot so that it need not be unpacked. The first
 * release kept all of them here; what is more than this is passed over.
 */
export const headFigures = z.object({
  map: z.object({ counts, capital, ratio, coverage: coverage.omit({ touchpoints: true, assumed: true }) }),
  group,
});
export type HeadFigures = z.infer<typeof headFigures>;

export const headOf = ({ figures, group: asked }: Pick<Content, 'figures' | 'group'>): HeadFigures => {
  const { touchpoints: _, assumed: __, ...summed } = figures.coverage;
  return {
    map: { counts: figures.counts, capital: figures.capital, ratio: figures.ratio, coverage: summed },
    group: asked,
  };
};
