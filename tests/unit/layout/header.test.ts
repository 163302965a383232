import { describe, expect, it } from 'vitest';
import { META } from '../../../lib/journey/layout/header.ts';
import { COLUMN, HEADER, layout } from '../../../lib/journey/layout/index.ts';
import { textWidth } from '../../../lib/journey/layout/measure.ts';
import type { Journey, Touchpoint } from '../../../lib/journey/model.ts';
import { journeyOf } from '../../support/journeys.ts';

const personas = ['Anna', 'Bengt', 'Cilla', 'David', 'Eva'].map((name, i) => ({
  id: name,
  name,
  tone: i,
  order: `a${i}`,
}));
function column(fields: Partial<Touchpoint>) {
  const base = journeyOf({ touchpoints: [1], lanes: ['quote'], cards: [] });
  const journey: Journey = {
    ...base,
    personas,
    touchpoints: base.touchpoints.map((t) => ({ ...t, ...fields })),
  };
  const [box] = layout(journey).columns;
  if (!box) throw new Error('no column');
  return box;
}

describe('the line beside a touchpoint’s number', () => {
  it('is empty, and the header as high as ever, where nothing is said', () => {
    expect(column({})).toMatchObject({ mark: null, signs: [], moreSigns: 0, meta: '' });
    expect(layout(journeyOf({ touchpoints: [1], lanes: [], cards: [] })).header.touchpointHeight).toBe(
      HEADER.touchpointHeight,
    );
  });

  it('holds channel and owner in one line that ends inside the column, however long they are', () => {
    expect(column({ channel: 'Phone', owner: 'Customer service' }).meta).toBe('Phone · Customer service');
    const long = column({
      channel: 'Letter to the landlord and everybody in the house',
      owner: 'Finance and credit management department',
      mark: -1,
      personas: ['Anna', 'Bengt'],
    });
    expect(long.meta).toMatch(/…$/);
    expect(long.metaX + textWidth(long.meta, 12)).toBeLessThanOrEqual(COLUMN.width - HEADER.padX);
  });

  it('makes room for the mark and the personas, and counts those there is no room for', () => {
    const some = column({ mark: 1, personas: ['Anna', 'Cilla'], channel: 'App' });
    expect(some.signs.map((s) => s.letters)).toEqual(['A', 'C']);
    expect(some.metaX).toBe(HEADER.padX + META.gap + META.digit + META.mark + 2 * META.sign + 4);
    const all = column({ personas: personas.map((p) => p.id) });
    expect([all.signs.length, all.moreSigns]).toEqual([META.mostSigns - 1, 2]);
  });
});
