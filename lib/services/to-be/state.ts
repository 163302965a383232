import * as Y from 'yjs';
import { openJourney, toJourney } from '../../journey/document.ts';
import { Erased, type ErasedIds } from '../../journey/erased.ts';
import { type Gap, gapOf } from '../../journey/gap/index.ts';
import type { Journey } from '../../journey/model.ts';
import { renewed } from '../../journey/renew/index.ts';

/** What reads whole maps: too heavy for the event loop, see lib/work/jobs.ts. All states: `encodeStateAsUpdate`. */

export interface Branching {
  state: Uint8Array;
  erased: ErasedIds;
}

export interface TwoStates {
  asIs: Uint8Array;
  toBe: Uint8Array;
}

/** A document that says what `state` says, without its past and without what was erased; every id stays. */
export function branchedState({ state, erased }: Branching): Uint8Array {
  const live = openJourney(new Y.Doc());
  try {
    Y.applyUpdate(live.doc, state);
    const gone = new Erased();
    gone.add(erased);
    gone.removeFrom(live);
    return renewed(live).state;
  } finally {
    live.doc.destroy();
  }
}

/** The gap between two live maps. */
export const gapBetween = ({ asIs, toBe }: TwoStates): Gap => gapOf(journeyIn(asIs), journeyIn(toBe));

function journeyIn(state: Uint8Array): Journey {
  const live = openJourney(new Y.Doc());
  try {
    Y.applyUpdate(live.doc, state);
    return toJourney(live);
  } finally {
    live.doc.destroy();
  }
}
