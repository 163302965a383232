import { readVarUint } from 'lib0/decoding';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Lost } from '../../journey/merge/index.ts';
import { CLOSE } from '../close-codes.ts';
import { type Refused, readNotice, readRefused } from '../messages.ts';
import { type DocumentName, MESSAGE, type Notice } from '../protocol.ts';
import type { Carries, CarryParts } from './carrying.ts';
import { clearsDevice, MESSAGE_TOO_BIG, refusesEdit } from './clearing.ts';
import { Device } from './device/index.ts';
import { type Forgets, Forgetting } from './forgetting.ts';
import { sendOwnPresence } from './presence.ts';
import { moveOn, notOn, type Remains } from './remains.ts';
import { type SaveState, SaveTracker } from './save-state.ts';
import { countingSocket } from './socket.ts';
import type { OwnUnsaved } from './unsaved.ts';

export interface DocumentOptions {
  /** Where `/sync` is; default: this page's own host. */
  url?: string;
  document: DocumentName;
  user: { id: string; name: string };
  readOnly: boolean;
  /** What the session before this one left behind. */
  after?: Remains;
  /** The class to connect with; default: the browser's. */
  WebSocket?: typeof WebSocket;
}

/** What a session must know of the kind of document it holds. */
export interface HeldKind {
  /** One's own edits nobody knows to be durable. */
  unsaved: OwnUnsaved;
  /** Forgets what was erased; absent where a document is removed as a whole. */
  forgets?: Forgets;
  /** Brings edits of earlier epochs over; absent where documents are never written anew. */
  carrying?(parts: CarryParts): Carries;
}

/** One open document in the browser, of whatever kind. */
export interface DocumentSession {
  doc: Y.Doc;
  awareness: Awareness;
  state: { get(): SaveState; subscribe(listener: () => void): () => void };
  /** Resolves at the first sync with the server. */
  ready: Promise<void>;
  onNotice(listener: (notice: Notice) => void): () => void;
  /** The server refused an edit: destroy this session and open a new one, and offer `texts` to copy. */
  onRefused(listener: (refused: Refused) => void): () => void;
  /**
   * The document was written anew: destroy this session and open a new one with its `remains`, which
   * carries unsaved edits over. There is nothing to tell the person.
   */
  onRenewed(listener: () => void): () => void;
  /** Edits from before the document was written anew could not be carried over: offer their words. */
  onLost(listener: (lost: Lost[]) => void): () => void;
  /** The person has seen them. */
  forgetLost(): void;
  /** What the next session in its place must be given. */
  remains(): Remains;
  /** Ends the session; what is kept on the device stays. */
  destroy(): void;
  /** Ends the session and removes the copy on the device. */
  forget(): Promise<void>;
}

/**
 * Opens a document: y-websocket underneath, with receipts, refusals and a copy on the device. It is filled
 * by the device and the server; a client never seeds it.
 * @param doc empty, with its kind's types defined on it; destroyed with the session
 */
export function openDocument(doc: Y.Doc, options: DocumentOptions, kind: HeldKind): DocumentSession {
  const awareness = new Awareness(doc);
  awareness.setLocalStateField('user', { id: options.user.id, name: options.user.name });
  const tracker = new SaveTracker(options.readOnly);
  const { unsaved } = kind;
  const notices = new Set<(notice: Notice) => void>();
  const refusals = new Set<(refused: Refused) => void>();
  const renewals = new Set<() => void>();
  const losses = new Set<(lost: Lost[]) => void>();
  const withoutDevice = options.after?.withoutDevice ?? false;
  /** Once the session has ended. */
  let remains: Remains | null = null;
  let device: Device | null = null;
  let refusal: Refused | null = null;
  /** Of what is in the document; null while that is nothing. */
  let epoch: number | null = null;
  /** As the server says. */
  let current: number | null = null;
  let over = false;
  let started = false;

  const provider = new WebsocketProvider(options.url ?? ownUrl(), options.document, doc, {
    connect: false,
    awareness,
    disableBc: true,
    maxBackoffTime: 5_000,
    WebSocketPolyfill: countingSocket(options.WebSocket ?? WebSocket, (isStep2) =>
      tracker.sent(isStep2, Date.now()),
    ),
    shouldReconnect: ({ code }) => code !== MESSAGE_TOO_BIG && !(code >= 4400 && code < 4500),
  });
  const stopPresence = sendOwnPresence(provider, awareness);
  const carrying = kind.carrying?.({
    device: () => device,
    origin: { carried: options.document },
    onLost: (lost) => tell(losses, lost),
    keeps: (lost) => kind.forgets?.keeps(lost) ?? true,
    onChange: (busy) => tracker.carrying(busy),
  });
  const asides = () => carrying?.asides ?? [];
  carrying?.add(options.after?.asides ?? []);
  const { forgets } = kind;
  const forgetting = forgets && new Forgetting({ doc, forgets, device: () => device, asides });

  provider.messageHandlers[MESSAGE.receipt] = (_encoder, decoder) => {
    tracker.receipted(readVarUint(decoder), Date.now());
    if (tracker.get().pending > 0) return;
    unsaved.clear();
    device?.markUnsaved(false);
  };
  provider.messageHandlers[MESSAGE.keepAlive] = () => {};
  provider.messageHandlers[MESSAGE.store] = (_encoder, decoder) => tracker.store(readVarUint(decoder) === 1);
  provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) => {
    refusal = readRefused(decoder);
  };
  provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) => {
    const notice = readNotice(decoder);
    // Told at each connection, for whoever was away; those who know hear nothing.
    if (notice?.type === 'erased' && !forgetting?.heard(notice)) return;
    if (notice) tell(notices, notice);
  };
  provider.messageHandlers[MESSAGE.epoch] = (_encoder, decoder) => {
    current = readVarUint(decoder);
    if (doc.store.clients.size > 0) return;
    epoch = current;
    device?.begin(current);
  };

  const ready = new Promise<void>((resolve) => {
    provider.on('sync', (synced) => {
      if (!synced) return;
      device?.markWhole();
      tracker.synced();
      resolve();
      void carrying?.run();
    });
  });
  provider.on('status', ({ status }) => {
    if (status === 'connected') tracker.connected();
  });
  provider.on('connection-close', () => tracker.disconnected());
  provider.on('closed', ({ code }) => void end(code));
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    const { origin } = transaction;
    if (origin === provider || (device && origin === device) || !started) return;
    if (transaction.changed.size === 0) return;
    unsaved.add(transaction);
    tracker.edited();
    device?.markUnsaved(true, unsaved.known);
  });
  const clock = setInterval(() => tracker.tick(Date.now()), 1_000);

  void start();
  async function start(): Promise<void> {
    // Readers keep nothing: a right that is taken away must not leave a copy behind.
    const without = options.readOnly || withoutDevice;
    device = without
      ? null
      : await Device.open(options.document, options.user.id, doc, () => tracker.cleared());
    if (over) {
      device?.close();
      return;
    }
    started = true;
    if (device) {
      carrying?.add(device.asides);
      epoch = doc.store.clients.size > 0 ? device.epoch : null;
      tracker.device(device.loaded, device.unsaved);
      if (device.lost.length > 0) tell(losses, device.lost);
    }
    provider.connect();
  }

  async function renewed(): Promise<void> {
    const hasUnsaved = tracker.get().pending > 0;
    const own = hasUnsaved
      ? { epoch: epoch ?? 1, state: Y.encodeStateAsUpdate(doc), known: unsaved.known }
      : null;
    const held = device;
    device = null;
    tracker.ended('renewed', CLOSE.renewed);
    const others = notOn(held, asides());
    const moved = await moveOn(held, current, own);
    remains = {
      asides: moved.own ? [...others, moved.own] : others,
      withoutDevice: withoutDevice || moved.withoutDevice,
    };
    if (!over) tell(renewals, undefined);
  }

  async function end(code: number): Promise<void> {
    carrying?.stop();
    if (code === CLOSE.renewed) {
      await renewed();
      return;
    }
    const wasRefused = refusesEdit(code);
    const texts = wasRefused ? unsaved.words(refusal?.texts ?? []) : [];
    tracker.ended(wasRefused ? 'refused' : 'closed', code);
    if (clearsDevice(code, tracker.get().pending)) {
      // Before anybody opens the document anew: what was refused would come back with it.
      const held = device;
      device = null;
      tracker.cleared();
      remains = { withoutDevice, asides: notOn(held, asides()) };
      const cleared = wasRefused ? held?.clearContent() : held?.clear();
      await cleared?.catch((cause) => {
        console.warn('The copy on the device could not be removed.', cause);
      });
    }
    if (!wasRefused || over) return;
    tell(refusals, { code: 'editInvalid', params: {}, ...refusal, texts });
  }

  function destroy(): void {
    if (over) return;
    over = true;
    clearInterval(clock);
    stopPresence();
    carrying?.stop();
    provider.destroy();
    device?.close();
    awareness.destroy();
    doc.destroy();
  }

  return {
    doc,
    awareness,
    state: { get: tracker.get, subscribe: tracker.subscribe },
    ready,
    onNotice: (listener) => listen(notices, listener),
    onRefused: (listener) => listen(refusals, listener),
    onRenewed: (listener) => listen(renewals, listener),
    onLost: (listener) => listen(losses, listener),
    forgetLost: () => device?.forgetLost(),
    remains: () => remains ?? { withoutDevice, asides: notOn(device, asides()) },
    destroy,
    async forget() {
      const held = device;
      device = null;
      destroy();
      await held?.clear();
    },
  };
}

function tell<T>(set: ReadonlySet<(value: T) => void>, value: T): void {
  for (const listener of set) listener(value);
}

function listen<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => set.delete(listener);
}

function ownUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`;
}
