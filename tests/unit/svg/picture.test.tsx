import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { figures } from '../../../lib/journey/analysis/index.ts';
import type { Journey } from '../../../lib/journey/model.ts';
import { capitalScale, spread } from '../../../lib/journey/svg/capital-scale.ts';
import { bandPath, curvePath, curveRuns } from '../../../lib/journey/svg/curve-path.ts';
import {
  CapitalCurve,
  EmotionCurve,
  type MapLabels,
  MapPicture,
  signed,
} from '../../../lib/journey/svg/index.ts';
import { cardOf, journeyOf } from '../../support/journeys.ts';
import { sampleJourney } from '../../support/sample-journey.ts';

const labels: MapLabels = {
  title: 'The map',
  description: 'Ten touchpoints',
  parts: { before: 'Before', during: 'During', after: 'After' },
  evidence: { observed: 'Observed', reported: 'Reported', assumed: 'Assumed' },
  axis: { good: 'good', bad: 'bad' },
  moments: 'Moments of truth',
  sources: {},
  decimal: '.',
};
const chart = { ...labels, plain: 'Capital', weighted: 'Weighted', buffer: 'Buffer', dip: 'Lowest' };
const draw = (journey: Journey, own: Partial<MapLabels> = {}) =>
  renderToStaticMarkup(<MapPicture journey={journey} labels={{ ...labels, ...own }} />);
const capital = (journey: Journey) =>
  renderToStaticMarkup(<CapitalCurve journey={journey} capital={figures(journey).capital} labels={chart} />);
const words = (svg: string) =>
  svg
    .replace(/-<\/tspan>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const onMap = (text: string) =>
  journeyOf({
    touchpoints: [1],
    lanes: ['quote'],
    cards: [cardOf(0, { kind: 'quote', text, cell: { touchpointId: 't0', laneId: 'quote' } })],
  });
const markedAs = (marks: (1 | 0 | -1 | null)[]): Journey => {
  const base = journeyOf({ touchpoints: [marks.length], lanes: ['quote'], cards: [] });
  return { ...base, touchpoints: base.touchpoints.map((t, i) => ({ ...t, mark: marks[i] ?? null })) };
};

describe('the picture of the map', () => {
  it.each(['en', 'sv'] as const)('holds every word of the sample map (%s)', (locale) => {
    const journey = sampleJourney(locale);
    const text = words(draw(journey, { sources: journey.sources })).replaceAll('&quot;', '"');
    for (const card of journey.cards) expect(text).toContain(card.text);
    for (const named of [...journey.phases, ...journey.touchpoints, ...journey.lanes]) {
      expect(text).toContain(named.name);
    }
    expect(text).toContain(locale === 'sv' ? 'Kund 5' : 'Customer 5');
  });

  it('is one image with a name and a description', () => {
    const svg = draw(sampleJourney('en'));
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="map-title map-desc"/);
    expect(svg).toContain('<title id="map-title">The map</title>');
    expect(svg).toContain('<desc id="map-desc">Ten touchpoints');
  });

  it('names the moments of truth for whoever does not see the stars', () => {
    const svg = draw(sampleJourney('en'), { decimal: ',' });
    expect(svg).toContain('Ten touchpoints Moments of truth: Orders with BankID +1,7.</desc>');
    expect(draw(onMap('No feelings'))).toContain('<desc id="map-desc">Ten touchpoints</desc>');
  });

  it('shows what people wrote as text, whatever it is', () => {
    const svg = draw(onMap('<script>alert(1)</script> </text><a href="javascript:1">x'));
    expect(svg).not.toMatch(/<script|<a /);
    expect(svg).toContain('&lt;script&gt;');
  });

  it('carries no inline style, which the content security policy forbids', () => {
    expect(draw(sampleJourney('sv'))).not.toContain(' style=');
    expect(capital(sampleJourney('sv'))).not.toContain(' style=');
  });

  it('says who said it, and how sure it is where nobody did', () => {
    const text = words(draw(sampleJourney('en'), { sources: { finding1: 'Customer 1 · 04:10' } }));
    expect(text).toContain('Customer 1 · 04:10');
    expect(text).toContain('Assumed');
  });

  it('draws evidence by line: solid, dashed, dotted', () => {
    const lined = (evidence: 'observed' | 'reported' | 'assumed') => {
      const journey = onMap('Word');
      return draw({ ...journey, cards: journey.cards.map((c) => ({ ...c, evidence })) });
    };
    expect(lined('observed')).not.toContain('stroke-dasharray');
    expect(lined('reported')).toContain('stroke-dasharray="6 3.5"');
    expect(lined('assumed')).toContain('stroke-dasharray="0.1 4.2"');
  });

  it('is drawn for a journey without anything', () => {
    expect(draw(journeyOf({ touchpoints: [], lanes: [], cards: [] }))).not.toMatch(/NaN|Infinity/);
  });
});

describe('the emotion curve', () => {
  const spots = (...ys: [column: number, y: number][]) =>
    ys.map(([column, y]) => ({ x: column * 100, y, column }));

  it('has a gap over a touchpoint nobody spoke of', () => {
    const runs = curveRuns(spots([0, 1], [1, 2], [3, 0], [5, 1], [6, 1]));
    expect(runs.map((run) => run.map((s) => s.column))).toEqual([[0, 1], [3], [5, 6]]);
    expect(curvePath(runs[1] ?? [])).toBe('');
    expect(bandPath(runs[1] ?? [], runs[1] ?? [])).toBe('');
  });

  it('never swings past the feelings it connects', () => {
    const ys = [10, 90, 85, 20, 20, 70];
    const d = curvePath(spots(...ys.map((y, i): [number, number] => [i, y])));
    const curves = d.split('C').slice(1);
    expect(curves).toHaveLength(5);
    curves.forEach((curve, i) => {
      const [, c1 = 0, , c2 = 0, , to = 0] = curve.split(' ').map(Number);
      const [low, high] = [Math.min(ys[i] ?? 0, to), Math.max(ys[i] ?? 0, to)];
      for (const c of [c1, c2]) expect(c >= low && c <= high).toBe(true);
    });
  });

  it('gives each mean with its sign, in the language’s decimals, and n', () => {
    const journey = sampleJourney('sv');
    const svg = renderToStaticMarkup(<EmotionCurve journey={journey} labels={{ ...labels, decimal: ',' }} />);
    expect(words(svg)).toContain('−1,6 n 4');
  });
});

describe('the capital curve', () => {
  it('marks the dip where the way goes down to it', () => {
    expect(words(capital(markedAs([1, -1, -1, 1, 1])))).toContain('Lowest −1');
  });

  it('calls a first step up no dip', () => {
    expect(words(capital(markedAs([1, 1, null, 1])))).not.toContain('Lowest');
  });

  it('is drawn without a single mark, and without touchpoints', () => {
    expect(capital(markedAs([null, null]))).not.toMatch(/NaN|Infinity/);
    expect(capital(markedAs([]))).not.toMatch(/NaN|Infinity/);
  });

  it('keeps zero and whole numbers on the axis, eight or nine at most', () => {
    for (const n of [1, 7, 40, 200]) {
      const { ticks } = capitalScale(figures(markedAs(Array(n).fill(-1))).capital, 0, 200);
      expect(ticks).toContain(0);
      expect(ticks.length).toBeLessThanOrEqual(10);
      expect(ticks.every(Number.isInteger)).toBe(true);
    }
  });

  it('keeps line labels from covering each other', () => {
    const ys = spread([
      { key: 'plain', y: 50, text: '' },
      { key: 'weighted', y: 50, text: '' },
      { key: 'buffer', y: 49, text: '' },
    ]).map((l) => l.y);
    expect(ys).toEqual([49, 65, 81]);
  });
});

describe('signed numbers', () => {
  it('use a real minus, a plus, and nothing at nought', () => {
    expect([signed(-1.5, ','), signed(2), signed(0)]).toEqual(['−1,5', '+2', '0']);
  });
});
