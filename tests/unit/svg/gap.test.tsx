import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { gapOf } from '../../../lib/journey/gap/index.ts';
import type { Journey, Mark } from '../../../lib/journey/model.ts';
import { GapCapitalCurve } from '../../../lib/journey/svg/gap-capital.tsx';
import { GapEmotionCurve } from '../../../lib/journey/svg/gap-emotion.tsx';
import { cardOf, journeyOf } from '../../support/journeys.ts';

const labels = {
  title: 'Capital',
  description: 'Solid is today',
  decimal: '.' as const,
  asIs: 'As-is',
  toBe: 'To-be',
  removed: 'Removed',
  merged: 'Taken over',
  added: 'New',
  movedFrom: 'Was here',
  movedTo: 'Moved here',
  axis: { good: 'good', bad: 'bad' },
};
const feelings = (valences: number[]): Journey => {
  const cards = valences.map((valence, i) =>
    cardOf(i, { kind: 'emotion', valence, cell: { touchpointId: `t${i}`, laneId: 'emotion' } }),
  );
  return journeyOf({ touchpoints: [valences.length], lanes: ['emotion'], cards });
};
const marked = (journey: Journey, marks: Record<string, Mark>): Journey => ({
  ...journey,
  touchpoints: journey.touchpoints.map((t) => ({ ...t, mark: marks[t.id] ?? t.mark })),
});
const without = (journey: Journey, id: string): Journey => ({
  ...journey,
  touchpoints: journey.touchpoints.filter((t) => t.id !== id),
  cards: journey.cards.filter((card) => card.place?.touchpointId !== id),
});
const words = (svg: string) => svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const dashed = (svg: string) =>
  [...svg.matchAll(/<path d="(M[^"]+)"[^>]*stroke-dasharray="7 4"/g)].map(([, d]) => d);

describe('both capitals over one line', () => {
  const asIs = feelings([1, -2, 0, -1]);
  const toBe = without(marked(asIs, { t3: 1 }), 't1');
  const svg = renderToStaticMarkup(<GapCapitalCurve gap={gapOf(asIs, toBe)} labels={labels} />);

  it('says where each ends, and what became of the touchpoint one of them lacks', () => {
    expect(words(svg)).toContain('As-is −1');
    expect(words(svg)).toContain('To-be +2');
    expect(words(svg)).toContain('Removed');
    expect(svg.match(/Touchpoint/g)).toHaveLength(8 / 2);
  });

  it('leads the dashed line past the touchpoint that is gone', () => {
    // From the zero line to three points, none of them in the second column.
    expect(dashed(svg)[0]?.match(/L/g)).toHaveLength(3);
    expect(dashed(svg)[0]).not.toContain('L208 ');
  });

  it('is one image with a name and a description', () => {
    expect(svg).toContain('role="img"');
    expect(svg).toContain('Solid is today');
  });
});

describe('both feelings over one line', () => {
  it('goes on where the other map has one touchpoint more, and shows each value', () => {
    const asIs = feelings([1, -2, 0, -1]);
    const toBe = without(asIs, 't1');
    const svg = renderToStaticMarkup(<GapEmotionCurve gap={gapOf(asIs, toBe)} labels={labels} />);
    // One stretch over three touchpoints, not two with a hole between them.
    expect(dashed(svg)).toHaveLength(1);
    for (const value of ['+1', '−2', '−1']) expect(words(svg)).toContain(value);
  });

  it('writes one value where both are the same', () => {
    const asIs = feelings([1.5]);
    const svg = renderToStaticMarkup(<GapEmotionCurve gap={gapOf(asIs, asIs)} labels={labels} />);
    expect(words(svg).match(/\+1\.5/g)).toHaveLength(1);
  });

  it('draws an empty pair of maps without a number that is none', () => {
    const none = journeyOf({ touchpoints: [0], lanes: ['emotion'], cards: [] });
    for (const Curve of [GapCapitalCurve, GapEmotionCurve]) {
      const svg = renderToStaticMarkup(<Curve gap={gapOf(none, none)} labels={labels} />);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
