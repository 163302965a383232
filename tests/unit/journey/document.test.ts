import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openJourney, readMeta, toJourney } from '../../../lib/journey/document.ts';
import { journey as journeySchema, type Lane, laneFor } from '../../../lib/journey/model.ts';
import { byOrder, orderAt, ordersBetween } from '../../../lib/journey/order.ts';

const entry = (fields: Record<string, unknown>) => {
  const map = new Y.Map<unknown>();
  for (const [key, value] of Object.entries(fields)) map.set(key, value);
  return map;
};

describe('reading a document', () => {
  it('finds an empty one empty and valid', () => {
    const journey = toJourney(openJourney(new Y.Doc()));
    expect(journeySchema.safeParse(journey).success).toBe(true);
    expect(journey.cards).toEqual([]);
  });

  it('sets aside what it cannot read, names it, and leaves it in the document', () => {
    const j = openJourney(new Y.Doc());
    j.phases.set('good', entry({ name: new Y.Text('Order'), part: 'before', order: 'a0' }));
    j.phases.set('odd', entry({ name: new Y.Text('?'), part: 'meanwhile', order: 'a1' }));
    j.cards.set('plain', 'not an entry' as never);
    const journey = toJourney(j);
    expect(journey.phases.map((p) => p.id)).toEqual(['good']);
    expect(journey.unreadable).toEqual([
      { collection: 'cards', id: 'plain' },
      { collection: 'phases', id: 'odd' },
    ]);
    expect(j.phases.has('odd') && j.cards.has('plain')).toBe(true);
  });

  it('puts a card whose cell is gone on the tray, without a write', () => {
    const j = openJourney(new Y.Doc());
    const place = { touchpointId: 'gone', laneId: 'gone', order: 'a0' };
    const text = new Y.Text('Word');
    j.cards.set('c', entry({ kind: 'quote', text, place, evidence: 'assumed', authorId: 'u', createdAt: 1 }));
    let writes = 0;
    j.doc.on('update', () => {
      writes += 1;
    });
    expect(toJourney(j).cards[0]?.place).toBeNull();
    expect(writes).toBe(0);
  });

  it('falls back to plain settings when meta is half written', () => {
    const j = openJourney(new Y.Doc());
    j.meta.set('title', 42);
    expect(readMeta(j.meta)).toMatchObject({ title: '', structure: 'facilitator', version: 1 });
  });
});

describe('orders', () => {
  it('lie strictly between their neighbours, in order (seed 5)', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 40 }), (indices) => {
        const list: { id: string; order: string }[] = [];
        indices.forEach((index, i) => {
          const at = Math.min(index, list.length);
          list.splice(at, 0, { id: `c${i}`, order: orderAt(list, at) });
        });
        expect([...list].sort(byOrder)).toEqual(list);
        expect(new Set(list.map((c) => c.order)).size).toBe(list.length);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('between equal neighbours, which two people can make, go after them instead of throwing', () => {
    const [order] = ordersBetween('a5', 'a5');
    expect(order && order > 'a5').toBe(true);
  });

  it('that are equal sort by id, the same everywhere', () => {
    const pair = [
      { id: 'b', order: 'a0' },
      { id: 'a', order: 'a0' },
    ];
    expect(pair.sort(byOrder).map((c) => c.id)).toEqual(['a', 'b']);
  });
});

describe('the lane a dropped card lands in', () => {
  const lane = (id: string, kind: Lane['kind']): Lane => ({ id, name: id, kind, order: 'a0' });
  const lanes = [lane('says', 'quote'), lane('feels', 'emotion'), lane('chafes', 'friction')];

  it('is the one it was dropped on, unless an axis says otherwise', () => {
    expect(laneFor(lanes, 'friction', 'says')?.id).toBe('says');
    expect(laneFor(lanes, 'quote', 'feels')?.id).toBe('says');
    expect(laneFor(lanes, 'emotion', 'says')?.id).toBe('feels');
  });

  it('is none when the map has no lane for it', () => {
    expect(laneFor([lane('says', 'quote')], 'emotion', 'says')).toBeUndefined();
  });
});
