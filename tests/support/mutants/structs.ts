import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Random } from '../random.ts';
import { GROUND_CLIENT } from './ground.ts';

/**
 * Changes to the structs of an update: it stays readable, and says something no client of ours would. The
 * form is Yjs' update version 1 (yjs/src/utils/encoding.js): groups of structs by client, then deletions.
 */
type Struct = Y.Item | Y.GC | Y.Skip;
interface Range {
  client: number;
  clock: number;
  length: number;
}
interface Parts {
  structs: Struct[];
  deleted: Range[];
}

function read(update: Uint8Array): Parts {
  const { structs, ds } = Y.decodeUpdate(update);
  const deleted = [...ds.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, length: len })),
  );
  return { structs: structs as Struct[], deleted };
}

/** The bytes of an update that has these structs, by client and in order, and deletes these ranges. */
export function encodeUpdate({ structs, deleted }: Parts): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const rest = encoder.restEncoder;
  const groups: Struct[][] = [];
  for (const struct of structs) {
    const last = groups.at(-1);
    if (last?.[0]?.id.client === struct.id.client) last.push(struct);
    else groups.push([struct]);
  }
  encoding.writeVarUint(rest, groups.length);
  for (const group of groups) {
    const [first] = group as [Struct];
    encoding.writeVarUint(rest, group.length);
    encoding.writeVarUint(rest, first.id.client);
    encoding.writeVarUint(rest, first.id.clock);
    for (const struct of group) struct.write(encoder, 0);
  }
  encoding.writeVarUint(rest, deleted.length);
  for (const { client, clock, length } of deleted) {
    encoding.writeVarUint(rest, client);
    encoding.writeVarUint(rest, 1);
    encoding.writeVarUint(rest, clock);
    encoding.writeVarUint(rest, length);
  }
  return encoder.toUint8Array();
}

const HUGE = [2 ** 16, 2 ** 31 - 1, 2 ** 32 + 5, 2 ** 45] as const;
const KEYS = ['place', 'text', 'kind', 'authorId', 'id', 'c0', '__proto__', 'constructor', '', 'hidden'];
const ROOTS = ['cards', 'meta', 'drawing', 'phases', 'lanes', 'touchpoints', 'evil', '', '__proto__'];

const someId = (r: Random, own: Struct) =>
  r.of([
    Y.createID(GROUND_CLIENT, r.below(120)),
    Y.createID(GROUND_CLIENT, 100_000),
    Y.createID(own.id.client, r.below(20)),
    Y.createID(own.id.client, own.id.clock),
    Y.createID(r.below(2 ** 31), r.below(5)),
  ]);

/** A content of `length`, so that the clocks behind it stay right; now and then of another. */
function content(r: Random, length: number): Y.Item['content'] {
  const n = r.chance(0.1) ? length + 1 : length;
  const one = [
    () => new Y.ContentType(new Y.Map()),
    () => new Y.ContentType(new Y.Array()),
    () => new Y.ContentType(new Y.Text()),
    () => new Y.ContentType(new Y.XmlElement('script')),
    () => new Y.ContentType(new Y.XmlText()),
    () => new Y.ContentDoc(new Y.Doc({ guid: 'sub', autoLoad: true })),
    () => new Y.ContentFormat('bold', true as never),
    () => new Y.ContentEmbed({ image: 'x' }),
    () => new Y.ContentBinary(Uint8Array.of(1, 2, 3)),
  ];
  const many = [
    () => new Y.ContentDeleted(n),
    () => new Y.ContentString('x'.repeat(n)),
    () => new Y.ContentString('\ud800'.repeat(n)),
    () => new Y.ContentJSON(Array.from({ length: n }, () => ({ a: 1 }))),
    () => new Y.ContentAny(Array.from({ length: n }, () => r.of<unknown>([0, '', null, NaN, [], {}]))),
  ];
  return r.of(length === 1 ? [...one, ...many] : many)() as Y.Item['content'];
}

const item = (r: Random, { structs }: Parts): Y.Item | null =>
  r.of(structs.filter((s): s is Y.Item => s instanceof Y.Item)) ?? null;

type Change = (r: Random, parts: Parts) => void;

const CHANGES: Record<string, Change> = {
  anotherClient: (r, { structs }) => {
    const client = r.of([GROUND_CLIENT, 0, 1, 2 ** 31, 2 ** 52, r.below(2 ** 31)]);
    for (const s of structs) s.id = Y.createID(client, s.id.clock);
  },
  anotherClock: (r, { structs }) => {
    const by = r.of([1, 7, 2 ** 31, 2 ** 50]);
    for (const s of structs) s.id = Y.createID(s.id.client, s.id.clock + by);
  },
  anotherOrigin: (r, parts) => {
    const at = item(r, parts);
    if (!at) return;
    if (r.chance(0.7)) at.origin = r.chance(0.2) ? null : someId(r, at);
    if (r.chance(0.5)) at.rightOrigin = r.chance(0.2) ? null : someId(r, at);
    at.parent ??= 'cards' as never;
  },
  anotherParent: (r, parts) => {
    const at = item(r, parts);
    if (!at) return;
    at.origin = null;
    at.rightOrigin = null;
    at.parent = r.chance(0.5) ? (r.of(ROOTS) as never) : (someId(r, at) as never);
  },
  anotherKey: (r, parts) => {
    const at = item(r, parts);
    if (!at) return;
    at.parentSub = r.chance(0.4) ? null : r.chance(0.1) ? 'k'.repeat(20_000) : r.of(KEYS);
    at.parent ??= 'cards' as never;
  },
  anotherContent: (r, parts) => {
    const at = item(r, parts);
    if (at) at.content = content(r, at.length);
  },
  gone: (r, { structs }) => {
    const at = r.below(structs.length);
    const held = structs[at];
    if (!held) return;
    const length = r.chance(0.2) ? r.of(HUGE) : held.length;
    structs[at] = r.chance(0.6) ? new Y.GC(held.id, length) : new Y.Skip(held.id, length);
  },
  huge: (r, parts) => {
    const at = item(r, parts);
    if (at) at.content = new Y.ContentDeleted(r.of(HUGE)) as never;
  },
  drop: (r, { structs }) => void structs.splice(r.below(structs.length), 1),
  repeat: (r, { structs }) => {
    const held = structs[r.below(structs.length)];
    if (held) structs.splice(r.below(structs.length), 0, held);
  },
  shuffle: (r, { structs }) => void structs.sort(() => r.next() - 0.5),
  deletions: (r, { structs, deleted }) => {
    const client = r.of([GROUND_CLIENT, structs[0]?.id.client ?? 1, r.below(2 ** 31)]);
    const clock = r.chance(0.7) ? r.below(120) : r.of(HUGE);
    deleted.push({ client, clock, length: r.chance(0.7) ? 1 + r.below(12) : r.of(HUGE) });
  },
};

export const STRUCTS: Record<string, (r: Random, update: Uint8Array) => Uint8Array> = Object.fromEntries(
  Object.entries(CHANGES).map(([name, change]) => [
    name,
    (r: Random, update: Uint8Array) => {
      const parts = read(update);
      change(r, parts);
      if (r.chance(0.2)) (CHANGES[r.of(Object.keys(CHANGES))] as Change)(r, parts);
      return encodeUpdate(parts);
    },
  ]),
);
