import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import * as Y from 'yjs';
import type { Actor } from '../../lib/auth/can.ts';
import { AppError } from '../../lib/errors.ts';
import { type JourneyDoc, openJourney } from '../../lib/journey/document.ts';
import { type Refused, readRefused, SYNC, syncFrame } from '../../lib/sync/messages.ts';
import { MESSAGE } from '../../lib/sync/protocol.ts';
import type { Frames } from '../../server/sync/frames.ts';
import type { Sync, SyncParts } from '../../server/sync/sync.ts';
import type { Wire } from '../../server/sync/wire.ts';

/** The server's end of an in-memory socket: the part of `ws` the server uses. */
class ServerEnd extends EventEmitter implements Wire {
  readonly bufferedAmount = 0;
  readonly toClient: Uint8Array[] = [];
  closeCode: number | null = null;
  gone = false;

  send(batches: readonly Frames[]): void {
    if (this.closeCode !== null) return;
    for (const { frames } of batches) for (const frame of frames) this.toClient.push(frame.slice());
  }
  close(code: number): void {
    this.closeCode ??= code;
  }
  terminate(): void {
    this.close(1006);
  }
  ping(): void {
    this.emit('pong');
  }
}

/**
 * A network whose frames move only when told: every frame between clients and server waits in a queue,
 * so that any interleaving can be made and made again.
 */
export class Network {
  readonly clients: TestClient[] = [];

  constructor(readonly sync: Sync) {}

  client(userId: string): TestClient {
    const client = new TestClient(this.sync, userId);
    this.clients.push(client);
    return client;
  }

  /** One turn of the event loop, in which no frame moves. */
  async idle(): Promise<void> {
    await new Promise(setImmediate);
  }

  /** Moves every frame there is, in both directions, until nobody has anything to say. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      await this.idle();
      for (const client of this.clients) while (client.step('up') || client.step('down')) quiet = -1;
    }
  }
}

export const WORKSHOP = '7b2f3f0e-1c1d-4c3b-9a51-0d6c8a0f4e11';
export const DOCUMENT = `journey:${WORKSHOP}` as const;

/** A bare Yjs client that counts like ours: sends its edits, answers sync, keeps what it was told. */
export class TestClient {
  doc = new Y.Doc();
  journey: JourneyDoc = openJourney(this.doc, this);
  sent = 0;
  receipted = 0;
  synced = false;
  /** It has had the server's document once: from then on it may be edited, also offline. */
  everSynced = false;
  storeOk = true;
  /** Of the document it last had; null before the server has told. */
  epoch: number | null = null;
  refused: Refused | null = null;
  closedWith: number | null = null;
  #end: ServerEnd | null = null;
  #toServer: Uint8Array[] = [];

  constructor(
    private sync: Sync,
    readonly userId: string,
  ) {
    this.#listen();
  }

  get connected(): boolean {
    return this.#end !== null;
  }

  /** Everything sent on this connection is durable, and there was something: our sync step 2. */
  get saved(): boolean {
    return this.connected && this.synced && this.storeOk && this.sent > 0 && this.sent === this.receipted;
  }

  connect(document: string = DOCUMENT): void {
    const end = new ServerEnd();
    this.#end = end;
    this.#toServer = [];
    Object.assign(this, {
      sent: 0,
      receipted: 0,
      synced: false,
      storeOk: true,
      closedWith: null,
      refused: null,
    });
    const request = { url: `/sync/${document}`, headers: { 'x-user': this.userId } };
    this.sync.accept(end, request as unknown as IncomingMessage);
    this.push(syncFrame('step1', Y.encodeStateVector(this.doc)));
  }

  /** The line goes dead; frames under way are lost. */
  disconnect(): void {
    const end = this.#end;
    this.#end = null;
    this.#toServer = [];
    end?.emit('close');
  }

  /** Connects to another server from now on: the one it had is gone. */
  moveTo(sync: Sync): void {
    this.sync = sync;
  }

  /** Starts anew from the server's document, as a refused session does. */
  reopen(): void {
    this.disconnect();
    this.doc.destroy();
    this.doc = new Y.Doc();
    this.journey = openJourney(this.doc, this);
    this.everSynced = false;
    this.#listen();
    this.connect();
  }

  /** Puts a raw frame on the line. */
  push(frame: Uint8Array): void {
    if (this.#end) this.#toServer.push(frame);
  }

  /** Moves one frame; false when there is none. */
  step(direction: 'up' | 'down'): boolean {
    const end = this.#end;
    if (!end) return false;
    if (direction === 'up') {
      const frame = this.#toServer.shift();
      if (frame) end.emit('message', frame, true);
      return frame !== undefined;
    }
    const frame = end.toClient.shift();
    if (frame) this.#receive(frame);
    else if (end.closeCode !== null) {
      this.closedWith = end.closeCode;
      this.disconnect();
      return true;
    }
    return frame !== undefined;
  }

  #listen(): void {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server' && this.#end) this.#count('update', update);
    });
  }

  #count(kind: 'step2' | 'update', body: Uint8Array): void {
    this.sent += 1;
    this.push(syncFrame(kind, body));
  }

  #receive(frame: Uint8Array): void {
    const decoder = createDecoder(frame);
    const type = readVarUint(decoder);
    if (type === MESSAGE.receipt) this.receipted = readVarUint(decoder);
    else if (type === MESSAGE.store) this.storeOk = readVarUint(decoder) === 1;
    // Also whoever has a document of an earlier epoch is told the new one's, and is then closed.
    else if (type === MESSAGE.epoch)
      this.epoch = this.doc.store.clients.size > 0 ? this.epoch : readVarUint(decoder);
    else if (type === MESSAGE.refused) this.refused = readRefused(decoder);
    else if (type === MESSAGE.sync) {
      const step = readVarUint(decoder);
      const body = readVarUint8Array(decoder);
      if (step === SYNC.step1) this.#count('step2', Y.encodeStateAsUpdate(this.doc, body));
      else Y.applyUpdate(this.doc, body, 'server');
      if (step !== SYNC.step2) return;
      this.synced = true;
      this.everSynced = true;
    }
  }
}

/** Authorises by the test's own header, from a list of actors. */
export function byHeader(actors: readonly Actor[]): Pick<SyncParts, 'authorise' | 'memberIds'> {
  return {
    async authorise(request) {
      const actor = actors.find((a) => a.userId === request.headers['x-user']);
      if (!actor) throw new AppError('signInRequired');
      if (!actor.role) throw new AppError('forbidden');
      return actor;
    },
    memberIds: async () => actors.map((a) => a.userId),
  };
}

export const actor = (userId: string, role: Actor['role']): Actor => ({
  userId,
  name: userId,
  functionName: 'Care',
  workshopId: WORKSHOP,
  role,
});
