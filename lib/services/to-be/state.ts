import { Erased, type ErasedIds } from '../../journey/erased.ts';
import { type Gap, gapOf } from '../../journey/gap/index.ts';
import { renewed } from '../../journey/renew/index.ts';
import { inState, journeyIn } from '../../journey/state.ts';

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
  const gone = new Erased();
  gone.add(erased);
  return inState(state, (live) => {
    gone.removeFrom(live);
    return renewed(live).state;
  });
}

/** The gap between two live maps. */
export const gapBetween = ({ asIs, toBe }: TwoStates): Gap => gapOf(journeyIn(asIs), journeyIn(toBe));
