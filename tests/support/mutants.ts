import * as Y from 'yjs';
import { addCard, moveCards, removeCards, setCard, setCardText } from '../../lib/journey/commands/cards.ts';
import { openJourney } from '../../lib/journey/document.ts';
import type { Random } from './random.ts';

/** Valid updates of the kinds an editor sends. */
export function samples(base: Uint8Array, cell: { touchpointId: string; laneId: string }): Uint8Array[] {
  const doc = new Y.Doc();
  const j = openJourney(doc);
  Y.applyUpdate(doc, base);
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  const cardId = addCard(j, {
    kind: 'emotion',
    text: 'Åh nej',
    cell,
    authorId: 'per',
    emoji: '😡',
    valence: -2,
  });
  setCardText(j, cardId, 'Åh nej, inte igen');
  moveCards(j, [cardId], null);
  setCard(j, cardId, { valence: 1.5, severity: 2 });
  removeCards(j, [cardId]);
  made.push(Y.mergeUpdates(made));
  return made;
}

/** The update with one to three bytes changed, removed or put in. */
export function mutate(r: Random, update: Uint8Array): Uint8Array {
  const bytes = [...update];
  for (let n = 1 + r.below(3); n > 0; n -= 1) {
    const at = r.below(bytes.length);
    const kind = r.below(4);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << r.below(8));
    else if (kind === 1) bytes[at] = r.below(256);
    else if (kind === 2) bytes.splice(at, 1 + r.below(4));
    else bytes.splice(at, 0, r.below(256));
  }
  return Uint8Array.from(bytes);
}
