import { createDecoder, readVarUint } from 'lib0/decoding';
import { SYNC } from '../messages.ts';
import { MESSAGE } from '../protocol.ts';

/** A WebSocket class that tells of every message the server gives a receipt for. */
export function countingSocket(Base: typeof WebSocket, onSent: (isStep2: boolean) => void): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      if (!(data instanceof Uint8Array)) return;
      const decoder = createDecoder(data);
      if (readVarUint(decoder) !== MESSAGE.sync) return;
      const step = readVarUint(decoder);
      if (step !== SYNC.step1) onSent(step === SYNC.step2);
    }
  };
}
