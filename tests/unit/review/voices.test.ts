import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctFirst, frictionStories, peakOf, type Voice } from '../../../lib/review/voices.ts';
import { demoSnapshot } from './demo-snapshot.ts';

const voice = (interviewId: string | null, words: string): Voice => ({
  words,
  alias: interviewId,
  interviewId,
});

describe('whose words come first', () => {
  it('hears everybody once before anybody twice, assumptions last', () => {
    const said = [voice('a', '1'), voice('a', '2'), voice(null, '3'), voice('b', '4'), voice('a', '5')];
    expect(distinctFirst(said).map((v) => v.words)).toEqual(['1', '4', '2', '5', '3']);
  });

  it('loses nobody’s words (seed 11)', () => {
    const voices = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', null), fc.string()), { maxLength: 20 });
    fc.assert(
      fc.property(voices, (list) => {
        const said = list.map(([who, words]) => voice(who, words));
        const told = distinctFirst(said);
        expect(told).toHaveLength(said.length);
        for (const one of said) expect(told).toContain(one);
        const heard = new Set(said.flatMap((v) => v.interviewId ?? []));
        expect(new Set(told.slice(0, heard.size).flatMap((v) => v.interviewId ?? []))).toEqual(heard);
      }),
      { seed: 11 },
    );
  });
});

describe('the demo’s frictions', () => {
  const snapshot = demoSnapshot('sv');
  const stories = frictionStories(snapshot.journey, snapshot.sources, snapshot.figures);

  it('begin with the first bill, told by different customers, with the inside beside it', () => {
    expect(stories[0]).toMatchObject({ name: 'Första fakturan', severity: 3, reach: 4, mirrored: true });
    const interviews = stories[0]?.voices.map((v) => v.interviewId);
    expect(new Set(interviews).size).toBe(5);
    expect(stories[0]?.inside.map((v) => v.interviewId)).toEqual(['billing']);
  });

  it('put mirrored ones first and never mix an employee among the customers', () => {
    expect(stories.map((s) => s.mirrored)).toEqual([true, true, true, true, false]);
    for (const { voices } of stories) {
      for (const { interviewId } of voices) expect(['agent', 'billing']).not.toContain(interviewId);
    }
  });

  it('finds the peak where it is first reached', () => {
    const peak = peakOf(snapshot.figures);
    const name = snapshot.journey.touchpoints.find((t) => t.id === peak?.touchpointId)?.name;
    expect([name, peak?.plain]).toEqual(['Elen går över', 3]);
  });
});
