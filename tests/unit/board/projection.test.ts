import type { IndexKey } from 'tldraw';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { cardChanges, indicesBelow } from '../../../lib/board/projection/cards.ts';
import { readDrawings } from '../../../lib/board/projection/drawings.ts';
import { cardShapeId, type DrawingRecord, PAGE_ID, writeRecord } from '../../../lib/board/schema/index.ts';
import type { CardShape } from '../../../lib/board/shapes/card/card-shape.ts';
import { waiting } from '../../../lib/board/ui/tray/unplaced.ts';
import { openJourney } from '../../../lib/journey/document.ts';
import type { Journey } from '../../../lib/journey/model.ts';

const box = (x: number, y = 0) => ({ x, y, w: 200, h: 60 });
const none: ReadonlySet<string> = new Set();

/** The shapes a canvas holds after `changes`. */
function applied(shapes: Map<string, CardShape>, changes: ReturnType<typeof cardChanges>) {
  for (const shape of changes.put) shapes.set(shape.id, shape);
  for (const id of changes.remove) shapes.delete(id);
  return shapes;
}

describe('projecting cards', () => {
  it('puts new cards below all drawings, each with an index of its own', () => {
    const boxes = new Map(Array.from({ length: 200 }, (_, i) => [`c${i}`, box(i)]));
    const { put } = cardChanges(boxes, new Map(), none, indicesBelow());
    const indices = put.map((s) => s.index);
    expect(new Set(indices).size).toBe(200);
    expect(indices.every((index) => index < ('a1' as IndexKey))).toBe(true);
    expect(put[7]).toMatchObject({
      id: cardShapeId('c7'),
      x: 7,
      parentId: PAGE_ID,
      props: { w: 200, h: 60 },
    });
  });

  it('changes nothing when nothing changed, and only what did', () => {
    const next = indicesBelow();
    const boxes = new Map([
      ['a', box(0)],
      ['b', box(300)],
    ]);
    const shapes = applied(new Map(), cardChanges(boxes, new Map(), none, next));
    expect(cardChanges(boxes, shapes, none, next)).toEqual({ put: [], remove: [] });
    const index = shapes.get(cardShapeId('b'))?.index;
    boxes.set('b', box(300, 20));
    boxes.delete('a');
    const changes = cardChanges(boxes, shapes, none, next);
    expect(changes.put).toMatchObject([{ id: cardShapeId('b'), y: 20, index }]);
    expect(changes.remove).toEqual([cardShapeId('a')]);
  });

  it('repairs a card that drifted, whatever was projected last', () => {
    const next = indicesBelow();
    const boxes = new Map([['a', box(0)]]);
    const shapes = applied(new Map(), cardChanges(boxes, new Map(), none, next));
    const shape = shapes.get(cardShapeId('a')) as CardShape;
    for (const drift of [
      { x: 5 },
      { rotation: 1 },
      { isLocked: true },
      { parentId: 'shape:frame' as never },
    ]) {
      shapes.set(shape.id, { ...shape, ...drift });
      expect(cardChanges(boxes, shapes, none, next).put).toHaveLength(1);
    }
  });

  it('leaves what a drag holds, moved or removed by others, until it is let go', () => {
    const next = indicesBelow();
    const shapes = applied(new Map(), cardChanges(new Map([['a', box(0)]]), new Map(), none, next));
    const held = new Set([cardShapeId('a')]);
    expect(cardChanges(new Map([['a', box(9)]]), shapes, held, next).put).toEqual([]);
    expect(cardChanges(new Map(), shapes, held, next).remove).toEqual([]);
    expect(cardChanges(new Map(), shapes, none, next).remove).toEqual([cardShapeId('a')]);
  });
});

describe('reading drawings', () => {
  const frame = (id: string, parentId: string) =>
    ({
      id,
      typeName: 'shape',
      type: 'frame',
      parentId,
      index: 'a1',
      x: 0,
      y: 0,
      rotation: 0,
      opacity: 1,
      isLocked: false,
      meta: {},
      props: { w: 10, h: 10, name: '', color: 'black' },
    }) as unknown as DrawingRecord;

  it('sets aside what it cannot read, without touching it or its neighbours', () => {
    const j = openJourney(new Y.Doc());
    writeRecord(j.drawing, frame('shape:a', PAGE_ID));
    j.drawing.set('shape:b', new Y.Map(Object.entries({ typeName: 'shape', type: 'rocket' })));
    j.drawing.set('shape:c', 'text' as never);
    const { records, unreadable } = readDrawings(j);
    expect(records.map((r) => r.id)).toEqual(['shape:a']);
    expect(unreadable.sort()).toEqual(['shape:b', 'shape:c']);
    expect(j.drawing.size).toBe(3);
  });

  it('breaks a circle of frames that two people made, and gives shapes before bindings', () => {
    const j = openJourney(new Y.Doc());
    j.drawing.set(
      'binding:z',
      new Y.Map(
        Object.entries({
          schema: 1,
          typeName: 'binding',
          type: 'arrow',
          fromId: 'shape:x',
          toId: 'shape:a',
          meta: {},
          'props.terminal': 'end',
          'props.normalizedAnchor': { x: 0, y: 0 },
          'props.isExact': false,
          'props.isPrecise': false,
          'props.snap': 'none',
        }),
      ),
    );
    writeRecord(j.drawing, frame('shape:a', 'shape:b'));
    writeRecord(j.drawing, frame('shape:b', 'shape:a'));
    const { records } = readDrawings(j);
    expect(records.map((r) => (r.typeName === 'shape' ? [r.id, r.parentId] : r.id))).toEqual([
      ['shape:a', PAGE_ID],
      ['shape:b', 'shape:a'],
      'binding:z',
    ]);
  });
});

describe('the tray', () => {
  it('holds cards lifted off the map, then findings nobody has used', () => {
    const finding = (id: string) =>
      [id, { id, interviewId: 'i', kind: 'quote', words: id, alias: 'C' }] as const;
    const findings = new Map([finding('f1'), finding('f2')]) as never;
    const card = (id: string, extra: object) => ({
      id,
      kind: 'quote',
      text: id,
      place: null,
      source: null,
      ...extra,
    });
    const journey = {
      cards: [
        card('placed', { place: {}, source: { findingId: 'f1', interviewId: 'i' } }),
        card('lifted', {}),
      ],
    } as unknown as Journey;
    expect(waiting(journey, findings).map((w) => [w.type, w.id])).toEqual([
      ['card', 'lifted'],
      ['finding', 'f2'],
    ]);
  });
});
