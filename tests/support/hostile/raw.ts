import net from 'node:net';
import { DOCUMENT } from '../network.ts';

/** A TCP connection that has made a WebSocket handshake and then writes whatever it likes. */
export class RawSocket {
  readonly #socket: net.Socket;
  #read = Buffer.alloc(0);
  /** The code in the server's close frame; 1006 when it went without one. */
  readonly closed: Promise<number>;

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on('error', () => {});
    socket.on('data', (part) => {
      this.#read = Buffer.concat([this.#read, part]);
    });
    this.closed = new Promise((resolve) => {
      socket.once('end', () => resolve(this.#closeCode()));
      socket.once('close', () => resolve(this.#closeCode()));
    });
  }

  static async open(port: number, userId: string): Promise<RawSocket> {
    const socket = net.connect(port, '127.0.0.1');
    const raw = new RawSocket(socket);
    socket.write(
      [
        `GET /sync/${DOCUMENT} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        `Origin: http://127.0.0.1:${port}`,
        `X-User: ${userId}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n',
      ].join('\r\n'),
    );
    await new Promise<void>((resolve) => socket.once('data', () => resolve()));
    return raw;
  }

  write(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** Reads nothing from now on; the system's buffers fill, then the server's. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** Walks the frames after the answer to the handshake up to a close frame. */
  #closeCode(): number {
    let at = this.#read.indexOf('\r\n\r\n') + 4;
    while (at + 2 <= this.#read.length) {
      const short = (this.#read[at + 1] as number) & 127;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (at + head > this.#read.length) break;
      const length =
        short === 126
          ? this.#read.readUInt16BE(at + 2)
          : short === 127
            ? Number(this.#read.readBigUInt64BE(at + 2))
            : short;
      if (((this.#read[at] as number) & 15) === 8)
        return length >= 2 ? this.#read.readUInt16BE(at + head) : 1005;
      at += head + length;
    }
    return 1006;
  }
}

/** Frames no WebSocket client sends, and the code each is answered with (RFC 6455 §7.4.1). */
export const BROKEN: Record<string, { bytes: Uint8Array; code: number }> = {
  'reserved bits': { bytes: Uint8Array.of(0xf2, 0x80, 0, 0, 0, 0), code: 1002 },
  'a declared length of 200 MiB': {
    bytes: Uint8Array.of(0x82, 0xff, 0, 0, 0, 0, 0x0c, 0x80, 0, 0, 0, 0, 0, 0),
    code: 1009,
  },
  'a declared length of 2^63': {
    bytes: Uint8Array.of(0x82, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    code: 1009,
  },
  'an unmasked frame': { bytes: Uint8Array.of(0x82, 0x01, 0x00), code: 1002 },
  'an unknown opcode': { bytes: Uint8Array.of(0x83, 0x80, 0, 0, 0, 0), code: 1002 },
  'an unknown control opcode': { bytes: Uint8Array.of(0x8b, 0x80, 0, 0, 0, 0), code: 1002 },
  'a continuation of nothing': { bytes: Uint8Array.of(0x80, 0x80, 0, 0, 0, 0), code: 1002 },
  'a ping in parts': { bytes: Uint8Array.of(0x09, 0x80, 0, 0, 0, 0), code: 1002 },
  'a ping of 126 bytes': { bytes: Uint8Array.of(0x89, 0xfe, 0, 126, 0, 0, 0, 0), code: 1002 },
  'text that is not UTF-8': { bytes: Uint8Array.of(0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff), code: 1007 },
  'a close with a reason that is not UTF-8': {
    bytes: Uint8Array.of(0x88, 0x84, 0, 0, 0, 0, 0x03, 0xe8, 0xff, 0xff),
    code: 1007,
  },
  'a close of one byte': { bytes: Uint8Array.of(0x88, 0x81, 0, 0, 0, 0, 0x03), code: 1002 },
  'a close with a code that is not one': {
    bytes: Uint8Array.of(0x88, 0x82, 0, 0, 0, 0, 0x03, 0xed),
    code: 1002,
  },
};
