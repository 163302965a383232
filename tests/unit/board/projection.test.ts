import type { IndexKey, TLShapeId } from 'tldraw';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type CardChanges, cardShapes, indicesBelow } from '../../../lib/board/projection/cards.ts';
import { readDrawings } from '../../../lib/board/projection/drawings.ts';
import { cardShapeId, type DrawingRecord, PAGE_ID, writeRecord } from '../../../lib/board/schema/index.ts';
import type { CardShape } from '../../../lib/board/shapes/card/card-shape.ts';
import { waiting } from '../../../lib/board/ui/tray/unplaced.ts';
import { openJourney } from '../../../lib/journey/document.ts';
import type { Box } from '../../../lib/journey/layout/index.ts';
import type { Journey } from '../../../lib/journey/model.ts';

const box = (x: number, y = 0) => ({ x, y, w: 200, h: 60 });
const none: ReadonlySet<string> = new Set();

/** A canvas of card shapes, and what is projected onto it. */
function canvas() {
  const shapes = new Map<string, CardShape>();
  const projected = cardShapes((id) => shapes.get(id), indicesBelow());
  return {
    shapes,
    doubt: projected.doubt,
    project(boxes: ReadonlyMap<string, Box>, held = none): CardChanges {
      const changes = projected.changes(boxes, held);
      for (const shape of changes.put) shapes.set(shape.id, shape);
      for (const id of changes.remove) shapes.delete(id);
      return changes;
    },
    /** Somebody does something to a shape that is not ours to do. */
    drift(id: string, change: Partial<CardShape>): void {
      shapes.set(id, { ...(shapes.get(id) as CardShape), ...change });
      projected.doubt(id);
    },
  };
}

describe('projecting cards', () => {
  it('puts new cards below all drawings, each with an index of its own', () => {
    const boxes = new Map(Array.from({ length: 200 }, (_, i) => [`c${i}`, box(i)]));
    const { put } = canvas().project(boxes);
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
    const { project, shapes } = canvas();
    const a = box(0);
    project(
      new Map([
        ['a', a],
        ['b', box(300)],
      ]),
    );
    expect(
      project(
        new Map([
          ['a', a],
          ['b', box(300)],
        ]),
      ),
    ).toEqual({ put: [], remove: [] });
    const index = shapes.get(cardShapeId('b'))?.index;
    const changes = project(new Map([['b', box(300, 20)]]));
    expect(changes.put).toMatchObject([{ id: cardShapeId('b'), y: 20, index }]);
    expect(changes.remove).toEqual([cardShapeId('a')]);
  });

  it('repairs a card that drifted, whatever was projected last', () => {
    const { project, drift } = canvas();
    const boxes = new Map([['a', box(0)]]);
    project(boxes);
    for (const change of [
      { x: 5 },
      { rotation: 1 },
      { isLocked: true },
      { parentId: 'shape:frame' as never },
    ]) {
      drift(cardShapeId('a'), change);
      expect(project(boxes).put).toHaveLength(1);
      expect(project(boxes).put).toHaveLength(0);
    }
  });

  it('brings back a card that was taken off the canvas, and takes off what is no card of the map', () => {
    const { project, shapes, doubt } = canvas();
    const boxes = new Map([['a', box(0)]]);
    project(boxes);
    const stray = { ...(shapes.get(cardShapeId('a')) as CardShape), id: 'shape:copy' as TLShapeId };
    shapes.clear();
    shapes.set(stray.id, stray);
    for (const id of [cardShapeId('a'), stray.id]) doubt(id);
    expect(project(boxes)).toMatchObject({ put: [{ id: cardShapeId('a') }], remove: [stray.id] });
  });

  it('leaves what a drag holds, moved or removed by others, until it is let go', () => {
    const { project } = canvas();
    project(new Map([['a', box(0)]]));
    const held = new Set([cardShapeId('a')]);
    expect(project(new Map([['a', box(9)]]), held).put).toEqual([]);
    expect(project(new Map(), held).remove).toEqual([]);
    expect(project(new Map()).remove).toEqual([cardShapeId('a')]);
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
