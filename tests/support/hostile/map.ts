import * as Y from 'yjs';
import { cardEntry, copyOf, groundState } from '../mutants/ground.ts';

/** The mutants' map with so many cards more, as one person wrote it. */
export function groundWith(cards: number): Uint8Array {
  const j = copyOf(groundState(), 5_000);
  j.doc.transact(() => {
    for (let i = 0; i < cards; i += 1) {
      const place = { touchpointId: `t${i % 3}`, laneId: 'quotes', order: `d${i}` };
      j.cards.set(
        `g${i}`,
        cardEntry('per', `Nobody could tell me what number ${i} on the bill was for.`, place),
      );
    }
  });
  return Y.encodeStateAsUpdate(j.doc);
}
