import * as Y from 'yjs';
import { can } from '../../../lib/auth/can.ts';
import { COLLECTIONS, type JourneyDoc, openJourney, readMeta } from '../../../lib/journey/document.ts';
import { Erased } from '../../../lib/journey/erased.ts';
import {
  type Author,
  anyoneMay,
  type Before,
  type Birth,
  beforeIn,
  birthIn,
  type Changes,
  type CheckDrawing,
  changesOf,
  judge,
} from '../../../lib/journey/judge/index.ts';
import { carryOver, carryUpdates } from '../../../lib/journey/merge/index.ts';
import type { JourneyMeta } from '../../../lib/journey/model.ts';
import { isWorthRenewing, renewed } from '../../../lib/journey/renew/index.ts';
import { type Grammar, TYPE } from '../examine.ts';
import type { Change, Content, Kind, Sender } from './kind.ts';

/** Removed cards whose birth is remembered, so that undo may bring back another's card. */
const REMEMBERED = 5_000;

/** A map of a workshop: as it is, or as it should be. */
export class JourneyKind implements Kind {
  readonly grammar: Grammar = {
    roots: new Set([...COLLECTIONS, 'meta']),
    types: new Set([TYPE.map, TYPE.text]),
    mostItems: 20_000,
  };
  readonly erased = new Erased();
  readonly #removed = new Map<string, Birth>();

  constructor(
    private readonly checkDrawing: CheckDrawing,
    readonly missing: 'workshopNotFound' | 'toBeMissing' = 'workshopNotFound',
  ) {}

  open(doc: Y.Doc): JourneyContent {
    const journey = openJourney(doc);
    return new JourneyContent(journey, this.erased, (changes, before, sender) => {
      const refusal = judge(changes, authorOf(sender), journey, {
        before,
        checkDrawing: this.checkDrawing,
        removed: this.#removed,
        mayBring: sender.mayBring,
        erased: this.erased,
      });
      if (!refusal) this.#remember(changes, before);
      return refusal;
    });
  }

  /** While what was deleted can still be read. */
  #remember(changes: Changes, before: Before): void {
    for (const { collection, key, whole } of changes.entries) {
      const held = collection === 'cards' && whole ? before.card(key) : undefined;
      if (!held) continue;
      this.#removed.delete(key);
      this.#removed.set(key, birthIn(held));
      const oldest = this.#removed.keys().next().value;
      if (this.#removed.size > REMEMBERED && oldest !== undefined) this.#removed.delete(oldest);
    }
  }
}

type Decide = (changes: Changes, before: Before, sender: Sender) => ReturnType<typeof judge>;

/** A map, decoded. */
export class JourneyContent implements Content {
  readonly renewal = {
    isWorthIt: () => isWorthRenewing(this.doc),
    renewed: () => renewed(this.journey),
  };
  #rules: JourneyMeta | null = null;

  constructor(
    readonly journey: JourneyDoc,
    private readonly erased: Erased,
    private readonly decide: Decide,
  ) {
    const { doc, meta } = journey;
    // The rules an update is judged by are those from before it, which it may have changed.
    doc.on('beforeTransaction', () => {
      this.#rules ??= readMeta(meta);
    });
    doc.on('afterTransactionCleanup', (transaction: Y.Transaction) => {
      if (transaction.changed.has(meta as never)) this.#rules = null;
    });
  }

  get doc(): Y.Doc {
    return this.journey.doc;
  }

  inspect(transaction: Y.Transaction): Change {
    const { journey } = this;
    const rules = this.#rules ?? readMeta(journey.meta);
    const changes = changesOf(transaction, journey);
    return {
      isNothing: changes.entries.length === 0 && changes.meta.size === 0 && changes.strange === null,
      anyoneMay: () => anyoneMay(changes, rules),
      judge: (sender) => this.decide(changes, beforeIn(transaction, journey, rules), sender),
    };
  }

  holdsErased(): boolean {
    return this.erased.isIn(this.journey);
  }

  erase(): number {
    return this.erased.removeFrom(this.journey);
  }

  /** What differs, entry by entry and property by property, as edits everybody sees happen. */
  restore(state: Uint8Array): void {
    const now = copyOf(Y.encodeStateAsUpdate(this.doc));
    const wanted = copyOf(state);
    carryOver(now, wanted, this.journey);
    this.erase();
    now.doc.destroy();
    wanted.doc.destroy();
  }

  carry(past: Uint8Array, updates: readonly Uint8Array[]) {
    const { update, lost } = carryUpdates(past, updates, this.journey);
    return { update, left: lost.map(({ collection, key, reason }) => `${collection}/${key} (${reason})`) };
  }
}

function authorOf({ actor, mayWrite }: Sender): Author {
  return {
    userId: actor.userId,
    mayWrite,
    mayStructure: (structure) => can(actor, 'map.structure', { structure }),
    maySettings: can(actor, 'workshop.settings'),
  };
}

function copyOf(state: Uint8Array): JourneyDoc {
  const copy = openJourney(new Y.Doc());
  Y.applyUpdate(copy.doc, state);
  return copy;
}
