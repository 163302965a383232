import type { Figures } from '@/lib/journey/analysis/index.ts';
import type { ReviewContext } from './context.ts';

type Turn = NonNullable<Figures['capital']['dip']>;

/** The way the capital takes: its highest and its lowest, or the one level it keeps. */
export function story(
  { peak, dip }: { peak: Turn; dip: Turn },
  { t, sign, name }: Pick<ReviewContext, 't' | 'sign' | 'name'>,
): string {
  if (peak.plain === dip.plain) {
    const way = peak.plain > 0 ? 'up' : peak.plain < 0 ? 'down' : 'none';
    return t('headline.flat', { way, capital: sign(peak.plain), at: name(peak.touchpointId) });
  }
  return t('headline.story', {
    peak: sign(peak.plain),
    peakAt: name(peak.touchpointId),
    dip: sign(dip.plain),
    dipAt: name(dip.touchpointId),
  });
}
