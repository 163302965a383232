import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';
import { notice } from '../../../lib/sync/messages.ts';
import type { DocumentName } from '../../../lib/sync/protocol.ts';
import type { StoredUpdate } from '../store.ts';
import type { Compacted, Order, PresenceState, PresenceStates } from './fan-out.ts';

/**
 * What nodes say, in binary: a version, who speaks, a kind, and what follows. Nodes may be of different
 * releases, so that everything is read strictly.
 */
export type Message =
  | { kind: 'committed'; rows: StoredUpdate[] }
  /** There is something in the log that was too much to send, or was sent in vain. */
  | { kind: 'look' }
  | { kind: 'presence'; states: PresenceStates }
  | { kind: 'ask' }
  | { kind: 'alive' }
  | { kind: 'bye' }
  | { kind: 'order'; order: Order }
  | { kind: 'compacted'; compacted: Compacted };

/** Raised when a kind changes its form. New kinds need no other version: they are passed over. */
const VERSION = 1;
const KINDS = {
  committed: 1,
  look: 2,
  presence: 3,
  ask: 4,
  alive: 5,
  bye: 6,
  order: 7,
  compacted: 8,
} as const;
const NAMES = new Map(Object.entries(KINDS).map(([name, kind]) => [kind as number, name as Message['kind']]));
const NODE_BYTES = 8;

const document = z.custom<DocumentName>(
  (v) => typeof v === 'string' && /^(journey|tobe|notes):[0-9a-f-]{36}$/.test(v),
);
const ids = z.array(z.string().max(64));
const orderSchema: z.ZodType<Order> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rightsChanged'), workshopId: z.uuid(), userId: z.string().optional() }),
  z.strictObject({ type: z.literal('userChanged'), userId: z.string() }),
  z.strictObject({ type: z.literal('documentChanged'), document }),
  z.strictObject({
    type: z.literal('erased'),
    workshopId: z.uuid(),
    mark: z.number(),
    interviewIds: ids,
    findingIds: ids,
    cardIds: ids,
  }),
  z.strictObject({ type: z.literal('removed'), document }),
  z.strictObject({
    type: z.literal('notify'),
    document,
    notice,
  }),
]);
const stateSchema = z.object({ user: z.object({ id: z.string() }) }).nullable();

/** @param node 16 hexadecimal digits. */
export function encode(node: string, message: Message): Uint8Array {
  const e = encoding.createEncoder();
  encoding.writeUint8(e, VERSION);
  encoding.writeUint8Array(e, Buffer.from(node, 'hex'));
  encoding.writeVarUint(e, KINDS[message.kind]);
  if (message.kind === 'committed') {
    encoding.writeVarUint(e, message.rows.length);
    for (const { seq, bytes } of message.rows) {
      encoding.writeVarUint(e, seq);
      encoding.writeVarUint8Array(e, bytes);
    }
  } else if (message.kind === 'presence') {
    const { whole, clock, states } = message.states;
    encoding.writeUint8(e, whole ? 1 : 0);
    encoding.writeVarUint(e, clock);
    encoding.writeVarUint(e, states.length);
    for (const { clientId, json } of states) {
      encoding.writeVarUint(e, clientId);
      encoding.writeVarString(e, json);
    }
  } else if (message.kind === 'compacted') {
    const { epoch, generation, covered } = message.compacted;
    for (const number of [epoch, generation, covered.length, ...covered]) encoding.writeVarUint(e, number);
  } else if (message.kind === 'order') {
    encoding.writeVarString(e, JSON.stringify(message.order));
  }
  return encoding.toUint8Array(e);
}

/** null: of a release we do not know, or nothing a node says. */
export function decode(bytes: Uint8Array): { node: string; message: Message } | null {
  try {
    const d = decoding.createDecoder(bytes);
    if (decoding.readUint8(d) !== VERSION) return null;
    const node = Buffer.from(decoding.readUint8Array(d, NODE_BYTES)).toString('hex');
    const kind = NAMES.get(decoding.readVarUint(d));
    const message = kind && readBody(kind, d);
    return message && d.pos === bytes.length ? { node, message } : null;
  } catch {
    return null;
  }
}

function readBody(kind: Message['kind'], d: decoding.Decoder): Message {
  if (kind === 'committed') return { kind, rows: readEach(d, readRow) };
  if (kind === 'order') return { kind, order: orderSchema.parse(JSON.parse(readString(d))) };
  if (kind === 'presence') {
    const whole = decoding.readUint8(d) === 1;
    const clock = decoding.readVarUint(d);
    return { kind, states: { whole, clock, states: readEach(d, readState) } };
  }
  if (kind === 'compacted') {
    const epoch = decoding.readVarUint(d);
    const generation = decoding.readVarUint(d);
    return { kind, compacted: { epoch, generation, covered: readEach(d, decoding.readVarUint) } };
  }
  return { kind };
}

/** Believes a count only as far as there are bytes for it. */
function readEach<T>(d: decoding.Decoder, one: (d: decoding.Decoder) => T): T[] {
  const all: T[] = [];
  for (let left = decoding.readVarUint(d); left > 0; left -= 1) all.push(one(d));
  return all;
}

function readRow(d: decoding.Decoder): StoredUpdate {
  const seq = decoding.readVarUint(d);
  // A copy: what was received is part of a larger piece of memory, which a kept view would keep whole.
  return { seq, bytes: readBytes(d).slice() };
}

function readState(d: decoding.Decoder): PresenceState {
  const clientId = decoding.readVarUint(d);
  const json = readString(d);
  stateSchema.parse(JSON.parse(json));
  return { clientId, json };
}

const readString = (d: decoding.Decoder) => new TextDecoder('utf-8', { fatal: true }).decode(readBytes(d));

/** lib0 reads on into the memory behind a message that is cut short. */
function readBytes(d: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(d);
  if (length > d.arr.length - d.pos) throw new RangeError('cut short');
  return decoding.readUint8Array(d, length);
}
