import * as Y from 'yjs';
import type { Collection, JourneyDoc } from '../document.ts';
import type { Erased } from '../erased.ts';
import { type JourneyMeta, journeyMeta, LIMITS } from '../model.ts';
import type { Before } from './before.ts';
import { type Birth, birthIn, birthOf, onlyRehomed, sameBirth } from './card.ts';
import type { Changes, EntryChange } from './changes.ts';
import { type CheckDrawing, drawingIsSound, MOST_DRAWINGS, runsInCircle } from './drawing.ts';
import { faultOf, isPlainMap } from './entry.ts';
import { type Refusal, wordsOf } from './refusal.ts';

/** Whose update it is; the rights are read from the one table by the caller. */
export interface Author {
  userId: string;
  mayWrite: boolean;
  /** `opened`: who may change the structure, as the document says. */
  mayStructure(opened: 'facilitator' | 'everyone'): boolean;
  /** Title and rules of the workshop; also: may change anybody's card. */
  maySettings: boolean;
}

export interface JudgeContext {
  /** The document without the update: `beforeIn` its transaction, or `beforeOf` another copy. */
  before: Before;
  checkDrawing: CheckDrawing;
  /** Cards that were removed and may come back by undo, as they were born. */
  removed?: ReadonlyMap<string, Birth>;
  /** Whether a card of another author may come with this update: somebody's edit brought by a peer. */
  mayBring?: (authorId: string) => boolean;
  /** What interviewees have had erased: nobody puts it back. */
  erased?: Erased;
}

type Reason = Omit<Refusal, 'texts'>;
const refuse = (code: Refusal['code'], params: Refusal['params'] = {}): Reason => ({ code, params });

const COUNTS: Record<Collection, number> = {
  phases: LIMITS.phases,
  touchpoints: LIMITS.touchpoints,
  lanes: LIMITS.lanes,
  personas: LIMITS.personas,
  cards: LIMITS.cards,
  reactions: LIMITS.reactions,
  drawing: MOST_DRAWINGS,
};

/**
 * Decides on one update: null when it may stand, else why not and the words it wrote. Pure.
 * @param changes what the update did (`changesOf`)
 * @param after the document with the update applied
 */
export function judge(
  changes: Changes,
  author: Author,
  after: JourneyDoc,
  context: JudgeContext,
): Refusal | null {
  const reason = reasonAgainst(changes, author, after, context);
  return reason && { ...reason, texts: wordsOf(changes, after, context.erased) };
}

/** Whether any member who may write could have made these changes: then any of them may bring them back. */
export function anyoneMay(changes: Changes, meta: JourneyMeta): boolean {
  return (
    changes.meta.size === 0 &&
    meta.cards === 'everyone' &&
    changes.entries.every(
      (change) =>
        (meta.structure === 'everyone' || !isStructure(change)) && change.collection !== 'reactions',
    )
  );
}

function reasonAgainst(
  changes: Changes,
  author: Author,
  after: JourneyDoc,
  context: JudgeContext,
): Reason | null {
  if (!author.mayWrite) return refuse('mapReadOnly');
  if (changes.strange !== null) return refuse('editInvalid');
  const { meta } = context.before;
  if (changes.meta.size > 0) {
    if (!author.maySettings) return refuse('settingsLocked');
    if (!metaIsSound(changes, after)) return refuse('editInvalid');
  }
  if (changes.entries.some(isStructure) && !author.mayStructure(meta.structure)) {
    return refuse('structureLocked');
  }
  const ownOnly = meta.cards === 'own' && !author.maySettings;
  for (const change of changes.entries) {
    const against =
      change.collection === 'drawing'
        ? againstDrawing(change, after, context)
        : againstEntry(change, author, after, context, ownOnly);
    if (against) return against;
  }
  return againstCounts(changes, after, context.before);
}

/** A touchpoint's mark is the group's judgement, not structure. */
function isStructure({ collection, whole, fields }: EntryChange): boolean {
  if (collection === 'cards' || collection === 'reactions' || collection === 'drawing') return false;
  return whole || collection !== 'touchpoints' || [...fields].some((field) => field !== 'mark');
}

function metaIsSound(changes: Changes, after: JourneyDoc): boolean {
  for (const key of changes.meta) if (!(key in journeyMeta.shape) || key === 'version') return false;
  return isPlainMap(after.meta) && journeyMeta.safeParse(Object.fromEntries(after.meta.entries())).success;
}

function againstEntry(
  change: EntryChange,
  author: Author,
  after: JourneyDoc,
  context: JudgeContext,
  ownOnly: boolean,
): Reason | null {
  const collection = change.collection as Exclude<Collection, 'drawing'>;
  if (collection === 'cards') {
    if (isErased(change.key, after, context)) return refuse('sourceErased');
    const against = againstAuthorship(change, author, after, context, ownOnly);
    if (against) return against;
  }
  const reacts = collection === 'reactions';
  // Given and taken back by the one whose it is.
  if (reacts && !change.key.endsWith(`.${author.userId}`)) return refuse('editInvalid');
  // Not by its value: a key that is there may hold `undefined`.
  if (!after[collection].has(change.key)) return null;
  const entry = after[collection].get(change.key);
  const fault = faultOf(collection, change.key, entry, change.whole || reacts ? undefined : change.fields);
  if (fault?.code === 'textTooLong') return refuse('textTooLong', { max: fault.max });
  return fault && refuse('editInvalid');
}

/** Also one that is still there, until the server has removed it. */
function isErased(cardId: string, after: JourneyDoc, { erased }: JudgeContext): boolean {
  if (!erased || erased.isEmpty || !after.cards.has(cardId)) return false;
  const entry: unknown = after.cards.get(cardId);
  return erased.has(cardId, entry instanceof Y.Map ? entry.get('source') : null);
}

function againstAuthorship(
  change: EntryChange,
  author: Author,
  after: JourneyDoc,
  context: JudgeContext,
  ownOnly: boolean,
): Reason | null {
  const held = context.before.card(change.key);
  const now = birthOf(after.cards.get(change.key));
  if (held) {
    const was = birthIn(held);
    if (now && !sameBirth(was, now)) return refuse('editInvalid');
    if (!ownOnly || was.authorId === author.userId) return null;
    const mayStructure = author.mayStructure(context.before.meta.structure);
    return onlyRehomed(change, held, after, mayStructure) ? null : refuse('cardNotYours');
  }
  if (!now || now.authorId === author.userId) return null;
  const removed = context.removed?.get(change.key);
  if (removed && sameBirth(removed, now)) return null;
  if (typeof now.authorId === 'string' && context.mayBring?.(now.authorId)) return null;
  return refuse('editInvalid');
}

function againstDrawing(change: EntryChange, after: JourneyDoc, context: JudgeContext): Reason | null {
  if (!after.drawing.has(change.key)) return null;
  if (!drawingIsSound(change.key, after.drawing.get(change.key), context.checkDrawing))
    return refuse('editInvalid');
  const moved = change.whole || change.fields.has('place');
  return moved && runsInCircle(after.drawing, change.key) ? refuse('editInvalid') : null;
}

function againstCounts(changes: Changes, after: JourneyDoc, before: Before): Reason | null {
  for (const collection of new Set(changes.entries.filter((e) => e.whole).map((e) => e.collection))) {
    // Counting walks the whole map; the keys it has ever had are no fewer.
    if (after[collection]._map.size <= COUNTS[collection]) continue;
    const count = after[collection].size;
    if (count > COUNTS[collection] && count > before.size(collection)) {
      return refuse('mapFull', { limit: COUNTS[collection] });
    }
  }
  return null;
}
