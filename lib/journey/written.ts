import * as Y from 'yjs';
import { comesKey, type Entry, type JourneyDoc, openJourney, plainEntry } from './document.ts';
import { type Journey, reactionKey } from './model.ts';

/** Drawing records as they are stored, by id; only lib/board knows what is in them. */
export type Drawing = Record<string, Record<string, unknown>>;

/** The drawing records of a document as plain values; what is no record at all is left out. */
export function drawingOf(j: JourneyDoc): Drawing {
  const out: Drawing = {};
  for (const [key, entry] of j.drawing) {
    if (!(entry instanceof Y.Map)) continue;
    const { id: _, ...record } = plainEntry(key, entry);
    out[key] = record;
  }
  return out;
}

/**
 * A new document that holds a plain journey and drawing, ids kept: `toJourney` gives the same journey back,
 * but for entries its reader could not read. Nothing is checked here.
 * @param onWritten told of the transaction that writes everything but `meta`, for whoever judges it
 */
export function writtenJourney(
  journey: Journey,
  drawing: Drawing,
  onWritten?: (transaction: Y.Transaction, j: JourneyDoc) => void,
): JourneyDoc {
  const j = openJourney(new Y.Doc());
  j.doc.transact(() => {
    for (const [key, value] of Object.entries(journey.meta)) j.meta.set(key, value);
  });
  if (onWritten) j.doc.once('afterTransaction', (transaction: Y.Transaction) => onWritten(transaction, j));
  j.doc.transact(() => {
    for (const { id, name, ...fields } of journey.phases) j.phases.set(id, entryOf(fields, { name }));
    for (const { id, name, ...fields } of journey.lanes) j.lanes.set(id, entryOf(fields, { name }));
    for (const { id, name, ...fields } of journey.personas) j.personas.set(id, entryOf(fields, { name }));
    for (const { id, name, personas, ...fields } of journey.touchpoints) {
      const comes = Object.fromEntries(personas.map((persona) => [comesKey(persona), true]));
      j.touchpoints.set(id, entryOf({ ...fields, ...comes }, { name }));
    }
    for (const { id, text, reactions, ...fields } of journey.cards) {
      j.cards.set(id, entryOf(fields, { text }));
      for (const [userId, kind] of Object.entries(reactions))
        j.reactions.set(reactionKey(id, userId), entryOf({ cardId: id, userId, kind }));
    }
    for (const [key, record] of Object.entries(drawing)) j.drawing.set(key, entryOf(record));
  });
  return j;
}

/** What is null is left away, as by whoever never chose it. */
function entryOf(fields: Record<string, unknown>, texts: Record<string, string> = {}): Entry {
  const entry: Entry = new Y.Map<unknown>();
  for (const [key, text] of Object.entries(texts)) entry.set(key, new Y.Text(text));
  for (const [key, value] of Object.entries(fields)) if (value !== null) entry.set(key, value);
  return entry;
}
