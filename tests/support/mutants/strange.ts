import * as Y from 'yjs';
import type { Random } from '../random.ts';
import { CARDS, cardEntry, copyOf, frameEntry, LANES, PHASES, SHAPES, TOUCHPOINTS } from './ground.ts';

/** Edits made with Yjs' own means by a client that is not ours: well formed, and not a journey. */
type Edit = (doc: Y.Doc, r: Random) => void;

/** Takes a root as another type than the map it is. */
const root = (doc: Y.Doc, name: string) => doc.getMap<Y.Map<unknown>>(name);
const card = (doc: Y.Doc, r: Random) => root(doc, 'cards').get(r.of(CARDS)) as Y.Map<unknown>;
const text = (doc: Y.Doc, r: Random) => card(doc, r).get('text') as Y.Text;
const FIELDS = ['kind', 'text', 'place', 'evidence', 'source', 'authorId', 'createdAt', 'emoji', 'valence'];
const ENTRIES = { cards: CARDS, phases: PHASES, touchpoints: TOUCHPOINTS, lanes: LANES, drawing: SHAPES };
const COLLECTIONS = Object.keys(ENTRIES) as (keyof typeof ENTRIES)[];

function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let n = 0; n < levels; n += 1) value = [value];
  return value;
}

const wrongType = (r: Random): unknown =>
  r.of([
    () => new Y.Map(Object.entries({ a: 1 })),
    () => new Y.Array(),
    () => Y.Array.from([1, 2]),
    () => new Y.Text('text'),
    () => new Y.XmlElement('iframe'),
    () => new Y.XmlFragment(),
    () => new Y.XmlText('x'),
    () => new Y.Doc({ guid: 'sub', autoLoad: true }),
  ])();

const wrongValue = (r: Random): unknown =>
  r.of<() => unknown>([
    () => undefined,
    () => Number.NaN,
    () => Number.POSITIVE_INFINITY,
    () => -0.5,
    () => 2 ** 60,
    () => 10n ** 15n,
    () => Uint8Array.of(1, 2, 3),
    () => '\ud800',
    () => 'x'.repeat(3_000),
    () => deep(60),
    () => deep(3_000),
    () => ({ ...{ touchpointId: 't0', laneId: 'quotes', order: 'a1' }, extra: 1 }),
    () => ({ touchpointId: 't0', laneId: 'quotes', order: '' }),
    () => JSON.parse('{"__proto__":{"polluted":true},"order":"a"}'),
    () => true,
    () => [],
  ])();

export const STRANGE: Record<string, Edit> = {
  wrongEntry: (d, r) => {
    const name = r.of(COLLECTIONS);
    root(d, name).set(
      r.chance(0.5) ? r.of(ENTRIES[name]) : 'x1',
      (r.chance(0.6) ? wrongType : wrongValue)(r) as never,
    );
  },
  wrongField: (d, r) => void card(d, r).set(r.of(FIELDS), wrongType(r)),
  wrongValue: (d, r) => void card(d, r).set(r.of(FIELDS), wrongValue(r)),
  wrongStructure: (d, r) => {
    const name = r.of(['phases', 'touchpoints', 'lanes'] as const);
    const field = r.of(['name', 'part', 'kind', 'order', 'place', 'mark', 'new']);
    root(d, name)
      .get(r.of<string>(ENTRIES[name]))
      ?.set(field, r.chance(0.5) ? wrongType(r) : wrongValue(r));
  },
  unknownField: (d, r) =>
    void card(d, r).set(r.of(['colour', '__proto__', 'constructor', 'id', '', 'k'.repeat(9_000)]), 1),
  missingField: (d, r) => card(d, r).delete(r.of(FIELDS)),
  badKey: (d, r) =>
    void root(d, 'cards').set(
      r.of(['', ' ', '__proto__', 'å', 'a/b', 'k'.repeat(65), '\u0000']),
      cardEntry('per', 'x', null),
    ),
  unknownRoot: (d, r) => {
    const name = r.of(['evil', 'snapshots', '', '__proto__', 'card']);
    r.of([
      () => d.getMap(name).set('a', 1),
      () => d.getArray(name).insert(0, [1]),
      () => d.getText(name).insert(0, 'hidden'),
      () => d.getXmlFragment(name).insert(0, [new Y.XmlElement('script')]),
    ])();
  },
  meta: (d, r) => {
    const keys = ['version', 'title', 'locale', 'structure', 'cards', 'owner', 'structure'];
    d.getMap('meta').set(r.of(keys), r.of<unknown>(['everyone', 'own', 2, '', wrongType(r), wrongValue(r)]));
  },
  bold: (d, r) => text(d, r).format(0, 3, { bold: true }),
  embed: (d, r) =>
    text(d, r).insertEmbed(r.below(3), r.chance(0.5) ? { image: 'x' } : (new Y.Map() as never)),
  hiddenKey: (d, r) => text(d, r).setAttribute('onclick', 'alert(1)' as never),
  longText: (d, r) => text(d, r).insert(0, 'x'.repeat(r.of([1_990, 2_001, 300_000]))),
  halfEmoji: (d, r) => text(d, r).insert(0, '\ud83d'),
  otherAuthor: (d, r) =>
    void root(d, 'cards').set('x2', cardEntry(r.of(['ada', 'nobody', 'fia']), 'Said', null)),
  takeOver: (d, r) => void card(d, r).set('authorId', 'per'),
  backdate: (d, r) => void card(d, r).set('createdAt', 5),
  forgeSource: (d, r) => void card(d, r).set('source', { findingId: 'f9', interviewId: 'i9' }),
  replace: (d, r) => {
    const entry = cardEntry('per', 'Replaced', null, { createdAt: 1_800_000_000_000 });
    root(d, 'cards').set(r.of(CARDS), entry);
  },
  structure: (d, r) => {
    const name = r.of(['phases', 'touchpoints', 'lanes'] as const);
    root(d, name).delete(r.of<string>(ENTRIES[name]));
  },
  circle: (d) => {
    const place = { parentId: 'shape:f1', index: 'a1', x: 0, y: 0, rotation: 0 };
    root(d, 'drawing').get('shape:f0')?.set('place', place);
  },
  badShape: (d, r) => {
    const props = r.of<object>([
      { 'props.w': 'wide' },
      { 'props.evil': 1 },
      { type: 'embed', 'props.url': 'http://evil.example' },
      { schema: 99 },
      { typeName: 'camera' },
      { opacity: 7 },
      { meta: { a: 'x'.repeat(3_000) } },
      { 'props.name': 'x'.repeat(250_000) },
    ]);
    root(d, 'drawing').set(r.of(['shape:x3', 'shape:card:c0', 'x3']), frameEntry({}, props));
  },
  manyCards: (d) => {
    for (let i = 0; i < 300; i += 1)
      root(d, 'cards').set(`many${i}`, cardEntry('per', '', i === 299 ? 7 : null));
  },
};

/** What one such edit writes. The document's roots have no type before it, as in a client of another make. */
export function strange(r: Random, state: Uint8Array, clientId: number, name: string): Uint8Array {
  const { doc } = copyOf(state, clientId);
  const before = Y.encodeStateVector(doc);
  try {
    doc.transact(() => (STRANGE[name] as Edit)(doc, r));
    return Y.encodeStateAsUpdate(doc, before);
  } finally {
    doc.destroy();
  }
}

/** List content beside the keys of a map: Yjs keeps it, and no reader of maps sees it. */
export function listInMap(r: Random, state: Uint8Array, clientId: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const list = doc.getArray<unknown>(r.of([...COLLECTIONS, 'meta']));
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  list.insert(0, [r.chance(0.5) ? 'hidden' : new Y.Map()]);
  return Y.encodeStateAsUpdate(doc, before);
}
