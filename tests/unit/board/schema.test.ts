import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  cardShapeId,
  checkDrawingRecord,
  DRAWING_VERSION,
  type DrawingRecord,
  fromStored,
  PAGE_ID,
  toStored,
  writeRecord,
} from '../../../lib/board/schema/index.ts';
import { drawingSchema } from '../../../lib/board/schema/kinds.ts';
import { checkRichText, withSafeLinks } from '../../../lib/board/schema/rich-text.ts';
import { DRAWING_SCHEMAS } from '../../../lib/board/schema/versions.ts';
import { plainEntry } from '../../../lib/journey/document.ts';

const geo = {
  id: 'shape:a',
  typeName: 'shape',
  type: 'geo',
  parentId: PAGE_ID,
  index: 'a1',
  x: 10,
  y: -4.5,
  rotation: 0,
  opacity: 1,
  isLocked: false,
  meta: {},
  props: {
    geo: 'rectangle',
    dash: 'draw',
    url: '',
    w: 100,
    h: 50,
    growY: 0,
    scale: 1,
    labelColor: 'black',
    color: 'black',
    fill: 'none',
    size: 'm',
    font: 'draw',
    align: 'middle',
    verticalAlign: 'middle',
    richText: { type: 'doc', content: [{ type: 'paragraph' }] },
  },
} as unknown as DrawingRecord;

const binding = {
  id: 'binding:b',
  typeName: 'binding',
  type: 'arrow',
  fromId: 'shape:arrow',
  toId: cardShapeId('c1'),
  meta: {},
  props: {
    terminal: 'end',
    normalizedAnchor: { x: 0.5, y: 0.5 },
    isExact: false,
    isPrecise: false,
    snap: 'none',
  },
} as unknown as DrawingRecord;

const picture = {
  id: 'shape:p',
  typeName: 'shape',
  type: 'image',
  parentId: PAGE_ID,
  index: 'a2',
  x: 0,
  y: 0,
  rotation: 0,
  opacity: 1,
  isLocked: false,
  meta: {},
  props: {
    w: 300,
    h: 200,
    playing: true,
    url: '',
    assetId: 'asset:f',
    crop: null,
    flipX: false,
    flipY: false,
    altText: '',
  },
} as unknown as DrawingRecord;

const FILE = 'asset:0f9d1c2e-1111-4222-8333-444455556666';
const asset = {
  id: 'asset:f',
  typeName: 'asset',
  type: 'image',
  meta: {},
  props: { w: 300, h: 200, name: 'shop.png', isAnimated: false, mimeType: 'image/png', src: FILE },
} as unknown as DrawingRecord;

const stored = (record: DrawingRecord, changes: Record<string, unknown> = {}) => ({
  id: record.id,
  ...toStored(record),
  ...changes,
});
const placed = (changes: Record<string, unknown>) =>
  stored(geo, { place: { ...(toStored(geo).place as object), ...changes } });

function drawing() {
  const doc = new Y.Doc();
  return { doc, map: doc.getMap<Y.Map<unknown>>('drawing') };
}

describe('the stored form of a drawing', () => {
  it.each([geo, binding, picture, asset])('gives back what was stored ($type of $typeName)', (record) => {
    const { map } = drawing();
    writeRecord(map, record);
    expect(fromStored(plainEntry(record.id, map.get(record.id)))).toEqual(record);
    expect(checkDrawingRecord(plainEntry(record.id, map.get(record.id)))).toBeNull();
  });

  it('writes only the keys that changed', () => {
    const { doc, map } = drawing();
    writeRecord(map, geo);
    const touched: string[] = [];
    map.get(geo.id)?.observe((event) => touched.push(...event.keysChanged));
    doc.transact(() => writeRecord(map, { ...geo, x: 11 } as DrawingRecord));
    doc.transact(() => writeRecord(map, { ...geo, x: 11, props: { ...geo.props } } as DrawingRecord));
    expect(touched).toEqual(['place']);
  });

  it('keeps a recolouring and a move made at the same time', () => {
    const a = drawing();
    const b = drawing();
    writeRecord(a.map, geo);
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
    writeRecord(a.map, { ...geo, x: 500 } as DrawingRecord);
    writeRecord(b.map, { ...geo, props: { ...geo.props, color: 'blue' } } as DrawingRecord);
    Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc));
    const merged = fromStored(plainEntry(geo.id, a.map.get(geo.id))) as typeof geo & { x: number };
    expect(merged.x).toBe(500);
    expect(merged.props).toMatchObject({ color: 'blue' });
  });

  it('names the tldraw schema of every version, the newest being the installed one', () => {
    expect(DRAWING_SCHEMAS[DRAWING_VERSION]).toEqual(drawingSchema.serialize());
  });
});

describe('the check of a stored drawing', () => {
  const circular: Record<string, unknown> = stored(geo);
  circular.meta = { circular };
  const deep = JSON.parse(`${'{"content":['.repeat(40)}1${']}'.repeat(40)}`);

  it.each<[string, unknown]>([
    ['null', null],
    ['a string', 'shape'],
    ['an array', [geo]],
    ['nothing', {}],
    ['no version', stored(geo, { schema: undefined })],
    ['a version from the future', stored(geo, { schema: 2 })],
    ['a picture of a version that had none', stored(picture, { schema: 1 })],
    ['a picture on another host', stored(asset, { 'props.src': 'https://example.org/a.png' })],
    ['a picture in the record itself', stored(asset, { 'props.src': 'data:image/png;base64,AAAA' })],
    ['a picture behind a path', stored(asset, { 'props.src': '/api/workshops/x/files/y' })],
    ['a picture with a path behind its file', stored(asset, { 'props.src': `${FILE}/../../x` })],
    ['a picture of no file', stored(asset, { 'props.src': null })],
    ['a script for a picture', stored(asset, { 'props.src': 'javascript:alert(1)' })],
    ['a bookmark’s asset', stored(asset, { type: 'bookmark' })],
    ['a video’s asset', stored(asset, { type: 'video' })],
    ['an asset with a place', stored(asset, { place: {} })],
    ['a picture with a name without end', stored(asset, { 'props.name': 'x'.repeat(201) })],
    ['an unknown key', stored(geo, { evil: 1 })],
    ['an unknown type name', stored(geo, { typeName: 'camera' })],
    ['an unknown shape', stored(geo, { type: 'embed' })],
    ['a bookmark', stored(geo, { type: 'bookmark' })],
    ['a card posing as a drawing', stored(geo, { id: cardShapeId('x') })],
    ['an id of another type', stored(geo, { id: 'page:x' })],
    ['no place', stored(geo, { place: undefined })],
    ['an extra key in the place', placed({ z: 1 })],
    ['coordinates that are none', placed({ x: '1' })],
    ['coordinates out of bounds', placed({ y: 1e300 })],
    ['NaN', placed({ x: Number.NaN })],
    ['a page that is not ours', placed({ parentId: 'page:other' })],
    ['itself as parent', placed({ parentId: geo.id })],
    ['a card as parent', placed({ parentId: cardShapeId('c') })],
    ['a broken index', placed({ index: 'nonsense!' })],
    ['a prop of the wrong type', stored(geo, { 'props.w': 'wide' })],
    ['a prop too many', stored(geo, { 'props.onclick': 'x' })],
    ['a javascript address', stored(geo, { 'props.url': 'javascript:alert(1)' })],
    [
      'a javascript link in a text',
      stored(geo, {
        'props.richText': {
          type: 'doc',
          content: [{ type: 'text', marks: [{ type: 'link', attrs: { href: ' javascript:alert(1)' } }] }],
        },
      }),
    ],
    ['a text nested without end', stored(geo, { 'props.richText': { type: 'doc', content: [deep] } })],
    ['a circular value', circular],
    ['meta too large', stored(geo, { meta: { x: 'x'.repeat(3000) } })],
    [
      'a record too large',
      stored(geo, { 'props.richText': { type: 'doc', content: ['x'.repeat(300_000)] } }),
    ],
    ['a binding with a place', stored(binding, { place: {} })],
    ['a binding to nothing', stored(binding, { toId: undefined })],
    ['a binding of another kind', stored(binding, { type: 'glue' })],
  ])('refuses %s', (_name, record) => {
    expect(checkDrawingRecord(record)).toEqual(expect.any(String));
  });

  it('takes a link to a page', () => {
    const richText = {
      type: 'doc',
      content: [{ type: 'text', marks: [{ type: 'link', attrs: { href: 'https://example.org' } }] }],
    };
    expect(checkDrawingRecord(stored(geo, { 'props.richText': richText }))).toBeNull();
  });
});

describe('the links of a text', () => {
  const linked = (...hrefs: string[]) => ({
    type: 'doc',
    content: hrefs.map((href) => ({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })),
  });

  it('that lead elsewhere than to a page or a mailbox are taken out, and their words stay', () => {
    const mixed = linked(
      'https://example.org',
      'tel:+4612345',
      ' javascript:alert(1)',
      'mailto:a@example.org',
    );
    const clean = withSafeLinks(mixed);
    expect(checkRichText(clean)).toBeNull();
    expect(clean.content.map((node) => [node.text, node.marks.length])).toEqual([
      ['https://example.org', 1],
      ['tel:+4612345', 0],
      [' javascript:alert(1)', 0],
      ['mailto:a@example.org', 1],
    ]);
  });

  it('that are fine leave the text as it is', () => {
    const fine = linked('https://example.org');
    expect(withSafeLinks(fine)).toBe(fine);
  });
});
