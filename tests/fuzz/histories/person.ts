import * as Y from 'yjs';
import { carryUpdates } from '../../../lib/journey/merge/index.ts';
import { CLOSE } from '../../../lib/sync/close-codes.ts';
import type { TestClient } from '../../support/network.ts';
import type { Random } from '../../support/random.ts';
import {
  CARD_ACTS,
  DRAWING_ACTS,
  READER_ACTS,
  RULE_ACTS,
  type Scene,
  STRUCTURE_ACTS,
  sceneOf,
  TITLE_ACTS,
} from './acts.ts';

/** A document as an earlier epoch left it. */
export type PastOf = (epoch: number) => Promise<Uint8Array>;

/** Close codes after which a session starts anew from the server's document. */
const ANEW: readonly number[] = [CLOSE.refused, CLOSE.malformed];

/** Somebody at the map: a client, its undo, and what the person tries. */
export class Person {
  #undo: Y.UndoManager;
  /** Every Yjs id this person has written under. */
  readonly ids = new Set<number>();
  refusals: string[] = [];
  /** Whether it has undone or redone since it last started from the server's document. */
  hasUndone = false;
  /** Edits that could not be carried into a later epoch, and were told. */
  lost = 0;
  /** The document of an earlier epoch with edits that are yet to be carried over. */
  #aside: { epoch: number; state: Uint8Array } | null = null;
  #past: PastOf | null = null;

  constructor(
    readonly client: TestClient,
    private readonly r: Random,
    /** Whether this history changes the map's rules. */
    private readonly changesRules: boolean,
  ) {
    this.#undo = this.#begin();
  }

  get userId(): string {
    return this.client.userId;
  }

  /** Does something, as one step of undo; says what. */
  act(isReader: boolean): string {
    const { r, client } = this;
    if (!isReader && r.chance(0.15)) {
      this.hasUndone = true;
      if (r.chance(0.7)) return this.#undo.undo() ? 'undo' : 'nothing to undo';
      return this.#undo.redo() ? 'redo' : 'nothing to redo';
    }
    const acts = isReader ? READER_ACTS : this.#mayDo();
    const name = r.of(Object.keys(acts));
    this.#undo.stopCapturing();
    (acts[name] as (scene: Scene) => unknown)(sceneOf(r, client.journey, client.userId));
    return name;
  }

  /** Goes on after the server closed the line, as our session does; says how. */
  async comeBack(past: PastOf): Promise<string> {
    const code = this.client.closedWith;
    if (code === CLOSE.renewed) return this.#renew(past);
    if (code !== null && ANEW.includes(code)) {
      this.refusals.push(this.client.refused?.code ?? `closed ${code}`);
      this.#anew();
      return `anew after ${code}`;
    }
    this.client.connect();
    return `again after ${code}`;
  }

  /** Its edits were made on an earlier epoch: they are carried over once the new document is there. */
  async #renew(past: PastOf): Promise<string> {
    const { client } = this;
    const old = { epoch: client.epoch as number, state: Y.encodeStateAsUpdate(client.doc) };
    // Yet to be carried, if the line broke before they could be.
    this.#aside ??= old;
    this.#anew();
    this.#past = past;
    return `anew in the next epoch, with edits of epoch ${this.#aside.epoch}`;
  }

  /** Carries over what lies aside, as soon as the document has come. */
  async carry(): Promise<boolean> {
    const { client } = this;
    if (!this.#aside || !this.#past || !client.synced) return false;
    const { epoch, state } = this.#aside;
    const past = await this.#past(epoch);
    this.#aside = null;
    // As the session does: another's card that undo brought back is told, not carried.
    const isFia = this.userId === 'fia';
    const { update, lost } = carryUpdates(past, [state], client.journey, {
      userId: this.userId,
      mayWrite: true,
      mayStructure: (opened) => isFia || opened === 'everyone',
      maySettings: isFia,
    });
    this.lost += lost.length;
    if (update) Y.applyUpdate(client.doc, update, client);
    return update !== null;
  }

  #anew(): void {
    this.client.reopen();
    this.#undo.destroy();
    this.#undo = this.#begin();
  }

  #mayDo() {
    const { meta } = sceneOf(this.r, this.client.journey, this.userId).journey;
    const isFia = this.userId === 'fia';
    return {
      ...CARD_ACTS,
      // Cards are what people work with most.
      ...Object.fromEntries(Object.entries(CARD_ACTS).map(([name, act]) => [`${name} `, act])),
      ...DRAWING_ACTS,
      ...(isFia || meta.structure === 'everyone' ? STRUCTURE_ACTS : {}),
      ...(isFia ? TITLE_ACTS : {}),
      ...(isFia && this.changesRules ? RULE_ACTS : {}),
    };
  }

  #begin(): Y.UndoManager {
    const { doc, journey: j } = this.client;
    // Seeded: which of two wins hangs on it.
    doc.clientID = 1 + this.r.below(2 ** 31);
    this.ids.add(doc.clientID);
    this.hasUndone = false;
    return new Y.UndoManager([j.phases, j.touchpoints, j.lanes, j.cards, j.drawing], {
      trackedOrigins: new Set([j.origin]),
      captureTimeout: 1e9,
    });
  }
}
