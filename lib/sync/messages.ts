import { type createDecoder, readVarString } from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { z } from 'zod';
import { MESSAGE, type Notice } from './protocol.ts';

/** The frames of our own message types, and y-websocket's sync frames, for both ends. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

function frame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** `body`: a state vector for step 1, an update for the others. */
export const syncFrame = (kind: keyof typeof SYNC, body: Uint8Array): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, MESSAGE.sync);
    encoding.writeVarUint(e, SYNC[kind]);
    encoding.writeVarUint8Array(e, body);
  });

export const awarenessFrame = (update: Uint8Array): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, MESSAGE.awareness);
    encoding.writeVarUint8Array(e, update);
  });

/** A frame of one number: receipt, store or epoch. */
export const numberFrame = (type: 'receipt' | 'store' | 'epoch', value: number): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, MESSAGE[type]);
    encoding.writeVarUint(e, value);
  });

export const keepAliveFrame = frame((e) => encoding.writeVarUint(e, MESSAGE.keepAlive));

const jsonFrame = (type: 'refused' | 'notice', value: unknown): Uint8Array =>
  frame((e) => {
    encoding.writeVarUint(e, MESSAGE[type]);
    encoding.writeVarString(e, JSON.stringify(value));
  });

/** An edit the server did not take: `code` is a key of the errors namespace, `texts` what it wrote in words. */
export const refused = z.object({
  code: z.string().max(64),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  texts: z.array(z.string()),
});
export type Refused = z.infer<typeof refused>;

const ids = z.array(z.string().max(64));
export const notice: z.ZodType<Notice> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('findings') }),
  z.object({ type: z.literal('snapshots') }),
  z.object({ type: z.literal('members') }),
  z.object({
    type: z.literal('restored'),
    number: z.number().int(),
    safety: z.number().int().nullable(),
    by: z.string().max(64),
  }),
  z.object({
    type: z.literal('erased'),
    mark: z.number(),
    interviewIds: ids,
    findingIds: ids,
    cardIds: ids,
  }),
]);

export const refusedFrame = (value: Refused): Uint8Array => jsonFrame('refused', value);
export const noticeFrame = (value: Notice): Uint8Array => jsonFrame('notice', value);

type Decoder = ReturnType<typeof createDecoder>;

/** What follows the type number of a refused message; null when it cannot be read. */
export const readRefused = (decoder: Decoder): Refused | null => readJson(decoder, refused);
export const readNotice = (decoder: Decoder): Notice | null => readJson(decoder, notice);

function readJson<T>(decoder: Decoder, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(JSON.parse(readVarString(decoder))).data ?? null;
  } catch {
    return null;
  }
}
