import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { JourneyDoc } from '../journey/document.ts';
import type { Notice } from '../sync/protocol.ts';

export interface SaveState {
  kind: 'connecting' | 'saved' | 'saving' | 'offline' | 'notSaved' | 'refused' | 'renewed' | 'closed';
  /** Edits the server has not yet made durable. */
  pending: number;
  keptOnDevice?: boolean;
  code?: string | number;
}

export interface Refusal {
  code: string;
  params?: Record<string, unknown>;
  /** What was typed and did not get through, to be copied. */
  texts: string[];
}

/** What the board needs of a live session; `openSession` of lib/sync/client gives it. */
export interface BoardSession {
  doc: Y.Doc;
  journey: JourneyDoc;
  awareness: Awareness;
  state: { get(): SaveState; subscribe(cb: () => void): () => void };
  onNotice(cb: (notice: Notice) => void): unknown;
  onRefused(cb: (refusal: Refusal) => void): unknown;
}
