/** What the screen may say about the map's safety; every word of it is true at that moment. */
export type SaveKind =
  /** Nothing loaded yet. */
  | 'connecting'
  /** Everything on the screen is durable on the server. */
  | 'saved'
  | 'saving'
  /** No connection; edits are kept on this device (see `keptOnDevice`). */
  | 'offline'
  /** Connected, but the server cannot store, or does not answer. */
  | 'notSaved'
  /** The server did not take an edit; the session is over and must be opened anew. */
  | 'refused'
  /** The document was written anew; the session is over and must be opened anew, which says nothing to the person. */
  | 'renewed'
  /** The server ended the session for good; `code` is the close code. */
  | 'closed';

export interface SaveState {
  kind: SaveKind;
  /** One's own edits not known to be durable. */
  pending: number;
  /** The document has its content and may be shown, by readers too. */
  loaded: boolean;
  /** The document may be edited: it has been loaded, here or from the device while offline. */
  editable: boolean;
  /** Edits survive closing the tab. */
  keptOnDevice: boolean;
  /** Of `closed`: the close code (lib/sync/close-codes.ts). */
  code?: number;
}

/** How long the server may owe a receipt before the screen says *not saved*, ms; a second later at most it does. */
export const RECEIPT_PATIENCE = 4_000;

/**
 * Follows one session's messages and receipts. *Saved* takes all of: connected, the server's state
 * received, our own sent on this connection (sync step 2), and a receipt for every message since.
 */
export class SaveTracker {
  #connected = false;
  #failed = false;
  #synced = false;
  #everSynced = false;
  #answered = false;
  #sent = 0;
  #receipted = 0;
  #edits = 0;
  #storeOk = true;
  #owedSince: number | null = null;
  #late = false;
  #device = { keeps: false, loaded: false };
  #carrying = false;
  #end: { kind: 'refused' | 'renewed' | 'closed'; code?: number } | null = null;
  #listeners = new Set<() => void>();
  #state: SaveState;

  constructor(private readonly readOnly: boolean) {
    this.#state = this.#compute();
  }

  get = (): SaveState => this.#state;

  /** `listener` is called after every change; returns how to stop it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  connected(): void {
    this.#connected = true;
    this.#synced = false;
    this.#answered = false;
    this.#sent = 0;
    this.#receipted = 0;
    this.#storeOk = true;
    this.#owed(null);
  }

  disconnected(): void {
    this.#connected = false;
    this.#failed = true;
    this.#synced = false;
    this.#owed(null);
  }

  synced(): void {
    this.#synced = true;
    this.#everSynced = true;
    this.#update();
  }

  /** One of our messages that gets a receipt was sent. */
  sent(isStep2: boolean, now: number): void {
    this.#sent += 1;
    this.#answered ||= isStep2;
    this.#owed(this.#owedSince ?? now);
  }

  receipted(count: number, now: number): void {
    this.#receipted = count;
    const settled = this.#isSettled();
    if (settled) this.#edits = 0;
    this.#owed(settled || this.#sent === count ? null : now);
  }

  edited(): void {
    this.#edits += 1;
    this.#update();
  }

  store(ok: boolean): void {
    this.#storeOk = ok;
    this.#update();
  }

  /** The device keeps a copy. `loaded`: an earlier session's content is in the document; `unsaved`: not all of it was durable. */
  device(loaded: boolean, unsaved: boolean): void {
    this.#device = { keeps: true, loaded };
    if (unsaved) this.#edits += 1;
    this.#update();
  }

  /** Nothing is kept on the device any more. */
  cleared(): void {
    this.#device = { keeps: false, loaded: false };
    this.#update();
  }

  /** Edits from before the document was written anew wait to be brought into it. */
  carrying(busy: boolean): void {
    this.#carrying = busy;
    this.#update();
  }

  ended(kind: 'refused' | 'renewed' | 'closed', code?: number): void {
    this.#end = { kind, code };
    this.#connected = false;
    this.#update();
  }

  tick(now: number): void {
    const late = this.#owedSince !== null && now - this.#owedSince > RECEIPT_PATIENCE;
    if (late === this.#late) return;
    this.#late = late;
    this.#update();
  }

  #owed(since: number | null): void {
    this.#owedSince = since;
    if (since === null) this.#late = false;
    this.#update();
  }

  #isSettled(): boolean {
    return this.#connected && this.#synced && this.#answered && this.#sent === this.#receipted;
  }

  #update(): void {
    const next = this.#compute();
    const now = this.#state;
    if ((Object.keys(next) as (keyof SaveState)[]).every((key) => next[key] === now[key])) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  #compute(): SaveState {
    return {
      kind: this.#kind(),
      pending: this.#edits + (this.#carrying ? 1 : 0),
      loaded: this.#isLoaded(),
      editable: this.#isLoaded() && !this.readOnly && !this.#end,
      keptOnDevice: this.#device.keeps,
      code: this.#end?.code,
    };
  }

  #isLoaded(): boolean {
    return this.#everSynced || (this.#device.loaded && !this.#connected && this.#failed);
  }

  #kind(): SaveKind {
    if (this.#end) return this.#end.kind;
    if (!this.#connected) return this.#everSynced || this.#failed ? 'offline' : 'connecting';
    if (!this.#everSynced) return 'connecting';
    if (!this.#storeOk || this.#late) return 'notSaved';
    return this.#isSettled() && !this.#carrying ? 'saved' : 'saving';
  }
}
