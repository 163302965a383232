import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import { awarenessFrame } from '../messages.ts';

interface AwarenessChange {
  added: number[];
  updated: number[];
  removed: number[];
}

/**
 * Sends one's own presence only. y-websocket's own handler sends every presence it receives back to the
 * server, which makes each pointer movement cost as many messages as there are people.
 */
export function sendOwnPresence(provider: WebsocketProvider, awareness: Awareness): () => void {
  awareness.off('update', provider._awarenessUpdateHandler);
  const me = awareness.clientID;
  const send = ({ added, updated, removed }: AwarenessChange) => {
    if (!(added.includes(me) || updated.includes(me) || removed.includes(me))) return;
    const { ws } = provider;
    if (!provider.wsconnected || !ws || ws.readyState !== ws.OPEN) return;
    ws.send(awarenessFrame(encodeAwarenessUpdate(awareness, [me])) as Uint8Array<ArrayBuffer>);
  };
  awareness.on('update', send);
  return () => awareness.off('update', send);
}
