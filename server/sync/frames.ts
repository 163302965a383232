/** Frames that go to several sockets as they are: what ws would do for each of them is done once. */
export class Frames {
  #buffers: readonly Buffer[] | null = null;
  #ends: number[] = [];

  constructor(readonly frames: readonly Uint8Array[]) {}

  /** Bytes of the frames. */
  get length(): number {
    return this.frames.reduce((sum, frame) => sum + frame.length, 0);
  }

  /** All of them as WebSocket messages, ready for the socket. */
  get buffers(): readonly Buffer[] {
    this.#buffers ??= [this.#join()];
    return this.#buffers;
  }

  /** Those whose index `keeps`, out of the same bytes. */
  only(keeps: (index: number) => boolean): Frames {
    const whole = this.buffers[0] as Buffer;
    const buffers: Buffer[] = [];
    let from = 0;
    for (const [i, end] of this.#ends.entries()) {
      if (keeps(i)) continue;
      const start = this.#ends[i - 1] ?? 0;
      if (start > from) buffers.push(whole.subarray(from, start));
      from = end;
    }
    if (from < whole.length) buffers.push(whole.subarray(from));
    const some = new Frames(this.frames.filter((_, i) => keeps(i)));
    some.#buffers = buffers;
    return some;
  }

  #join(): Buffer {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (const frame of this.frames) {
      const head = header(frame.length);
      parts.push(head, frame);
      length += head.length + frame.length;
      this.#ends.push(length);
    }
    return Buffer.concat(parts, length);
  }
}

/** The head of an unfragmented, unmasked binary message (RFC 6455 §5.2): what a server sends. */
function header(length: number): Uint8Array {
  const FIN_BINARY = 0x82;
  if (length < 126) return Uint8Array.of(FIN_BINARY, length);
  if (length < 65_536) return Uint8Array.of(FIN_BINARY, 126, length >>> 8, length & 255);
  const long = new Uint8Array(10);
  long.set([FIN_BINARY, 127]);
  new DataView(long.buffer).setBigUint64(2, BigInt(length));
  return long;
}
