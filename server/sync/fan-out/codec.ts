import { createHmac, timingSafeEqual } from 'node:crypto';
import { decode, encode, type Message } from './messages.ts';

const SEAL_BYTES = 16;

/**
 * Writes and reads what nodes with this key say on a channel: whoever can speak on Redis without it cannot
 * pass edits by the judge, nor repeat on one channel what was said on another.
 */
export class Codec {
  constructor(private readonly key: Buffer) {}

  /** @param node 16 hexadecimal digits. */
  write(channel: string, node: string, message: Message): Buffer {
    const body = encode(node, message);
    return Buffer.concat([body, this.#seal(channel, body)]);
  }

  /** null: nothing of ours, or of a release we do not know. */
  read(channel: string, bytes: Uint8Array): { node: string; message: Message } | null {
    const end = bytes.length - SEAL_BYTES;
    if (end <= 0) return null;
    const body = bytes.subarray(0, end);
    return timingSafeEqual(this.#seal(channel, body), bytes.subarray(end)) ? decode(body) : null;
  }

  #seal(channel: string, body: Uint8Array): Buffer {
    return createHmac('sha256', this.key).update(`${channel} `).update(body).digest().subarray(0, SEAL_BYTES);
  }
}
