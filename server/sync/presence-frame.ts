import * as encoding from 'lib0/encoding';
import { MESSAGE } from '../../lib/sync/protocol.ts';
import { Frames } from './frames.ts';

/** A presence as clients see it. */
export interface Shown {
  clientId: number;
  /** `null` once it left. */
  json: string;
}

/** Presences that go out together: each is encoded once, and whoever is among them gets the others. */
export class PresenceFrame {
  readonly #parts = new Map<number, Uint8Array>();
  #whole: Frames | null = null;

  constructor(states: Iterable<Shown>, clock: number) {
    for (const { clientId, json } of states) {
      this.#parts.set(
        clientId,
        encoded((e) => {
          encoding.writeVarUint(e, clientId);
          encoding.writeVarUint(e, clock);
          encoding.writeVarString(e, json);
        }),
      );
    }
  }

  /** All of them: one and the same for every receiver. */
  get whole(): Frames {
    this.#whole ??= framed([...this.#parts.values()]);
    return this.#whole;
  }

  /** All but one's own; null when nothing is left. */
  without(own: number | undefined): Frames | null {
    if (own === undefined || !this.#parts.has(own)) return this.whole;
    const others = [...this.#parts].filter(([id]) => id !== own).map(([, part]) => part);
    return others.length > 0 ? framed(others) : null;
  }
}

/** An awareness message of y-websocket: its type, and y-protocols' update as one byte array. */
function framed(parts: readonly Uint8Array[]): Frames {
  const count = encoded((e) => encoding.writeVarUint(e, parts.length));
  const length = parts.reduce((sum, part) => sum + part.length, count.length);
  const head = encoded((e) => {
    encoding.writeVarUint(e, MESSAGE.awareness);
    encoding.writeVarUint(e, length);
  });
  return new Frames([Buffer.concat([head, count, ...parts])]);
}

function encoded(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
