import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { code, LEO, map, PER } from './verdict.ts';

describe('free drawing', () => {
  const made = map();
  const shape = (place: object, props: object = {}) =>
    new Y.Map<unknown>(
      Object.entries({
        schema: 1,
        typeName: 'shape',
        type: 'frame',
        meta: {},
        opacity: 1,
        isLocked: false,
        place: { parentId: 'page:page', index: 'a1', x: 0, y: 0, rotation: 0, ...place },
        'props.w': 10,
        'props.h': 10,
        'props.name': 'Frame',
        'props.color': 'black',
        ...props,
      }),
    );

  test('a sound shape stands, garbage does not', () => {
    expect(code(made, PER, (j) => void j.drawing.set('shape:a', shape({})))).toBe('accepted');
    expect(code(made, LEO, (j) => void j.drawing.set('shape:a', shape({})))).toBe('mapReadOnly');
    expect(code(made, PER, (j) => void j.drawing.set('shape:a', shape({}, { 'props.w': 'wide' })))).toBe(
      'editInvalid',
    );
    expect(
      code(made, PER, (j) => void j.drawing.set('shape:a', shape({}, { 'props.name': new Y.Text('x') }))),
    ).toBe('editInvalid');
    expect(code(made, PER, (j) => void j.drawing.set('shape:a', shape({}, { id: 'shape:b' })))).toBe(
      'editInvalid',
    );
    const huge = 'x'.repeat(200_001);
    expect(code(made, PER, (j) => void j.drawing.set('shape:a', shape({}, { 'props.name': huge })))).toBe(
      'editInvalid',
    );
  });

  test('parents never run in a circle', () => {
    expect(code(made, PER, (j) => void j.drawing.set('shape:a', shape({ parentId: 'shape:a' })))).toBe(
      'editInvalid',
    );
    const nested = map();
    nested.j.drawing.set('shape:a', shape({}));
    nested.j.drawing.set('shape:b', shape({ parentId: 'shape:a' }));
    const into = { parentId: 'shape:b', index: 'a1', x: 0, y: 0, rotation: 0 };
    expect(code(nested, PER, (j) => void j.drawing.get('shape:a')?.set('place', into))).toBe('editInvalid');
  });
});
